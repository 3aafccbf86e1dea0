// Generated from packages/schema/src/phone by `pnpm gen`: change the contract, not this file.
import type {
  Aborted,
  AnswerHeaders,
  InvalidRequest,
  NetworkError,
  Timeout,
  UndocumentedAnswer,
} from '../../runtime/answer.ts'
import type { CallOptions } from '../../runtime/options.ts'

/** What `register` takes. */
export interface RegisterRequest {
  /**
   * The account’s name: up to 64 characters, no space or @, nothing that reads as a phone number. Case does not count.
   * @example 'li_lei'
   */
  readonly account?: string | null | undefined
  /**
   * 1 to 128 characters (Unicode code points), at most 128 bytes.
   * @example 'hanmeimei_1'
   */
  readonly password?: string | null | undefined
  /**
   * The name shown to others; may be left out.
   * @example '李雷'
   */
  readonly name?: string | null | undefined
  /**
   * `normal_user` (default), `vip_user`, `creator` or `admin`. Any but the default needs a caller signed in as `admin`,
   * unless the operator opened it; `admin` can not be opened.
   * @example 'normal_user'
   */
  readonly role?: string | null | undefined
}

/** The account exists from now on. */
export interface RegisterOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: 'register successful' }
  readonly headers: AnswerHeaders
}

/** A field is missing or malformed, or the caller may not give this role. */
export interface RegisterFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: { readonly msg: 'register failure' }
  readonly headers: AnswerHeaders
}

/** Another account has this name. */
export interface RegisterAccountTaken {
  readonly outcome: 'accountTaken'
  readonly status: 200
  readonly body: { readonly msg: 'account had been used' }
  readonly headers: AnswerHeaders
}

/** Every way in which `register` can end. */
export type RegisterAnswer =
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

/** What `login` takes. */
export interface LoginRequest {
  /**
   * The account’s name: up to 64 characters, no space or @, nothing that reads as a phone number. Case does not count.
   * @example 'li_lei'
   */
  readonly account?: string | null | undefined
  /**
   * The account’s password, up to 128 bytes.
   * @example 'hanmeimei_1'
   */
  readonly password?: string | null | undefined
}

/** The body of `LoginOk`. */
export interface LoginOkBody {
  /** What happened, for people. */
  readonly msg: 'login successful'
  /**
   * The account’s id.
   * @example 4503599627370497
   */
  readonly user_id: number
}

/**
 * The caller is signed in.
 * Header `set-cookie`: The session cookie `acct_session` (`__Host-acct_session` on HTTPS).
 */
export interface LoginOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: LoginOkBody
  readonly headers: AnswerHeaders
}

/** Not this account’s password, or an account that is locked or closed for now. */
export interface LoginWrongPassword {
  readonly outcome: 'wrongPassword'
  readonly status: 400
  readonly body: { readonly msg: 'password error'; readonly user_id: 0 }
  readonly headers: AnswerHeaders
}

/** There is no such account. */
export interface LoginUnknownAccount {
  readonly outcome: 'unknownAccount'
  readonly status: 404
  readonly body: { readonly msg: 'no this user!'; readonly user_id: 0 }
  readonly headers: AnswerHeaders
}

/** Every way in which `login` can end. */
export type LoginAnswer =
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

/** What `logout` takes. */
export interface LogoutRequest {
  /**
   * The caller’s own id, as the login answered it. It names the account and proves nothing.
   * @example 4503599627370497
   */
  readonly user_id?: string | number | null | undefined
}

/**
 * The session is over and its cookie cleared.
 * Header `set-cookie`: Clears the session cookie.
 */
export interface LogoutOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: 'logout successful' }
  readonly headers: AnswerHeaders
}

/** There was no session to end, or `user_id` is not its account. */
export interface LogoutFailed {
  readonly outcome: 'failed'
  readonly status: 403
  readonly body: { readonly msg: 'logout failure' }
  readonly headers: AnswerHeaders
}

/** Every way in which `logout` can end. */
export type LogoutAnswer =
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

/** What `sendRegisterCode` takes. */
export interface SendRegisterCodeRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone_number: string
}

/** The SMS is on its way. */
export interface SendRegisterCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: '注意接收短信' }
  readonly headers: AnswerHeaders
}

/** Not a mobile number. */
export interface SendRegisterCodeFailed {
  readonly outcome: 'failed'
  readonly status: 403
  readonly body: { readonly msg: 'register failure' }
  readonly headers: AnswerHeaders
}

/** Every way in which `sendRegisterCode` can end. */
export type SendRegisterCodeAnswer =
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

/** What `registerPhone` takes. */
export interface RegisterPhoneRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone_number: string
  /**
   * The six digits that the SMS holds. A number is padded with zeros.
   * @example '012345'
   */
  readonly identifying_code?: string | number | null | undefined
}

/** The account exists from now on. */
export interface RegisterPhoneOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: 'register successful' }
  readonly headers: AnswerHeaders
}

/** The code is wrong, expired or was never sent, the two numbers differ, or the number has an account. */
export interface RegisterPhoneFailed {
  readonly outcome: 'failed'
  readonly status: 403
  readonly body: { readonly msg: 'register failure' }
  readonly headers: AnswerHeaders
}

/** Every way in which `registerPhone` can end. */
export type RegisterPhoneAnswer =
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

/** What `sendLoginCode` takes. */
export interface SendLoginCodeRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone_number: string
}

/** The SMS is on its way. */
export interface SendLoginCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: '注意接收短信' }
  readonly headers: AnswerHeaders
}

/** No account has this number, or it is none. */
export interface SendLoginCodeUnknownAccount {
  readonly outcome: 'unknownAccount'
  readonly status: 404
  readonly body: { readonly msg: 'no this user' }
  readonly headers: AnswerHeaders
}

/** The body of `SendLoginCodeAlreadySignedIn`. */
export interface SendLoginCodeAlreadySignedInBody {
  /** What happened, for people. */
  readonly msg: '已经登陆了'
  /**
   * The account’s id.
   * @example 4503599627370497
   */
  readonly user_id: number
}

/** The caller’s session is already that account’s. */
export interface SendLoginCodeAlreadySignedIn {
  readonly outcome: 'alreadySignedIn'
  readonly status: 403
  readonly body: SendLoginCodeAlreadySignedInBody
  readonly headers: AnswerHeaders
}

/** Every way in which `sendLoginCode` can end. */
export type SendLoginCodeAnswer =
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

/** What `loginPhone` takes. */
export interface LoginPhoneRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone_number: string
  /**
   * The six digits that the SMS holds. A number is padded with zeros.
   * @example '012345'
   */
  readonly identifying_code?: string | number | null | undefined
}

/** The body of `LoginPhoneOk`. */
export interface LoginPhoneOkBody {
  /** What happened, for people. */
  readonly msg: 'login successful'
  /**
   * The account’s id.
   * @example 4503599627370497
   */
  readonly user_id: number
}

/**
 * The caller is signed in.
 * Header `set-cookie`: The session cookie `acct_session` (`__Host-acct_session` on HTTPS).
 */
export interface LoginPhoneOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: LoginPhoneOkBody
  readonly headers: AnswerHeaders
}

/** Not the code that was sent to this number, the two numbers differ, or the account is locked. */
export interface LoginPhoneCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 400
  readonly body: { readonly msg: '验证码错误，请重新输入' }
  readonly headers: AnswerHeaders
}

/** The code expired, was used up or burnt, or was never sent. */
export interface LoginPhoneCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 404
  readonly body: { readonly msg: '验证码已经过期，请重新申请' }
  readonly headers: AnswerHeaders
}

/** Every way in which `loginPhone` can end. */
export type LoginPhoneAnswer =
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

/** What `sendResetCode` takes. */
export interface SendResetCodeRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone_number: string
}

/** The SMS is on its way. */
export interface SendResetCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: '注意接收验证码' }
  readonly headers: AnswerHeaders
}

/** Every way in which `sendResetCode` can end. */
export type SendResetCodeAnswer =
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

/** What `forgetPassword` takes. */
export interface ForgetPasswordRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone_number: string
  /**
   * The name of the account that has this number, or the number itself.
   * @example 'li_lei'
   */
  readonly account?: string | null | undefined
  /**
   * The six digits that the SMS holds. A number is padded with zeros.
   * @example '012345'
   */
  readonly identifying?: string | number | null | undefined
  /**
   * The new password: 1 to 128 characters (Unicode code points), at most 128 bytes; else the answer is `badRequest`.
   * @example 'lilei_2'
   */
  readonly new_password?: string | null | undefined
}

/** The body of `ForgetPasswordOk`. */
export interface ForgetPasswordOkBody {
  /** What happened, for people. */
  readonly msg: 'login successful'
  /**
   * The account’s id.
   * @example 4503599627370497
   */
  readonly user_id: number
}

/**
 * The new password holds, and the caller is signed in.
 * Header `set-cookie`: The session cookie `acct_session` (`__Host-acct_session` on HTTPS).
 */
export interface ForgetPasswordOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: ForgetPasswordOkBody
  readonly headers: AnswerHeaders
}

/** The code is right, but `account` is not the account with this number. */
export interface ForgetPasswordUserNotFound {
  readonly outcome: 'userNotFound'
  readonly status: 404
  readonly body: { readonly msg: '用户不存在' }
  readonly headers: AnswerHeaders
}

/** Not the code that was sent to this number, the two numbers differ, or the account is locked. */
export interface ForgetPasswordCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 401
  readonly body: { readonly msg: '验证码错误' }
  readonly headers: AnswerHeaders
}

/** The code expired, was used up or burnt, or was never sent. */
export interface ForgetPasswordCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 400
  readonly body: { readonly msg: '验证码已经过期' }
  readonly headers: AnswerHeaders
}

/** Every way in which `forgetPassword` can end. */
export type ForgetPasswordAnswer =
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

/** The request could not be read: a broken body, or a field of the wrong JSON type. */
export interface BadRequest {
  readonly outcome: 'badRequest'
  readonly status: 400
  readonly body: { readonly msg: 'bad request' }
  readonly headers: AnswerHeaders
}

/** A page of a foreign site tried to use the session cookie, or to have a message sent. */
export interface Forbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: { readonly msg: 'cross-site request refused' }
  readonly headers: AnswerHeaders
}

/** The request body is larger than this route takes. */
export interface PayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: { readonly msg: 'request body too large' }
  readonly headers: AnswerHeaders
}

/** The body is neither JSON nor a form. */
export interface UnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: { readonly msg: 'unsupported content type' }
  readonly headers: AnswerHeaders
}

/**
 * Too often: requests or look-ups of this source, or messages to one address.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface TooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: { readonly msg: 'too many requests, try again later' }
  readonly headers: AnswerHeaders
}

/** Something broke on the server; nothing was changed. */
export interface InternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: { readonly msg: 'internal server error' }
  readonly headers: AnswerHeaders
}

/**
 * The server can not do this right now.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface Unavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: { readonly msg: 'service unavailable, try again later' }
  readonly headers: AnswerHeaders
}

/**
 * The `phone` API. Accounts with a name and a password, or with a mobile number and codes by SMS. The caller is known
 * by the session cookie (or Bearer). Errors have statuses of their own.
 */
export interface PhoneClient {
  /**
   * Create an account with a name and a password. Does not sign in.
   *
   * `POST /user/register`: `ok`, `failed`, `accountTaken`
   */
  register(request: RegisterRequest, options?: CallOptions): Promise<RegisterAnswer>

  /**
   * Sign in with an account’s name and password. Opens a new session and sets its cookie. A verified mobile number or
   * e-mail works in place of the name. Ten wrong passwords within 15 minutes close the account’s password login for 15
   * minutes.
   *
   * `POST /user/login`: `ok`, `wrongPassword`, `unknownAccount`
   */
  login(request: LoginRequest, options?: CallOptions): Promise<LoginAnswer>

  /**
   * End the session.
   *
   * `POST /user/logout`: `ok`, `failed`
   */
  logout(request: LogoutRequest, options?: CallOptions): Promise<LogoutAnswer>

  /**
   * Send a code to register with. A code is good for 10 minutes and one use. One message a minute to a number, 5 an
   * hour, 10 a day, whichever API asks. A number that has an account gets an SMS that says so in place of a code; the
   * answer is the same.
   *
   * `GET /user/registerPhone/:phone_number`: `ok`, `failed`
   */
  sendRegisterCode(request: SendRegisterCodeRequest, options?: CallOptions): Promise<SendRegisterCodeAnswer>

  /**
   * Create an account with a code. The account’s name is the number, and it has no password. Does not sign in.
   *
   * `POST /user/registerPhone/:phone_number`: `ok`, `failed`
   */
  registerPhone(request: RegisterPhoneRequest, options?: CallOptions): Promise<RegisterPhoneAnswer>

  /**
   * Send a code to sign in with. A code is good for 10 minutes and one use. One message a minute to a number, 5 an
   * hour, 10 a day, whichever API asks. Tells whether the number has an account, for at most 60 numbers an hour.
   *
   * `GET /user/loginPhone/:phone_number`: `ok`, `unknownAccount`, `alreadySignedIn`
   */
  sendLoginCode(request: SendLoginCodeRequest, options?: CallOptions): Promise<SendLoginCodeAnswer>

  /**
   * Sign in with a code. Opens a new session and sets its cookie. The fifth wrong try burns the code.
   *
   * `POST /user/loginPhone/:phone_number`: `ok`, `codeWrong`, `codeExpired`
   */
  loginPhone(request: LoginPhoneRequest, options?: CallOptions): Promise<LoginPhoneAnswer>

  /**
   * Send a code to set a new password with. A code is good for 10 minutes and one use. One message a minute to a
   * number, 5 an hour, 10 a day, whichever API asks. A number without an account gets an SMS that says so in place of a
   * code; the answer is the same. What is no mobile number is a `badRequest`.
   *
   * `GET /user/forgetPassword/:phone_number`: `ok`
   */
  sendResetCode(request: SendResetCodeRequest, options?: CallOptions): Promise<SendResetCodeAnswer>

  /**
   * Set a new password with a code. Ends every session of the account, opens a new one and sets its cookie.
   *
   * `POST /user/forgetPassword/:phone_number`: `ok`, `userNotFound`, `codeWrong`, `codeExpired`
   */
  forgetPassword(request: ForgetPasswordRequest, options?: CallOptions): Promise<ForgetPasswordAnswer>
}
