// Generated from packages/schema/src/social by `pnpm gen`: change the contract, not this file.
import type {
  Aborted,
  AnswerHeaders,
  InvalidRequest,
  NetworkError,
  Timeout,
  UndocumentedAnswer,
} from '../../runtime/answer.ts'
import type { CallOptions, FileInput, UploadOptions } from '../../runtime/options.ts'

/** What `login` takes. */
export interface LoginRequest {
  /**
   * 1: by `account` and `password`. 2 QQ, 3 WeChat, 4 Weibo: by `token` and `openid`.
   * @example '1'
   */
  readonly user_type?: string | number | null | undefined
  /**
   * The provider’s access token.
   * @example ''
   */
  readonly token?: string | null | undefined
  /**
   * The provider’s openid (Weibo: the uid).
   * @example ''
   */
  readonly openid?: string | null | undefined
  /**
   * The account’s name, or a verified mobile number or e-mail of it.
   * @example '13812345678'
   */
  readonly account?: string | null | undefined
  /**
   * The account’s password, up to 128 bytes.
   * @example 'hanmeimei1'
   */
  readonly password?: string | null | undefined
}

/** Who signed in. */
export interface LoginOkBodyDataUserInfo {
  /**
   * The account’s id.
   * @example 4503599627370497
   */
  readonly uid: number
  /**
   * The account’s name, else its 11-digit number, else its e-mail; empty if it has none of them.
   * @example '13812345678'
   */
  readonly account: string
  /**
   * The name shown to others; empty if never set.
   * @example '李雷'
   */
  readonly name: string
  /**
   * 1: 男 (male), 0: 女 (female), null: unknown.
   * @example 1
   */
  readonly gender: 1 | 0 | null
  /**
   * How the caller signed in: 1 by password, 2 QQ, 3 WeChat, 4 Weibo.
   * @example 1
   */
  readonly user_type: 1 | 2 | 3 | 4
  /**
   * 1: fine, 2: locked.
   * @example 1
   */
  readonly user_status: 1 | 2
  /**
   * URL of the picture, 100×100; a default picture if none was set.
   * @example 'https://id.example.com/files/0123456789abcdefghijkl-100.jpg'
   */
  readonly avator: string
  /**
   * URL of the picture, 640×640; a default picture if none was set.
   * @example 'https://id.example.com/files/0123456789abcdefghijkl.jpg'
   */
  readonly large_avator: string
  /**
   * The session’s token: the field `token` of the other routes.
   * @example 'acct_s_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly token: string
  /**
   * When the session is over at the latest, in seconds since 1970.
   * @example 1801450000
   */
  readonly expires: number
  /**
   * The claimed number if there is one, else the verified one: 11 digits for a mainland number, E.164 without `+` for
   * others.
   * @example 13812345678
   */
  readonly phone: number | null
  /**
   * The claimed e-mail if there is one, else the verified one.
   * @example 'li.lei@example.com'
   */
  readonly email: string | null
  /**
   * 1 if this sign-in made the account, else 0.
   * @example 0
   */
  readonly is_new_user: 1 | 0
}

/** What there is to know. */
export interface LoginOkBodyData {
  /** Who signed in. */
  readonly user_info: LoginOkBodyDataUserInfo
}

/** The body of `LoginOk`. */
export interface LoginOkBody {
  /** What happened, for programs. */
  readonly code: 1000
  /** What happened, for people. */
  readonly msg: 'succ'
  /** What there is to know. */
  readonly data: LoginOkBodyData
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

/** No such account, not its password, closed for now, or not proven to be this person of the provider. */
export interface LoginInvalidCredentials {
  readonly outcome: 'invalidCredentials'
  readonly status: 200
  readonly body: { readonly code: 3100; readonly msg: '账号或密码错误'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Everything is right, but an operator locked the account. */
export interface LoginLocked {
  readonly outcome: 'locked'
  readonly status: 200
  readonly body: { readonly code: 3101; readonly msg: '账号已锁定'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** The request could not be read: a broken body, or a field of the wrong JSON type. */
export interface LoginBadRequest {
  readonly outcome: 'badRequest'
  readonly status: 400
  readonly body: { readonly code: 400; readonly msg: '请求格式不正确'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** A page of a foreign site tried to use the session cookie, or to have a message sent. */
export interface LoginForbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: { readonly code: 403; readonly msg: '拒绝跨站请求'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** The request body is larger than this route takes. */
export interface LoginPayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: { readonly code: 413; readonly msg: '请求内容过大'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** The body is neither JSON nor a form. */
export interface LoginUnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: { readonly code: 415; readonly msg: '不支持的内容类型'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/**
 * Too often: requests or look-ups of this source, or messages to one address.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface LoginTooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: { readonly code: 429; readonly msg: '请求过于频繁，请稍后再试'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Something broke on the server; nothing was changed. */
export interface LoginInternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: { readonly code: 500; readonly msg: '服务器内部错误'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/**
 * The server can not do this right now.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface LoginUnavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: { readonly code: 503; readonly msg: '服务暂时不可用，请稍后再试'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Every way in which `login` can end. */
export type LoginAnswer =
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

/** What `register` takes. */
export interface RegisterRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone?: string | null | undefined
  /**
   * 8 to 16 letters and digits, at least one of each.
   * @example 'hanmeimei1'
   */
  readonly password?: string | null | undefined
  /**
   * The code that was sent to the number. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly verifycode?: string | number | null | undefined
}

/** The account. */
export interface RegisterOkBodyData {
  /**
   * The account’s id, in digits.
   * @example '4503599627370497'
   */
  readonly uid: string
}

/** The body of `RegisterOk`. */
export interface RegisterOkBody {
  /** What happened, for programs. */
  readonly code: '000000'
  /** What happened, for people. */
  readonly msg: 'success'
  /** The account. */
  readonly data: RegisterOkBodyData
}

/** The account exists from now on. */
export interface RegisterOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: RegisterOkBody
  readonly headers: AnswerHeaders
}

/** The code is missing, wrong, expired, used up, or was never sent. */
export interface RegisterCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: { readonly code: '3200'; readonly msg: '验证码错误'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Not a mobile number, or, told only after the right code, a registered one. */
export interface RegisterPhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: { readonly code: '3201'; readonly msg: '手机号输入有误'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** `password` is not 8 to 16 letters and digits with at least one of each. */
export interface RegisterPasswordInvalid {
  readonly outcome: 'passwordInvalid'
  readonly status: 200
  readonly body: { readonly code: '3202'; readonly msg: '密码不符合规则'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Something broke on the server; nothing was changed. */
export interface RegisterFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: { readonly code: '3203'; readonly msg: '系统错误'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Every way in which `register` can end. */
export type RegisterAnswer =
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

/** What `updateAvatar` takes. */
export interface UpdateAvatarRequest {
  /** A JPEG, PNG, WebP or GIF, whatever its name: up to 5 MiB, 64 to 4096 pixels a side. */
  readonly image?: FileInput | null | undefined
  /**
   * The `token` of `login`. `Authorization: Bearer …` or the session cookie will do as well.
   * An extension: not in the original document.
   * @example 'acct_s_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly token?: string | null | undefined
}

/** The picture. */
export interface UpdateAvatarOkBodyData {
  /**
   * URL of the picture, 100×100; a default picture if none was set.
   * @example 'https://id.example.com/files/0123456789abcdefghijkl-100.jpg'
   */
  readonly avator: string
}

/** The body of `UpdateAvatarOk`. */
export interface UpdateAvatarOkBody {
  /** What happened, for programs. */
  readonly code: '000000'
  /** What happened, for people. */
  readonly msg: 'success'
  /** The picture. */
  readonly data: UpdateAvatarOkBodyData
}

/** The picture is set. */
export interface UpdateAvatarOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: UpdateAvatarOkBody
  readonly headers: AnswerHeaders
}

/** No file, or not a picture of these formats, or a broken one. */
export interface UpdateAvatarPictureInvalid {
  readonly outcome: 'pictureInvalid'
  readonly status: 200
  readonly body: { readonly code: '3300'; readonly msg: '图片格式不正确'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** More than 5 MiB, or than 4096 pixels a side. */
export interface UpdateAvatarPictureTooLarge {
  readonly outcome: 'pictureTooLarge'
  readonly status: 200
  readonly body: { readonly code: '3301'; readonly msg: '图片过大'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Less than 64 pixels a side. */
export interface UpdateAvatarPictureTooSmall {
  readonly outcome: 'pictureTooSmall'
  readonly status: 200
  readonly body: { readonly code: '3302'; readonly msg: '图片过小'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Every way in which `updateAvatar` can end. */
export type UpdateAvatarAnswer =
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

/** What `updateInfo` takes. */
export interface UpdateInfoRequest {
  /**
   * The name shown to others: 1 to 64 characters (Unicode code points).
   * @example '李雷'
   */
  readonly name?: string | null | undefined
  /**
   * 1: 男 (male), 0: 女 (female).
   * @example '1'
   */
  readonly gender?: string | number | null | undefined
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone?: string | null | undefined
  /**
   * An e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly email?: string | null | undefined
  /**
   * The `token` of `login`. `Authorization: Bearer …` or the session cookie will do as well.
   * An extension: not in the original document.
   * @example 'acct_s_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly token?: string | null | undefined
}

/** The profile as it is now. What was never set is empty. */
export interface UpdateInfoOkBodyData {
  /**
   * The name shown to others.
   * @example '李雷'
   */
  readonly name: string
  /**
   * The claimed number if there is one, else the verified one: 11 digits for a mainland number, E.164 for others.
   * @example '13812345678'
   */
  readonly phone: string
  /**
   * 1: 男 (male), 0: 女 (female).
   * @example '1'
   */
  readonly gender: '1' | '0' | ''
  /**
   * URL of the picture, 100×100; a default picture if none was set.
   * @example 'https://id.example.com/files/0123456789abcdefghijkl-100.jpg'
   */
  readonly avator: string
  /**
   * URL of the picture, 640×640; a default picture if none was set.
   * @example 'https://id.example.com/files/0123456789abcdefghijkl.jpg'
   */
  readonly large_avator: string
  /**
   * The claimed e-mail if there is one, else the verified one.
   * @example 'li.lei@example.com'
   */
  readonly email: string
}

/** The body of `UpdateInfoOk`. */
export interface UpdateInfoOkBody {
  /** What happened, for programs. */
  readonly code: '000000'
  /** What happened, for people. */
  readonly msg: 'success'
  /** The profile as it is now. What was never set is empty. */
  readonly data: UpdateInfoOkBodyData
}

/** Everything given was changed. */
export interface UpdateInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: UpdateInfoOkBody
  readonly headers: AnswerHeaders
}

/** Another account has proven that the number is its own. */
export interface UpdateInfoPhoneTaken {
  readonly outcome: 'phoneTaken'
  readonly status: 200
  readonly body: { readonly code: '3400'; readonly msg: '手机号已注册'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Another account has proven that the e-mail is its own. */
export interface UpdateInfoEmailTaken {
  readonly outcome: 'emailTaken'
  readonly status: 200
  readonly body: { readonly code: '3401'; readonly msg: '邮箱已被占用'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Every way in which `updateInfo` can end. */
export type UpdateInfoAnswer =
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

/** What `sendVerifycode` takes. */
export interface SendVerifycodeRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone?: string | null | undefined
}

/** The SMS is on its way. */
export interface SendVerifycodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly code: '000000'; readonly msg: 'success'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Not a mobile number. */
export interface SendVerifycodePhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: { readonly code: '3201'; readonly msg: '手机号输入有误'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Every way in which `sendVerifycode` can end. */
export type SendVerifycodeAnswer =
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

/** The request could not be read: a broken body, or a field of the wrong JSON type. */
export interface BadRequest {
  readonly outcome: 'badRequest'
  readonly status: 400
  readonly body: { readonly code: '400'; readonly msg: '请求格式不正确'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface Unauthorized {
  readonly outcome: 'unauthorized'
  readonly status: 401
  readonly body: { readonly code: '401'; readonly msg: '请先登录'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** A page of a foreign site tried to use the session cookie, or to have a message sent. */
export interface Forbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: { readonly code: '403'; readonly msg: '拒绝跨站请求'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** The request body is larger than this route takes. */
export interface PayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: { readonly code: '413'; readonly msg: '请求内容过大'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** The body is neither JSON nor a form. */
export interface UnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: { readonly code: '415'; readonly msg: '不支持的内容类型'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/**
 * Too often: requests or look-ups of this source, or messages to one address.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface TooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: { readonly code: '429'; readonly msg: '请求过于频繁，请稍后再试'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/** Something broke on the server; nothing was changed. */
export interface InternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: { readonly code: '500'; readonly msg: '服务器内部错误'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/**
 * The server can not do this right now.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface Unavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: { readonly code: '503'; readonly msg: '服务暂时不可用，请稍后再试'; readonly data: { readonly [key: string]: never } }
  readonly headers: AnswerHeaders
}

/**
 * The `social` API. Password, QQ, WeChat and Weibo, a picture and a profile. The caller is known by the session’s token
 * (a field, or Bearer) or the session cookie. Documented errors are HTTP 200 with a code.
 */
export interface SocialClient {
  /**
   * Sign in with a password, or through QQ, WeChat or Weibo. Opens a new session. A provider’s token must have been
   * issued to an app that the operator configured, and to the person of this openid; the first time it makes an account
   * with their name and picture. Ten wrong passwords within 15 minutes close the account’s password login for 15
   * minutes.
   *
   * `POST /user/login`: `ok`, `invalidCredentials`, `locked`
   */
  login(request: LoginRequest, options?: CallOptions): Promise<LoginAnswer>

  /**
   * Create an account with a mobile number and a password. The number is proven by the code of `sendVerifycode`. Does
   * not sign in.
   *
   * `POST /user/register`: `ok`, `codeWrong`, `phoneInvalid`, `passwordInvalid`, `failed`
   */
  register(request: RegisterRequest, options?: CallOptions): Promise<RegisterAnswer>

  /**
   * Set the caller’s picture. Stored anew as JPEG in 100×100 and 640×640, upright, without anything that the file said
   * beside the picture. Of an animation the first frame. The picture before it is gone.
   *
   * `POST /user/update_avator`: `ok`, `pictureInvalid`, `pictureTooLarge`, `pictureTooSmall`
   */
  updateAvatar(request: UpdateAvatarRequest, options?: UploadOptions): Promise<UpdateAvatarAnswer>

  /**
   * Change the caller’s own profile. Fields left out stay as they are; all the others are changed, or none. A number
   * and an e-mail are claims: shown to their owner, they identify nobody. A verified one stays for sign-in and
   * recovery, and is told. What is malformed is a `badRequest`.
   *
   * `POST /user/update_info`: `ok`, `phoneTaken`, `emailTaken`
   */
  updateInfo(request: UpdateInfoRequest, options?: CallOptions): Promise<UpdateInfoAnswer>

  /**
   * Send a code by SMS, to register with. A code is good for 10 minutes and one use. One message a minute to a number,
   * 5 an hour, 10 a day, whichever API asks. A number that has an account gets an SMS that says so in place of a code;
   * the answer is the same.
   * An extension: not in the original document.
   *
   * `POST /user/send_verifycode`: `ok`, `phoneInvalid`
   */
  sendVerifycode(request: SendVerifycodeRequest, options?: CallOptions): Promise<SendVerifycodeAnswer>
}
