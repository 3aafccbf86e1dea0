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
  readonly user_type?: string | number | null | undefined
  readonly token?: string | null | undefined
  readonly openid?: string | null | undefined
  readonly account?: string | null | undefined
  readonly password?: string | null | undefined
}
interface LoginOkBodyDataUserInfo {
  readonly uid: number
  readonly account: string
  readonly name: string
  readonly gender: 1 | 0 | null
  readonly user_type: 1 | 2 | 3 | 4
  readonly user_status: 1 | 2
  readonly avator: string
  readonly large_avator: string
  readonly token: string
  readonly expires: number
  readonly phone: number | null
  readonly email: string | null
  readonly is_new_user: 1 | 0
}
interface LoginOkBodyData {
  readonly user_info: LoginOkBodyDataUserInfo
}
interface LoginOkBody {
  readonly code: 1000
  readonly msg: 'succ'
  readonly data: LoginOkBodyData
}
interface LoginOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: LoginOkBody
  readonly headers: AnswerHeaders
}
interface LoginInvalidCredentials {
  readonly outcome: 'invalidCredentials'
  readonly status: 200
  readonly body: {
    readonly code: 3100
    readonly msg: '账号或密码错误'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface LoginLocked {
  readonly outcome: 'locked'
  readonly status: 200
  readonly body: {
    readonly code: 3101
    readonly msg: '账号已锁定'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface LoginBadRequest {
  readonly outcome: 'badRequest'
  readonly status: 400
  readonly body: {
    readonly code: 400
    readonly msg: '请求格式不正确'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface LoginForbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: {
    readonly code: 403
    readonly msg: '拒绝跨站请求'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface LoginPayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: {
    readonly code: 413
    readonly msg: '请求内容过大'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface LoginUnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: {
    readonly code: 415
    readonly msg: '不支持的内容类型'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface LoginTooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: {
    readonly code: 429
    readonly msg: '请求过于频繁，请稍后再试'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface LoginInternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: {
    readonly code: 500
    readonly msg: '服务器内部错误'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface LoginUnavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: {
    readonly code: 503
    readonly msg: '服务暂时不可用，请稍后再试'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
type LoginAnswer =
  | LoginOk
  | LoginInvalidCredentials
  | LoginLocked
  | LoginBadRequest
  | LoginForbidden
  | LoginPayloadTooLarge
  | LoginUnsupportedMediaType
  | LoginTooManyRequests
  | LoginInternalError
  | LoginUnavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface RegisterRequest {
  readonly phone?: string | null | undefined
  readonly password?: string | null | undefined
  readonly verifycode?: string | number | null | undefined
}
interface RegisterOkBodyData {
  readonly uid: string
}
interface RegisterOkBody {
  readonly code: '000000'
  readonly msg: 'success'
  readonly data: RegisterOkBodyData
}
interface RegisterOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: RegisterOkBody
  readonly headers: AnswerHeaders
}
interface RegisterCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: {
    readonly code: '3200'
    readonly msg: '验证码错误'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface RegisterPhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: {
    readonly code: '3201'
    readonly msg: '手机号输入有误'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface RegisterPasswordInvalid {
  readonly outcome: 'passwordInvalid'
  readonly status: 200
  readonly body: {
    readonly code: '3202'
    readonly msg: '密码不符合规则'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface RegisterFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: {
    readonly code: '3203'
    readonly msg: '系统错误'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
type RegisterAnswer =
  | RegisterOk
  | RegisterCodeWrong
  | RegisterPhoneInvalid
  | RegisterPasswordInvalid
  | RegisterFailed
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
interface UpdateAvatarRequest {
  readonly image?: FileInput | null | undefined
  readonly token?: string | null | undefined
}
interface UpdateAvatarOkBodyData {
  readonly avator: string
}
interface UpdateAvatarOkBody {
  readonly code: '000000'
  readonly msg: 'success'
  readonly data: UpdateAvatarOkBodyData
}
interface UpdateAvatarOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: UpdateAvatarOkBody
  readonly headers: AnswerHeaders
}
interface UpdateAvatarPictureInvalid {
  readonly outcome: 'pictureInvalid'
  readonly status: 200
  readonly body: {
    readonly code: '3300'
    readonly msg: '图片格式不正确'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface UpdateAvatarPictureTooLarge {
  readonly outcome: 'pictureTooLarge'
  readonly status: 200
  readonly body: {
    readonly code: '3301'
    readonly msg: '图片过大'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface UpdateAvatarPictureTooSmall {
  readonly outcome: 'pictureTooSmall'
  readonly status: 200
  readonly body: {
    readonly code: '3302'
    readonly msg: '图片过小'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
type UpdateAvatarAnswer =
  | UpdateAvatarOk
  | UpdateAvatarPictureInvalid
  | UpdateAvatarPictureTooLarge
  | UpdateAvatarPictureTooSmall
  | BadRequest
  | Unauthorized
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
interface UpdateInfoRequest {
  readonly name?: string | null | undefined
  readonly gender?: string | number | null | undefined
  readonly phone?: string | null | undefined
  readonly email?: string | null | undefined
  readonly token?: string | null | undefined
}
interface UpdateInfoOkBodyData {
  readonly name: string
  readonly phone: string
  readonly gender: '1' | '0' | ''
  readonly avator: string
  readonly large_avator: string
  readonly email: string
}
interface UpdateInfoOkBody {
  readonly code: '000000'
  readonly msg: 'success'
  readonly data: UpdateInfoOkBodyData
}
interface UpdateInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: UpdateInfoOkBody
  readonly headers: AnswerHeaders
}
interface UpdateInfoPhoneTaken {
  readonly outcome: 'phoneTaken'
  readonly status: 200
  readonly body: {
    readonly code: '3400'
    readonly msg: '手机号已注册'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface UpdateInfoEmailTaken {
  readonly outcome: 'emailTaken'
  readonly status: 200
  readonly body: {
    readonly code: '3401'
    readonly msg: '邮箱已被占用'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
type UpdateInfoAnswer =
  | UpdateInfoOk
  | UpdateInfoPhoneTaken
  | UpdateInfoEmailTaken
  | BadRequest
  | Unauthorized
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
interface SendVerifycodeRequest {
  readonly phone?: string | null | undefined
}
interface SendVerifycodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly code: '000000'
    readonly msg: 'success'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface SendVerifycodePhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: {
    readonly code: '3201'
    readonly msg: '手机号输入有误'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
type SendVerifycodeAnswer =
  | SendVerifycodeOk
  | SendVerifycodePhoneInvalid
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
    readonly code: '400'
    readonly msg: '请求格式不正确'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface Unauthorized {
  readonly outcome: 'unauthorized'
  readonly status: 401
  readonly body: {
    readonly code: '401'
    readonly msg: '请先登录'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface Forbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: {
    readonly code: '403'
    readonly msg: '拒绝跨站请求'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface PayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: {
    readonly code: '413'
    readonly msg: '请求内容过大'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface UnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: {
    readonly code: '415'
    readonly msg: '不支持的内容类型'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface TooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: {
    readonly code: '429'
    readonly msg: '请求过于频繁，请稍后再试'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface InternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: {
    readonly code: '500'
    readonly msg: '服务器内部错误'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface Unavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: {
    readonly code: '503'
    readonly msg: '服务暂时不可用，请稍后再试'
    readonly data: {
      readonly [key: string]: never
    }
  }
  readonly headers: AnswerHeaders
}
interface SocialClient {
  login(request: LoginRequest, options?: CallOptions): Promise<LoginAnswer>
  register(request: RegisterRequest, options?: CallOptions): Promise<RegisterAnswer>
  updateAvatar(request: UpdateAvatarRequest, options?: UploadOptions): Promise<UpdateAvatarAnswer>
  updateInfo(request: UpdateInfoRequest, options?: CallOptions): Promise<UpdateInfoAnswer>
  sendVerifycode(request: SendVerifycodeRequest, options?: CallOptions): Promise<SendVerifycodeAnswer>
}
declare function createClient(options: ClientOptions): SocialClient

export {
  Aborted,
  AnswerHeaders,
  type BadRequest,
  CallOptions,
  ClientOptions,
  createClient,
  FileInput,
  type Forbidden,
  type InternalError,
  InvalidRequest,
  type LoginAnswer,
  type LoginBadRequest,
  type LoginForbidden,
  type LoginInternalError,
  type LoginInvalidCredentials,
  type LoginLocked,
  type LoginOk,
  type LoginOkBody,
  type LoginOkBodyData,
  type LoginOkBodyDataUserInfo,
  type LoginPayloadTooLarge,
  type LoginRequest,
  type LoginTooManyRequests,
  type LoginUnavailable,
  type LoginUnsupportedMediaType,
  NetworkError,
  type PayloadTooLarge,
  type RegisterAnswer,
  type RegisterCodeWrong,
  type RegisterFailed,
  type RegisterOk,
  type RegisterOkBody,
  type RegisterOkBodyData,
  type RegisterPasswordInvalid,
  type RegisterPhoneInvalid,
  type RegisterRequest,
  type SendVerifycodeAnswer,
  type SendVerifycodeOk,
  type SendVerifycodePhoneInvalid,
  type SendVerifycodeRequest,
  type SocialClient,
  Timeout,
  type TooManyRequests,
  type Unauthorized,
  type Unavailable,
  UndocumentedAnswer,
  type UnsupportedMediaType,
  type UpdateAvatarAnswer,
  type UpdateAvatarOk,
  type UpdateAvatarOkBody,
  type UpdateAvatarOkBodyData,
  type UpdateAvatarPictureInvalid,
  type UpdateAvatarPictureTooLarge,
  type UpdateAvatarPictureTooSmall,
  type UpdateAvatarRequest,
  type UpdateInfoAnswer,
  type UpdateInfoEmailTaken,
  type UpdateInfoOk,
  type UpdateInfoOkBody,
  type UpdateInfoOkBodyData,
  type UpdateInfoPhoneTaken,
  type UpdateInfoRequest,
  UploadOptions,
}
