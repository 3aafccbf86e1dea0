// Generated from packages/schema/src/card by `pnpm gen`: change the contract, not this file.
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
   * The account’s name: 1 to 20 of the characters A–Z, a–z, 0–9 and _. Case does not count.
   * @example 'li_lei'
   */
  readonly username?: string | null | undefined
  /**
   * The account’s password, up to 128 bytes.
   * @example 'hanmeimei_1'
   */
  readonly password?: string | null | undefined
}

/**
 * The caller is signed in.
 * Header `set-cookie`: The session cookie `acct_session` (`__Host-acct_session` on HTTPS).
 */
export interface LoginOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: '登录成功' }
  readonly headers: AnswerHeaders
}

/** No such account, not its password, a malformed field, or an account that is locked or closed for now. */
export interface LoginInvalidCredentials {
  readonly outcome: 'invalidCredentials'
  readonly status: 200
  readonly body: { readonly msg: '用户名或密码错误' }
  readonly headers: AnswerHeaders
}

/** Every way in which `login` can end. */
export type LoginAnswer =
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

/** What `register` takes. */
export interface RegisterRequest {
  /**
   * The account’s name: 1 to 20 of the characters A–Z, a–z, 0–9 and _. Case does not count.
   * @example 'li_lei'
   */
  readonly username?: string | null | undefined
  /**
   * 1 to 20 of the characters A–Z, a–z, 0–9 and _.
   * @example 'hanmeimei_1'
   */
  readonly password?: string | null | undefined
  /**
   * The name shown to others: 1 to 20 characters (Unicode code points) of any kind.
   * @example '李雷'
   */
  readonly nickname?: string | null | undefined
  /**
   * A mainland mobile number, exactly 11 digits. Kept as a claim: it is shown to its owner, but identifies nobody.
   * @example '13812345678'
   */
  readonly telephone?: string | null | undefined
}

/** The account exists from now on. */
export interface RegisterOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: '注册成功' }
  readonly headers: AnswerHeaders
}

/** A field is missing or malformed, or the username is taken. */
export interface RegisterFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: { readonly msg: '注册失败' }
  readonly headers: AnswerHeaders
}

/** Every way in which `register` can end. */
export type RegisterAnswer =
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

/**
 * The session is over and its cookie cleared.
 * Header `set-cookie`: Clears the session cookie.
 */
export interface LogoutOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: '成功退出登录' }
  readonly headers: AnswerHeaders
}

/** There was no session to end. */
export interface LogoutNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly msg: '登出失败，请检查登录状态' }
  readonly headers: AnswerHeaders
}

/** Every way in which `logout` can end. */
export type LogoutAnswer =
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

/** What `modifyPassword` takes. */
export interface ModifyPasswordRequest {
  /**
   * The present password, up to 128 bytes. A wrong one counts as a wrong login.
   * @example 'hanmeimei_1'
   */
  readonly old_pwd?: string | null | undefined
  /**
   * The new password: 1 to 20 of the characters A–Z, a–z, 0–9 and _.
   * @example 'lilei_2'
   */
  readonly new_pwd?: string | null | undefined
  /**
   * The new password again.
   * @example 'lilei_2'
   */
  readonly confirm_pwd?: string | null | undefined
}

/**
 * The new password holds from now on.
 * Header `set-cookie`: The fresh session’s cookie.
 */
export interface ModifyPasswordOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: '密码修改成功' }
  readonly headers: AnswerHeaders
}

/** Not signed in, the old password is wrong, or the new one is malformed or differs. */
export interface ModifyPasswordFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: { readonly msg: '密码修改失败' }
  readonly headers: AnswerHeaders
}

/** Every way in which `modifyPassword` can end. */
export type ModifyPasswordAnswer =
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

/** The body of `GetInfoOk`. */
export interface GetInfoOkBody {
  /**
   * Path of the picture on this server; a default picture if none was set.
   * @example '/files/default-avatar.png'
   */
  readonly avatar: string
  /**
   * The name shown to others; null if the account came from another API and never set one.
   * @example '李雷'
   */
  readonly nickname: string | null
  /**
   * The account’s name as it was typed; null if the account came from another API without one.
   * @example 'li_lei'
   */
  readonly username: string | null
  /**
   * false: 男 (male), true: 女 (female).
   * @example false
   */
  readonly gender: boolean | null
  /**
   * Whole years from `birthday` to today’s date in Asia/Shanghai.
   * @example 26
   */
  readonly age: number | null
  /**
   * RFC 3339 date-time, at the offset of Asia/Shanghai (+08:00).
   * @example '2000-01-01T00:00:00+08:00'
   */
  readonly birthday: string | null
  /**
   * The claimed number if there is one, else the verified one: 11 digits for a mainland number, E.164 for others.
   * @example '13812345678'
   */
  readonly telephone: string | null
  /**
   * The personal signature; empty if never set.
   * @example 'hello'
   */
  readonly signature: string
}

/** The profile. What was never set is null. */
export interface GetInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetInfoOkBody
  readonly headers: AnswerHeaders
}

/** Not signed in. */
export interface GetInfoFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: { readonly msg: '获取信息失败' }
  readonly headers: AnswerHeaders
}

/** Every way in which `getInfo` can end. */
export type GetInfoAnswer =
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

/** What `updateInfo` takes. */
export interface UpdateInfoRequest {
  /**
   * Path of a picture that this server gave to this account (see `getInfo`); or, an extension, the picture itself: a
   * JPEG, PNG, WebP or GIF, up to 5 MiB, 64 to 4096 pixels a side.
   * @example '/files/default-avatar.png'
   */
  readonly avatar?: string | FileInput | null | undefined
  /**
   * The account’s name: 1 to 20 of the characters A–Z, a–z, 0–9 and _. Case does not count.
   * @example 'li_lei'
   */
  readonly username?: string | null | undefined
  /**
   * The name shown to others: 1 to 20 characters (Unicode code points) of any kind.
   * @example '李雷'
   */
  readonly nickname?: string | null | undefined
  /**
   * false or 0: 男 (male), true or 1: 女 (female).
   * @example true
   */
  readonly gender?: boolean | number | string | null | undefined
  /**
   * A date (`2000-01-01`) or a date-time (`2000-01-01T08:00:00+08:00`; without an offset, Asia/Shanghai). Not in the
   * future, not before 1900.
   * @example '2000-01-01'
   */
  readonly birthday?: string | null | undefined
  /**
   * Up to 100 characters (Unicode code points).
   * @example 'hello'
   */
  readonly signature?: string | null | undefined
}

/** Everything given was changed. */
export interface UpdateInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: '更新成功' }
  readonly headers: AnswerHeaders
}

/**
 * Not signed in, nothing given, a malformed field, a taken username, or a picture that is not the caller’s or can not
 * be used. Nothing was changed.
 */
export interface UpdateInfoFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: { readonly msg: '更新失败' }
  readonly headers: AnswerHeaders
}

/** Every way in which `updateInfo` can end. */
export type UpdateInfoAnswer =
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

/** What `changeTelNum` takes. */
export interface ChangeTelNumRequest {
  /**
   * A mainland mobile number, exactly 11 digits. Kept as a claim: it is shown to its owner, but identifies nobody.
   * @example '13812345678'
   */
  readonly telephone?: string | null | undefined
}

/** The claim is kept. */
export interface ChangeTelNumOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: '手机号更新成功' }
  readonly headers: AnswerHeaders
}

/** Not signed in, or not a mainland mobile number. */
export interface ChangeTelNumFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: { readonly msg: '手机号更新失败' }
  readonly headers: AnswerHeaders
}

/** Every way in which `changeTelNum` can end. */
export type ChangeTelNumAnswer =
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

/**
 * The code exists from now on.
 * Header `content-location`: URL of the code as PNG; the same with `.svg` in place of `.png` as SVG. Readable by
 * whoever has it.
 */
export interface CreateQROk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly msg: '生成二维码成功' }
  readonly headers: AnswerHeaders
}

/** Not signed in. */
export interface CreateQRFailed {
  readonly outcome: 'failed'
  readonly status: 200
  readonly body: { readonly msg: '生成二维码失败' }
  readonly headers: AnswerHeaders
}

/** Every way in which `createQR` can end. */
export type CreateQRAnswer =
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

/** The request could not be read: a broken body, or a field of the wrong JSON type. */
export interface BadRequest {
  readonly outcome: 'badRequest'
  readonly status: 400
  readonly body: { readonly msg: '请求格式不正确' }
  readonly headers: AnswerHeaders
}

/** A page of a foreign site tried to use the session cookie, or to have a message sent. */
export interface Forbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: { readonly msg: '拒绝跨站请求' }
  readonly headers: AnswerHeaders
}

/** The request body is larger than this route takes. */
export interface PayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: { readonly msg: '请求内容过大' }
  readonly headers: AnswerHeaders
}

/** The body is neither JSON nor a form. */
export interface UnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: { readonly msg: '不支持的内容类型' }
  readonly headers: AnswerHeaders
}

/**
 * Too often: requests or look-ups of this source, or messages to one address.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface TooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: { readonly msg: '请求过于频繁，请稍后再试' }
  readonly headers: AnswerHeaders
}

/** Something broke on the server; nothing was changed. */
export interface InternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: { readonly msg: '服务器内部错误' }
  readonly headers: AnswerHeaders
}

/**
 * The server can not do this right now.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface Unavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: { readonly msg: '服务暂时不可用，请稍后再试' }
  readonly headers: AnswerHeaders
}

/**
 * The `card` API. Username and password, profile and personal QR code. The caller is known by the session cookie (or
 * Bearer). Documented errors are HTTP 200 with a message.
 */
export interface CardClient {
  /**
   * Sign in with a username and a password. Opens a new session and sets its cookie. A verified mobile number works in
   * place of the username. Ten wrong passwords within 15 minutes close the account’s password login for 15 minutes.
   *
   * `POST /user/login`: `ok`, `invalidCredentials`
   */
  login(request: LoginRequest, options?: CallOptions): Promise<LoginAnswer>

  /**
   * Create an account. Does not sign in.
   *
   * `POST /user/register`: `ok`, `failed`
   */
  register(request: RegisterRequest, options?: CallOptions): Promise<RegisterAnswer>

  /**
   * End the session.
   *
   * `POST /user/logout`: `ok`, `notSignedIn`
   */
  logout(options?: CallOptions): Promise<LogoutAnswer>

  /**
   * Change the caller’s password. Ends every other session of the account; the caller goes on in a fresh one.
   *
   * `POST /user/modifyPassword`: `ok`, `failed`
   */
  modifyPassword(request: ModifyPasswordRequest, options?: CallOptions): Promise<ModifyPasswordAnswer>

  /**
   * Read the caller’s own profile.
   *
   * `POST /user/getInfo`: `ok`, `failed`
   */
  getInfo(options?: CallOptions): Promise<GetInfoAnswer>

  /**
   * Change the caller’s own profile. Every field may be left out, but at least one must be there. All of them are
   * changed, or none.
   *
   * `POST /user/updateInfo`: `ok`, `failed`
   */
  updateInfo(request: UpdateInfoRequest, options?: UploadOptions): Promise<UpdateInfoAnswer>

  /**
   * Claim another mobile number. The number is shown to the caller and identifies nobody. A verified number of the
   * account, if it has one, stays its login and recovery number, and is told by SMS.
   *
   * `POST /user/changeTelNum`: `ok`, `failed`
   */
  changeTelNum(request: ChangeTelNumRequest, options?: CallOptions): Promise<ChangeTelNumAnswer>

  /**
   * Make the caller’s QR code. The code opens the caller’s public profile page on this server.
   *
   * `POST /user/createQR`: `ok`, `failed`
   */
  createQR(options?: CallOptions): Promise<CreateQRAnswer>
}
