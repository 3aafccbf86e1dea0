import {
  a as Aborted,
  A as AnswerHeaders,
  C as CallOptions,
  c as ClientOptions,
  F as FileInput,
  I as InvalidRequest,
  N as NetworkError,
  T as Timeout,
  U as UndocumentedAnswer,
  b as UploadOptions,
} from './options.js'

interface LoginRequest {
  readonly username?: string | null | undefined
  readonly password?: string | null | undefined
}
interface LoginOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: '登录成功'
  }
  readonly headers: AnswerHeaders
}
interface LoginInvalidCredentials {
  readonly outcome: 'invalidCredentials'
  readonly status: 200
  readonly body: {
    readonly msg: '用户名或密码错误'
  }
  readonly headers: AnswerHeaders
}
type LoginAnswer =
  | LoginOk
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
  readonly nickname?: string | null | undefined
  readonly telephone?: string | null | undefined
}
interface RegisterOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: '注册成功'
  }
  readonly headers: AnswerHeaders
}
interface RegisterFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: {
    readonly msg: '注册失败'
  }
  readonly headers: AnswerHeaders
}
type RegisterAnswer =
  | RegisterOk
  | RegisterFailed
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
interface LogoutOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: '成功退出登录'
  }
  readonly headers: AnswerHeaders
}
interface LogoutNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly msg: '登出失败，请检查登录状态'
  }
  readonly headers: AnswerHeaders
}
type LogoutAnswer =
  | LogoutOk
  | LogoutNotSignedIn
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface ModifyPasswordRequest {
  readonly old_pwd?: string | null | undefined
  readonly new_pwd?: string | null | undefined
  readonly confirm_pwd?: string | null | undefined
}
interface ModifyPasswordOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: '密码修改成功'
  }
  readonly headers: AnswerHeaders
}
interface ModifyPasswordFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: {
    readonly msg: '密码修改失败'
  }
  readonly headers: AnswerHeaders
}
type ModifyPasswordAnswer =
  | ModifyPasswordOk
  | ModifyPasswordFailed
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
interface GetInfoOkBody {
  readonly avatar: string
  readonly nickname: string | null
  readonly username: string | null
  readonly gender: boolean | null
  readonly age: number | null
  readonly birthday: string | null
  readonly telephone: string | null
  readonly signature: string
}
interface GetInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetInfoOkBody
  readonly headers: AnswerHeaders
}
interface GetInfoFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: {
    readonly msg: '获取信息失败'
  }
  readonly headers: AnswerHeaders
}
type GetInfoAnswer =
  | GetInfoOk
  | GetInfoFailed
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface UpdateInfoRequest {
  readonly avatar?: string | FileInput | null | undefined
  readonly username?: string | null | undefined
  readonly nickname?: string | null | undefined
  readonly gender?: boolean | number | string | null | undefined
  readonly birthday?: string | null | undefined
  readonly signature?: string | null | undefined
}
interface UpdateInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: '更新成功'
  }
  readonly headers: AnswerHeaders
}
interface UpdateInfoFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: {
    readonly msg: '更新失败'
  }
  readonly headers: AnswerHeaders
}
type UpdateInfoAnswer =
  | UpdateInfoOk
  | UpdateInfoFailed
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
interface ChangeTelNumRequest {
  readonly telephone?: string | null | undefined
}
interface ChangeTelNumOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: '手机号更新成功'
  }
  readonly headers: AnswerHeaders
}
interface ChangeTelNumFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: {
    readonly msg: '手机号更新失败'
  }
  readonly headers: AnswerHeaders
}
type ChangeTelNumAnswer =
  | ChangeTelNumOk
  | ChangeTelNumFailed
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
interface CreateQROk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly msg: '生成二维码成功'
  }
  readonly headers: AnswerHeaders
}
interface CreateQRFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: {
    readonly msg: '生成二维码失败'
  }
  readonly headers: AnswerHeaders
}
type CreateQRAnswer =
  | CreateQROk
  | CreateQRFailed
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface BadRequest {
  readonly outcome: 'badRequest'
  readonly status: 400
  readonly body: {
    readonly msg: '请求格式不正确'
  }
  readonly headers: AnswerHeaders
}
interface Forbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: {
    readonly msg: '拒绝跨站请求'
  }
  readonly headers: AnswerHeaders
}
interface PayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: {
    readonly msg: '请求内容过大'
  }
  readonly headers: AnswerHeaders
}
interface UnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: {
    readonly msg: '不支持的内容类型'
  }
  readonly headers: AnswerHeaders
}
interface TooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: {
    readonly msg: '请求过于频繁，请稍后再试'
  }
  readonly headers: AnswerHeaders
}
interface InternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: {
    readonly msg: '服务器内部错误'
  }
  readonly headers: AnswerHeaders
}
interface Unavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: {
    readonly msg: '服务暂时不可用，请稍后再试'
  }
  readonly headers: AnswerHeaders
}
interface CardClient {
  login(request: LoginRequest, options?: CallOptions): Promise<LoginAnswer>
  register(request: RegisterRequest, options?: CallOptions): Promise<RegisterAnswer>
  logout(options?: CallOptions): Promise<LogoutAnswer>
  modifyPassword(request: ModifyPasswordRequest, options?: CallOptions): Promise<ModifyPasswordAnswer>
  getInfo(options?: CallOptions): Promise<GetInfoAnswer>
  updateInfo(request: UpdateInfoRequest, options?: UploadOptions): Promise<UpdateInfoAnswer>
  changeTelNum(request: ChangeTelNumRequest, options?: CallOptions): Promise<ChangeTelNumAnswer>
  createQR(options?: CallOptions): Promise<CreateQRAnswer>
}
declare function createClient(options: ClientOptions): CardClient

export {
  Aborted,
  AnswerHeaders,
  type BadRequest,
  CallOptions,
  type CardClient,
  type ChangeTelNumAnswer,
  type ChangeTelNumFailed,
  type ChangeTelNumOk,
  type ChangeTelNumRequest,
  ClientOptions,
  type CreateQRAnswer,
  type CreateQRFailed,
  type CreateQROk,
  createClient,
  FileInput,
  type Forbidden,
  type GetInfoAnswer,
  type GetInfoFailed,
  type GetInfoOk,
  type GetInfoOkBody,
  type InternalError,
  InvalidRequest,
  type LoginAnswer,
  type LoginInvalidCredentials,
  type LoginOk,
  type LoginRequest,
  type LogoutAnswer,
  type LogoutNotSignedIn,
  type LogoutOk,
  type ModifyPasswordAnswer,
  type ModifyPasswordFailed,
  type ModifyPasswordOk,
  type ModifyPasswordRequest,
  NetworkError,
  type PayloadTooLarge,
  type RegisterAnswer,
  type RegisterFailed,
  type RegisterOk,
  type RegisterRequest,
  Timeout,
  type TooManyRequests,
  type Unavailable,
  UndocumentedAnswer,
  type UnsupportedMediaType,
  type UpdateInfoAnswer,
  type UpdateInfoFailed,
  type UpdateInfoOk,
  type UpdateInfoRequest,
  UploadOptions,
}
