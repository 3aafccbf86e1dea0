import {
  a as Aborted,
  A as AnswerHeaders,
  C as CallOptions,
  c as ClientOptions,
  I as InvalidRequest,
  N as NetworkError,
  T as Timeout,
  U as UndocumentedAnswer,
} from './options.js'

interface RegisterRequest {
  readonly account?: string | null | undefined
  readonly password?: string | null | undefined
  readonly name?: string | null | undefined
  readonly role?: string | null | undefined
}
interface RegisterOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: 'register successful'
  }
  readonly headers: AnswerHeaders
}
interface RegisterFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: {
    readonly msg: 'register failure'
  }
  readonly headers: AnswerHeaders
}
interface RegisterAccountTaken {
  readonly outcome: 'accountTaken'
  readonly status: 200
  readonly body: {
    readonly msg: 'account had been used'
  }
  readonly headers: AnswerHeaders
}
type RegisterAnswer =
  | RegisterOk
  | RegisterFailed
  | RegisterAccountTaken
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface LoginRequest {
  readonly account?: string | null | undefined
  readonly password?: string | null | undefined
}
interface LoginOkBody {
  readonly msg: 'login successful'
  readonly user_id: number
}
interface LoginOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: LoginOkBody
  readonly headers: AnswerHeaders
}
interface LoginWrongPassword {
  readonly outcome: 'wrongPassword'
  readonly status: 400
  readonly body: {
    readonly msg: 'password error'
    readonly user_id: 0
  }
  readonly headers: AnswerHeaders
}
interface LoginUnknownAccount {
  readonly outcome: 'unknownAccount'
  readonly status: 404
  readonly body: {
    readonly msg: 'no this user!'
    readonly user_id: 0
  }
  readonly headers: AnswerHeaders
}
type LoginAnswer =
  | LoginOk
  | LoginWrongPassword
  | LoginUnknownAccount
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface LogoutRequest {
  readonly user_id?: string | number | null | undefined
}
interface LogoutOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: 'logout successful'
  }
  readonly headers: AnswerHeaders
}
interface LogoutFailed {
  readonly outcome: 'failed'
  readonly status: 403
  readonly body: {
    readonly msg: 'logout failure'
  }
  readonly headers: AnswerHeaders
}
type LogoutAnswer =
  | LogoutOk
  | LogoutFailed
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface SendRegisterCodeRequest {
  readonly phone_number: string
}
interface SendRegisterCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: '注意接收短信'
  }
  readonly headers: AnswerHeaders
}
interface SendRegisterCodeFailed {
  readonly outcome: 'failed'
  readonly status: 403
  readonly body: {
    readonly msg: 'register failure'
  }
  readonly headers: AnswerHeaders
}
type SendRegisterCodeAnswer =
  | SendRegisterCodeOk
  | SendRegisterCodeFailed
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface RegisterPhoneRequest {
  readonly phone_number: string
  readonly identifying_code?: string | number | null | undefined
}
interface RegisterPhoneOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: 'register successful'
  }
  readonly headers: AnswerHeaders
}
interface RegisterPhoneFailed {
  readonly outcome: 'failed'
  readonly status: 403
  readonly body: {
    readonly msg: 'register failure'
  }
  readonly headers: AnswerHeaders
}
type RegisterPhoneAnswer =
  | RegisterPhoneOk
  | RegisterPhoneFailed
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface SendLoginCodeRequest {
  readonly phone_number: string
}
interface SendLoginCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: '注意接收短信'
  }
  readonly headers: AnswerHeaders
}
interface SendLoginCodeUnknownAccount {
  readonly outcome: 'unknownAccount'
  readonly status: 404
  readonly body: {
    readonly msg: 'no this user'
  }
  readonly headers: AnswerHeaders
}
interface SendLoginCodeAlreadySignedInBody {
  readonly msg: '已经登陆了'
  readonly user_id: number
}
interface SendLoginCodeAlreadySignedIn {
  readonly outcome: 'alreadySignedIn'
  readonly status: 403
  readonly body: SendLoginCodeAlreadySignedInBody
  readonly headers: AnswerHeaders
}
type SendLoginCodeAnswer =
  | SendLoginCodeOk
  | SendLoginCodeUnknownAccount
  | SendLoginCodeAlreadySignedIn
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface LoginPhoneRequest {
  readonly phone_number: string
  readonly identifying_code?: string | number | null | undefined
}
interface LoginPhoneOkBody {
  readonly msg: 'login successful'
  readonly user_id: number
}
interface LoginPhoneOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: LoginPhoneOkBody
  readonly headers: AnswerHeaders
}
interface LoginPhoneCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 400
  readonly body: {
    readonly msg: '验证码错误，请重新输入'
  }
  readonly headers: AnswerHeaders
}
interface LoginPhoneCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 404
  readonly body: {
    readonly msg: '验证码已经过期，请重新申请'
  }
  readonly headers: AnswerHeaders
}
type LoginPhoneAnswer =
  | LoginPhoneOk
  | LoginPhoneCodeWrong
  | LoginPhoneCodeExpired
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface SendResetCodeRequest {
  readonly phone_number: string
}
interface SendResetCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: '注意接收验证码'
  }
  readonly headers: AnswerHeaders
}
type SendResetCodeAnswer =
  | SendResetCodeOk
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface ForgetPasswordRequest {
  readonly phone_number: string
  readonly account?: string | null | undefined
  readonly identifying?: string | number | null | undefined
  readonly new_password?: string | null | undefined
}
interface ForgetPasswordOkBody {
  readonly msg: 'login successful'
  readonly user_id: number
}
interface ForgetPasswordOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: ForgetPasswordOkBody
  readonly headers: AnswerHeaders
}
interface ForgetPasswordUserNotFound {
  readonly outcome: 'userNotFound'
  readonly status: 404
  readonly body: {
    readonly msg: '用户不存在'
  }
  readonly headers: AnswerHeaders
}
interface ForgetPasswordCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 401
  readonly body: {
    readonly msg: '验证码错误'
  }
  readonly headers: AnswerHeaders
}
interface ForgetPasswordCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 400
  readonly body: {
    readonly msg: '验证码已经过期'
  }
  readonly headers: AnswerHeaders
}
type ForgetPasswordAnswer =
  | ForgetPasswordOk
  | ForgetPasswordUserNotFound
  | ForgetPasswordCodeWrong
  | ForgetPasswordCodeExpired
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface BadRequest {
  readonly outcome: 'badRequest'
  readonly status: 400
  readonly body: {
    readonly msg: 'bad request'
  }
  readonly headers: AnswerHeaders
}
interface Forbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: {
    readonly msg: 'cross-site request refused'
  }
  readonly headers: AnswerHeaders
}
interface PayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: {
    readonly msg: 'request body too large'
  }
  readonly headers: AnswerHeaders
}
interface UnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: {
    readonly msg: 'unsupported content type'
  }
  readonly headers: AnswerHeaders
}
interface TooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: {
    readonly msg: 'too many requests, try again later'
  }
  readonly headers: AnswerHeaders
}
interface InternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: {
    readonly msg: 'internal server error'
  }
  readonly headers: AnswerHeaders
}
interface Unavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: {
    readonly msg: 'service unavailable, try again later'
  }
  readonly headers: AnswerHeaders
}
interface PhoneClient {
  register(request: RegisterRequest, options?: CallOptions): Promise<RegisterAnswer>
  login(request: LoginRequest, options?: CallOptions): Promise<LoginAnswer>
  logout(request: LogoutRequest, options?: CallOptions): Promise<LogoutAnswer>
  sendRegisterCode(request: SendRegisterCodeRequest, options?: CallOptions): Promise<SendRegisterCodeAnswer>
  registerPhone(request: RegisterPhoneRequest, options?: CallOptions): Promise<RegisterPhoneAnswer>
  sendLoginCode(request: SendLoginCodeRequest, options?: CallOptions): Promise<SendLoginCodeAnswer>
  loginPhone(request: LoginPhoneRequest, options?: CallOptions): Promise<LoginPhoneAnswer>
  sendResetCode(request: SendResetCodeRequest, options?: CallOptions): Promise<SendResetCodeAnswer>
  forgetPassword(request: ForgetPasswordRequest, options?: CallOptions): Promise<ForgetPasswordAnswer>
}
declare function createClient(options: ClientOptions): PhoneClient

export {
  Aborted,
  AnswerHeaders,
  type BadRequest,
  CallOptions,
  ClientOptions,
  createClient,
  type Forbidden,
  type ForgetPasswordAnswer,
  type ForgetPasswordCodeExpired,
  type ForgetPasswordCodeWrong,
  type ForgetPasswordOk,
  type ForgetPasswordOkBody,
  type ForgetPasswordRequest,
  type ForgetPasswordUserNotFound,
  type InternalError,
  InvalidRequest,
  type LoginAnswer,
  type LoginOk,
  type LoginOkBody,
  type LoginPhoneAnswer,
  type LoginPhoneCodeExpired,
  type LoginPhoneCodeWrong,
  type LoginPhoneOk,
  type LoginPhoneOkBody,
  type LoginPhoneRequest,
  type LoginRequest,
  type LoginUnknownAccount,
  type LoginWrongPassword,
  type LogoutAnswer,
  type LogoutFailed,
  type LogoutOk,
  type LogoutRequest,
  NetworkError,
  type PayloadTooLarge,
  type PhoneClient,
  type RegisterAccountTaken,
  type RegisterAnswer,
  type RegisterFailed,
  type RegisterOk,
  type RegisterPhoneAnswer,
  type RegisterPhoneFailed,
  type RegisterPhoneOk,
  type RegisterPhoneRequest,
  type RegisterRequest,
  type SendLoginCodeAlreadySignedIn,
  type SendLoginCodeAlreadySignedInBody,
  type SendLoginCodeAnswer,
  type SendLoginCodeOk,
  type SendLoginCodeRequest,
  type SendLoginCodeUnknownAccount,
  type SendRegisterCodeAnswer,
  type SendRegisterCodeFailed,
  type SendRegisterCodeOk,
  type SendRegisterCodeRequest,
  type SendResetCodeAnswer,
  type SendResetCodeOk,
  type SendResetCodeRequest,
  Timeout,
  type TooManyRequests,
  type Unavailable,
  UndocumentedAnswer,
  type UnsupportedMediaType,
}
