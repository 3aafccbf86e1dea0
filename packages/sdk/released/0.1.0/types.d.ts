import {
  a as Aborted,
  A as AnswerHeaders,
  C as CallOptions,
  I as InvalidRequest,
  N as NetworkError,
  T as Timeout,
  U as UndocumentedAnswer,
} from './options.js'

interface LoginRequest {
  readonly loginName?: string | null | undefined
  readonly password?: string | null | undefined
}
interface LoginOkBody {
  readonly status: true
  readonly data: ''
  readonly token: string
  readonly refreshToken: string
}
interface LoginOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: LoginOkBody
  readonly headers: AnswerHeaders
}
interface LoginLoginNameMissing {
  readonly outcome: 'loginNameMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '请输入注册时用的邮箱或者手机号呀'
  }
  readonly headers: AnswerHeaders
}
interface LoginPasswordMissing {
  readonly outcome: 'passwordMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '喵，你没输入密码么？'
  }
  readonly headers: AnswerHeaders
}
interface LoginInvalidCredentials {
  readonly outcome: 'invalidCredentials'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '用户名或密码错误'
  }
  readonly headers: AnswerHeaders
}
type LoginAnswer =
  | LoginOk
  | LoginLoginNameMissing
  | LoginPasswordMissing
  | LoginInvalidCredentials
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
interface RegisterRequest {
  readonly username?: string | null | undefined
  readonly password?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly verify_code?: string | number | null | undefined
}
interface RegisterOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly status: true
    readonly data: '注册成功！'
  }
  readonly headers: AnswerHeaders
}
interface RegisterUsernameMissing {
  readonly outcome: 'usernameMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '用户名不能为空'
  }
  readonly headers: AnswerHeaders
}
interface RegisterUsernameTooLong {
  readonly outcome: 'usernameTooLong'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '用户名太长了'
  }
  readonly headers: AnswerHeaders
}
interface RegisterUsernameRefused {
  readonly outcome: 'usernameRefused'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '用户名不合法'
  }
  readonly headers: AnswerHeaders
}
interface RegisterPasswordTooShort {
  readonly outcome: 'passwordTooShort'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '密码不能小于6个字符'
  }
  readonly headers: AnswerHeaders
}
interface RegisterPasswordTooLong {
  readonly outcome: 'passwordTooLong'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '密码不能大于16个字符'
  }
  readonly headers: AnswerHeaders
}
interface RegisterPhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '手机号不可为空'
  }
  readonly headers: AnswerHeaders
}
interface RegisterPhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '手机号不合法'
  }
  readonly headers: AnswerHeaders
}
interface RegisterPhoneTaken {
  readonly outcome: 'phoneTaken'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '该手机号已经被注册'
  }
  readonly headers: AnswerHeaders
}
interface RegisterCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '请输入验证码'
  }
  readonly headers: AnswerHeaders
}
interface RegisterCodeNotSent {
  readonly outcome: 'codeNotSent'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '未发送验证码'
  }
  readonly headers: AnswerHeaders
}
interface RegisterCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '验证码错误'
  }
  readonly headers: AnswerHeaders
}
interface RegisterUsernameTaken {
  readonly outcome: 'usernameTaken'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '昵称已存在'
  }
  readonly headers: AnswerHeaders
}
type RegisterAnswer =
  | RegisterOk
  | RegisterUsernameMissing
  | RegisterUsernameTooLong
  | RegisterUsernameRefused
  | RegisterPasswordTooShort
  | RegisterPasswordTooLong
  | RegisterPhoneMissing
  | RegisterPhoneInvalid
  | RegisterPhoneTaken
  | RegisterCodeMissing
  | RegisterCodeNotSent
  | RegisterCodeWrong
  | RegisterUsernameTaken
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
interface GetSelfRequest {
  readonly token?: string | null | undefined
}
interface GetSelfOkBodyData {
  readonly Uid: number
  readonly Username: string
  readonly Password: ''
  readonly Email: string
  readonly Phone: string
  readonly Salt: ''
  readonly RegDate: string
  readonly Statement: string
}
interface GetSelfOkBody {
  readonly status: true
  readonly data: GetSelfOkBodyData
}
interface GetSelfOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetSelfOkBody
  readonly headers: AnswerHeaders
}
interface GetSelfTokenMissing {
  readonly outcome: 'tokenMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: 'token 不可为空'
  }
  readonly headers: AnswerHeaders
}
interface GetSelfTokenInvalid {
  readonly outcome: 'tokenInvalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: 'token 不合法'
  }
  readonly headers: AnswerHeaders
}
type GetSelfAnswer =
  | GetSelfOk
  | GetSelfTokenMissing
  | GetSelfTokenInvalid
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
interface GetInfoRequest {
  readonly uid: number | string
}
interface GetInfoOkBodyData {
  readonly Uid: number
  readonly Username: string
  readonly Email: string
  readonly Phone: string
  readonly RegDate: string
  readonly Statement: string
}
interface GetInfoOkBody {
  readonly status: true
  readonly data: GetInfoOkBodyData
}
interface GetInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetInfoOkBody
  readonly headers: AnswerHeaders
}
interface GetInfoUserNotFound {
  readonly outcome: 'userNotFound'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '用户不存在'
  }
  readonly headers: AnswerHeaders
}
type GetInfoAnswer =
  | GetInfoOk
  | GetInfoUserNotFound
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
interface SetEmailRequest {
  readonly original_address?: string | null | undefined
  readonly original_code?: string | number | null | undefined
  readonly new_email?: string | null | undefined
  readonly new_code?: string | number | null | undefined
  readonly token?: string | null | undefined
}
interface SetEmailOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly status: true
    readonly data: ''
  }
  readonly headers: AnswerHeaders
}
interface SetEmailTokenMissing {
  readonly outcome: 'tokenMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: 'token 不可为空'
  }
  readonly headers: AnswerHeaders
}
interface SetEmailTokenInvalid {
  readonly outcome: 'tokenInvalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: 'token 不合法'
  }
  readonly headers: AnswerHeaders
}
interface SetEmailOriginalMismatch {
  readonly outcome: 'originalMismatch'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '原有地址不正确'
  }
  readonly headers: AnswerHeaders
}
interface SetEmailEmailInvalid {
  readonly outcome: 'emailInvalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '邮箱格式不合法'
  }
  readonly headers: AnswerHeaders
}
interface SetEmailCodeNotSent {
  readonly outcome: 'codeNotSent'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '未发送验证码'
  }
  readonly headers: AnswerHeaders
}
interface SetEmailCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '验证码错误'
  }
  readonly headers: AnswerHeaders
}
interface SetEmailEmailTaken {
  readonly outcome: 'emailTaken'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '邮箱已被使用'
  }
  readonly headers: AnswerHeaders
}
type SetEmailAnswer =
  | SetEmailOk
  | SetEmailTokenMissing
  | SetEmailTokenInvalid
  | SetEmailOriginalMismatch
  | SetEmailEmailInvalid
  | SetEmailCodeNotSent
  | SetEmailCodeWrong
  | SetEmailEmailTaken
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
interface SetPhoneRequest {
  readonly original_address?: string | null | undefined
  readonly original_code?: string | number | null | undefined
  readonly new_phone?: string | null | undefined
  readonly new_code?: string | number | null | undefined
  readonly token?: string | null | undefined
}
interface SetPhoneOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly status: true
    readonly data: ''
  }
  readonly headers: AnswerHeaders
}
interface SetPhoneTokenMissing {
  readonly outcome: 'tokenMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: 'token 不可为空'
  }
  readonly headers: AnswerHeaders
}
interface SetPhoneTokenInvalid {
  readonly outcome: 'tokenInvalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: 'token 不合法'
  }
  readonly headers: AnswerHeaders
}
interface SetPhoneOriginalMismatch {
  readonly outcome: 'originalMismatch'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '原有地址不正确'
  }
  readonly headers: AnswerHeaders
}
interface SetPhonePhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '手机号不合法'
  }
  readonly headers: AnswerHeaders
}
interface SetPhoneCodeNotSent {
  readonly outcome: 'codeNotSent'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '未发送验证码'
  }
  readonly headers: AnswerHeaders
}
interface SetPhoneCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '验证码错误'
  }
  readonly headers: AnswerHeaders
}
interface SetPhonePhoneTaken {
  readonly outcome: 'phoneTaken'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '手机号已被使用'
  }
  readonly headers: AnswerHeaders
}
type SetPhoneAnswer =
  | SetPhoneOk
  | SetPhoneTokenMissing
  | SetPhoneTokenInvalid
  | SetPhoneOriginalMismatch
  | SetPhonePhoneInvalid
  | SetPhoneCodeNotSent
  | SetPhoneCodeWrong
  | SetPhonePhoneTaken
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
interface SetStatementRequest {
  readonly token?: string | null | undefined
  readonly new_statement?: string | null | undefined
}
interface SetStatementOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly status: true
    readonly data: ''
  }
  readonly headers: AnswerHeaders
}
interface SetStatementTokenMissing {
  readonly outcome: 'tokenMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: 'token 不可为空'
  }
  readonly headers: AnswerHeaders
}
interface SetStatementTokenInvalid {
  readonly outcome: 'tokenInvalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: 'token 不合法'
  }
  readonly headers: AnswerHeaders
}
interface SetStatementTooLong {
  readonly outcome: 'tooLong'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '个性签名太长了'
  }
  readonly headers: AnswerHeaders
}
interface SetStatementRefused {
  readonly outcome: 'refused'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '个性签名不合法'
  }
  readonly headers: AnswerHeaders
}
type SetStatementAnswer =
  | SetStatementOk
  | SetStatementTokenMissing
  | SetStatementTokenInvalid
  | SetStatementTooLong
  | SetStatementRefused
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
interface RefreshTokenRequest {
  readonly refreshToken?: string | null | undefined
}
interface RefreshTokenOkBody {
  readonly status: true
  readonly data: string
}
interface RefreshTokenOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: RefreshTokenOkBody
  readonly headers: AnswerHeaders
}
interface RefreshTokenInvalid {
  readonly outcome: 'invalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: 'refreshToken失效'
  }
  readonly headers: AnswerHeaders
}
type RefreshTokenAnswer =
  | RefreshTokenOk
  | RefreshTokenInvalid
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
interface SendCodeRequest {
  readonly phone?: string | null | undefined
}
interface SendCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly status: true
    readonly data: ''
  }
  readonly headers: AnswerHeaders
}
interface SendCodePhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '手机号不可为空'
  }
  readonly headers: AnswerHeaders
}
interface SendCodePhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '手机号不合法'
  }
  readonly headers: AnswerHeaders
}
type SendCodeAnswer =
  | SendCodeOk
  | SendCodePhoneMissing
  | SendCodePhoneInvalid
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
  readonly phone?: string | null | undefined
}
interface SendRegisterCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly status: true
    readonly data: ''
  }
  readonly headers: AnswerHeaders
}
interface SendRegisterCodePhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '手机号不可为空'
  }
  readonly headers: AnswerHeaders
}
interface SendRegisterCodePhoneTaken {
  readonly outcome: 'phoneTaken'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '手机号已被使用'
  }
  readonly headers: AnswerHeaders
}
interface SendRegisterCodePhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '手机号不合法'
  }
  readonly headers: AnswerHeaders
}
type SendRegisterCodeAnswer =
  | SendRegisterCodeOk
  | SendRegisterCodePhoneMissing
  | SendRegisterCodePhoneTaken
  | SendRegisterCodePhoneInvalid
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
interface SendEmailCodeRequest {
  readonly email?: string | null | undefined
}
interface SendEmailCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly status: true
    readonly data: ''
  }
  readonly headers: AnswerHeaders
}
interface SendEmailCodeEmailMissing {
  readonly outcome: 'emailMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '邮箱不可为空'
  }
  readonly headers: AnswerHeaders
}
interface SendEmailCodeEmailInvalid {
  readonly outcome: 'emailInvalid'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '邮箱格式不合法'
  }
  readonly headers: AnswerHeaders
}
type SendEmailCodeAnswer =
  | SendEmailCodeOk
  | SendEmailCodeEmailMissing
  | SendEmailCodeEmailInvalid
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
interface CheckUsernameRequest {
  readonly username?: string | null | undefined
}
interface CheckUsernameOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly status: true
    readonly data: ''
  }
  readonly headers: AnswerHeaders
}
interface CheckUsernameUsernameMissing {
  readonly outcome: 'usernameMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '请告诉我你的昵称吧'
  }
  readonly headers: AnswerHeaders
}
interface CheckUsernameUsernameTooLong {
  readonly outcome: 'usernameTooLong'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '昵称过长'
  }
  readonly headers: AnswerHeaders
}
interface CheckUsernameUsernameTaken {
  readonly outcome: 'usernameTaken'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '昵称已存在'
  }
  readonly headers: AnswerHeaders
}
type CheckUsernameAnswer =
  | CheckUsernameOk
  | CheckUsernameUsernameMissing
  | CheckUsernameUsernameTooLong
  | CheckUsernameUsernameTaken
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
interface CheckPhoneRequest {
  readonly phone?: string | null | undefined
}
interface CheckPhoneOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly status: true
    readonly data: ''
  }
  readonly headers: AnswerHeaders
}
interface CheckPhonePhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '请告诉我你的手机号吧'
  }
  readonly headers: AnswerHeaders
}
interface CheckPhonePhoneTaken {
  readonly outcome: 'phoneTaken'
  readonly status: 200
  readonly body: {
    readonly status: false
    readonly data: '手机号已被使用'
  }
  readonly headers: AnswerHeaders
}
type CheckPhoneAnswer =
  | CheckPhoneOk
  | CheckPhonePhoneMissing
  | CheckPhonePhoneTaken
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
    readonly status: false
    readonly data: '请求格式不正确'
  }
  readonly headers: AnswerHeaders
}
interface Forbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: {
    readonly status: false
    readonly data: '拒绝跨站请求'
  }
  readonly headers: AnswerHeaders
}
interface PayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: {
    readonly status: false
    readonly data: '请求内容过大'
  }
  readonly headers: AnswerHeaders
}
interface UnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: {
    readonly status: false
    readonly data: '不支持的内容类型'
  }
  readonly headers: AnswerHeaders
}
interface TooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: {
    readonly status: false
    readonly data: '请求过于频繁，请稍后再试'
  }
  readonly headers: AnswerHeaders
}
interface InternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: {
    readonly status: false
    readonly data: '服务器内部错误'
  }
  readonly headers: AnswerHeaders
}
interface Unavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: {
    readonly status: false
    readonly data: '服务暂时不可用，请稍后再试'
  }
  readonly headers: AnswerHeaders
}
interface TokenClient {
  login(request: LoginRequest, options?: CallOptions): Promise<LoginAnswer>
  register(request: RegisterRequest, options?: CallOptions): Promise<RegisterAnswer>
  getSelf(request: GetSelfRequest, options?: CallOptions): Promise<GetSelfAnswer>
  getInfo(request: GetInfoRequest, options?: CallOptions): Promise<GetInfoAnswer>
  setEmail(request: SetEmailRequest, options?: CallOptions): Promise<SetEmailAnswer>
  setPhone(request: SetPhoneRequest, options?: CallOptions): Promise<SetPhoneAnswer>
  setStatement(request: SetStatementRequest, options?: CallOptions): Promise<SetStatementAnswer>
  refreshToken(request: RefreshTokenRequest, options?: CallOptions): Promise<RefreshTokenAnswer>
  sendCode(request: SendCodeRequest, options?: CallOptions): Promise<SendCodeAnswer>
  sendRegisterCode(request: SendRegisterCodeRequest, options?: CallOptions): Promise<SendRegisterCodeAnswer>
  sendEmailCode(request: SendEmailCodeRequest, options?: CallOptions): Promise<SendEmailCodeAnswer>
  checkUsername(request: CheckUsernameRequest, options?: CallOptions): Promise<CheckUsernameAnswer>
  checkPhone(request: CheckPhoneRequest, options?: CallOptions): Promise<CheckPhoneAnswer>
}

export type {
  BadRequest as B,
  CheckPhoneAnswer as C,
  CheckPhoneOk as a,
  CheckPhonePhoneMissing as b,
  CheckPhonePhoneTaken as c,
  CheckPhoneRequest as d,
  CheckUsernameAnswer as e,
  CheckUsernameOk as f,
  CheckUsernameRequest as g,
  CheckUsernameUsernameMissing as h,
  CheckUsernameUsernameTaken as i,
  CheckUsernameUsernameTooLong as j,
  Forbidden as F,
  GetInfoAnswer as G,
  GetInfoOk as k,
  GetInfoOkBody as l,
  GetInfoOkBodyData as m,
  GetInfoRequest as n,
  GetInfoUserNotFound as o,
  GetSelfAnswer as p,
  GetSelfOk as q,
  GetSelfOkBody as r,
  GetSelfOkBodyData as s,
  GetSelfRequest as t,
  GetSelfTokenInvalid as u,
  GetSelfTokenMissing as v,
  InternalError as I,
  LoginAnswer as L,
  LoginInvalidCredentials as w,
  LoginLoginNameMissing as x,
  LoginOk as y,
  LoginOkBody as z,
  LoginPasswordMissing as A,
  LoginRequest as D,
  PayloadTooLarge as P,
  RefreshTokenAnswer as R,
  RefreshTokenInvalid as E,
  RefreshTokenOk as H,
  RefreshTokenOkBody as J,
  RefreshTokenRequest as K,
  RegisterAnswer as M,
  RegisterCodeMissing as N,
  RegisterCodeNotSent as O,
  RegisterCodeWrong as Q,
  RegisterOk as S,
  RegisterPasswordTooLong as U,
  RegisterPasswordTooShort as V,
  RegisterPhoneInvalid as W,
  RegisterPhoneMissing as X,
  RegisterPhoneTaken as Y,
  RegisterRequest as Z,
  RegisterUsernameMissing as _,
  RegisterUsernameRefused as $,
  RegisterUsernameTaken as a0,
  RegisterUsernameTooLong as a1,
  SendCodeAnswer as a2,
  SendCodeOk as a3,
  SendCodePhoneInvalid as a4,
  SendCodePhoneMissing as a5,
  SendCodeRequest as a6,
  SendEmailCodeAnswer as a7,
  SendEmailCodeEmailInvalid as a8,
  SendEmailCodeEmailMissing as a9,
  SendEmailCodeOk as aa,
  SendEmailCodeRequest as ab,
  SendRegisterCodeAnswer as ac,
  SendRegisterCodeOk as ad,
  SendRegisterCodePhoneInvalid as ae,
  SendRegisterCodePhoneMissing as af,
  SendRegisterCodePhoneTaken as ag,
  SendRegisterCodeRequest as ah,
  SetEmailAnswer as ai,
  SetEmailCodeNotSent as aj,
  SetEmailCodeWrong as ak,
  SetEmailEmailInvalid as al,
  SetEmailEmailTaken as am,
  SetEmailOk as an,
  SetEmailOriginalMismatch as ao,
  SetEmailRequest as ap,
  SetEmailTokenInvalid as aq,
  SetEmailTokenMissing as ar,
  SetPhoneAnswer as as,
  SetPhoneCodeNotSent as at,
  SetPhoneCodeWrong as au,
  SetPhoneOk as av,
  SetPhoneOriginalMismatch as aw,
  SetPhonePhoneInvalid as ax,
  SetPhonePhoneTaken as ay,
  SetPhoneRequest as az,
  SetPhoneTokenInvalid as aA,
  SetPhoneTokenMissing as aB,
  SetStatementAnswer as aC,
  SetStatementOk as aD,
  SetStatementRefused as aE,
  SetStatementRequest as aF,
  SetStatementTokenInvalid as aG,
  SetStatementTokenMissing as aH,
  SetStatementTooLong as aI,
  TokenClient as T,
  TooManyRequests as aJ,
  Unavailable as aK,
  UnsupportedMediaType as aL,
}
