// Generated from packages/schema/src/token by `pnpm gen`: change the contract, not this file.
import type {
  Aborted,
  AnswerHeaders,
  InvalidRequest,
  NetworkError,
  Timeout,
  UndocumentedAnswer,
} from '../../runtime/answer.ts'
import type { CallOptions } from '../../runtime/options.ts'

/** What `login` takes. */
export interface LoginRequest {
  /**
   * A verified mobile number or e-mail of the account.
   * @example '13812345678'
   */
  readonly loginName?: string | null | undefined
  /**
   * The account’s password, up to 128 bytes.
   * @example 'hanmeimei_1'
   */
  readonly password?: string | null | undefined
}

/** The body of `LoginOk`. */
export interface LoginOkBody {
  /** It worked. */
  readonly status: true
  /** Nothing. */
  readonly data: ''
  /**
   * An access token, good for 15 minutes, and no longer than its session.
   * @example 'acct_a_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly token: string
  /**
   * Gets new access tokens (`refreshToken`), for 30 days and no longer than its session.
   * @example 'acct_r_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly refreshToken: string
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

/** `loginName` is missing or empty. */
export interface LoginLoginNameMissing {
  readonly outcome: 'loginNameMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '请输入注册时用的邮箱或者手机号呀' }
  readonly headers: AnswerHeaders
}

/** `password` is missing or empty. */
export interface LoginPasswordMissing {
  readonly outcome: 'passwordMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '喵，你没输入密码么？' }
  readonly headers: AnswerHeaders
}

/** No such account, not its password, or an account that is locked or closed for now. */
export interface LoginInvalidCredentials {
  readonly outcome: 'invalidCredentials'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '用户名或密码错误' }
  readonly headers: AnswerHeaders
}

/** Every way in which `login` can end. */
export type LoginAnswer =
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

/** What `register` takes. */
export interface RegisterRequest {
  /**
   * The account’s name, up to 15 bytes in UTF-8. No space or @, nothing that reads as a phone number. Case does not
   * count.
   * @example '李雷'
   */
  readonly username?: string | null | undefined
  /**
   * 6 to 16 bytes in UTF-8.
   * @example 'hanmeimei_1'
   */
  readonly password?: string | null | undefined
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone?: string | null | undefined
  /**
   * The code that was sent to the number. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly verify_code?: string | number | null | undefined
}

/** The account exists from now on. */
export interface RegisterOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly status: true; readonly data: '注册成功！' }
  readonly headers: AnswerHeaders
}

/** `username` is missing or empty. */
export interface RegisterUsernameMissing {
  readonly outcome: 'usernameMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '用户名不能为空' }
  readonly headers: AnswerHeaders
}

/** `username` is longer than 15 bytes. */
export interface RegisterUsernameTooLong {
  readonly outcome: 'usernameTooLong'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '用户名太长了' }
  readonly headers: AnswerHeaders
}

/**
 * `username` is malformed, reads as an address, or holds a forbidden word.
 * An extension: not in the original document.
 */
export interface RegisterUsernameRefused {
  readonly outcome: 'usernameRefused'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '用户名不合法' }
  readonly headers: AnswerHeaders
}

/** `password` is missing or shorter than 6 bytes. */
export interface RegisterPasswordTooShort {
  readonly outcome: 'passwordTooShort'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '密码不能小于6个字符' }
  readonly headers: AnswerHeaders
}

/** `password` is longer than 16 bytes. */
export interface RegisterPasswordTooLong {
  readonly outcome: 'passwordTooLong'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '密码不能大于16个字符' }
  readonly headers: AnswerHeaders
}

/** `phone` is missing or empty. */
export interface RegisterPhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '手机号不可为空' }
  readonly headers: AnswerHeaders
}

/**
 * `phone` is not a mobile number.
 * An extension: not in the original document.
 */
export interface RegisterPhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '手机号不合法' }
  readonly headers: AnswerHeaders
}

/** Another account has the number. */
export interface RegisterPhoneTaken {
  readonly outcome: 'phoneTaken'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '该手机号已经被注册' }
  readonly headers: AnswerHeaders
}

/** `verify_code` is missing or empty. */
export interface RegisterCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '请输入验证码' }
  readonly headers: AnswerHeaders
}

/** No code is pending: it was never sent, expired, was used up or burnt. */
export interface RegisterCodeNotSent {
  readonly outcome: 'codeNotSent'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '未发送验证码' }
  readonly headers: AnswerHeaders
}

/** Not the code that was sent to the number. */
export interface RegisterCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '验证码错误' }
  readonly headers: AnswerHeaders
}

/**
 * The code is right, but another account has the name. The code stays good.
 * An extension: not in the original document.
 */
export interface RegisterUsernameTaken {
  readonly outcome: 'usernameTaken'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '昵称已存在' }
  readonly headers: AnswerHeaders
}

/** Every way in which `register` can end. */
export type RegisterAnswer =
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

/** What `getSelf` takes. */
export interface GetSelfRequest {
  /**
   * The access token. `Authorization: Bearer …` or the session cookie will do in its place, and keeps it out of URLs.
   * @example 'acct_a_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly token?: string | null | undefined
}

/** The account. */
export interface GetSelfOkBodyData {
  /**
   * The account’s id.
   * @example 4503599627370497
   */
  readonly Uid: number
  /**
   * The account’s name as it was typed; empty if it has none.
   * @example '李雷'
   */
  readonly Username: string
  /** Always empty: the document has the key, nobody gets the secret. */
  readonly Password: ''
  /**
   * The e-mail; empty if there is none.
   * @example 'li.lei@example.com'
   */
  readonly Email: string
  /**
   * The mobile number, 11 digits for a mainland number, E.164 for others; empty if there is none.
   * @example '13812345678'
   */
  readonly Phone: string
  /** Always empty: the document has the key, nobody gets the secret. */
  readonly Salt: ''
  /**
   * When the account was made, RFC 3339.
   * @example '2026-01-02T03:04:05.678Z'
   */
  readonly RegDate: string
  /**
   * The personal signature; empty if there is none.
   * @example 'hello'
   */
  readonly Statement: string
}

/** The body of `GetSelfOk`. */
export interface GetSelfOkBody {
  /** It worked. */
  readonly status: true
  /** The account. */
  readonly data: GetSelfOkBodyData
}

/** The caller’s account. */
export interface GetSelfOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetSelfOkBody
  readonly headers: AnswerHeaders
}

/** There is no token, or an empty one. */
export interface GetSelfTokenMissing {
  readonly outcome: 'tokenMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: 'token 不可为空' }
  readonly headers: AnswerHeaders
}

/** The token is no access token, or it expired, or its session is over. */
export interface GetSelfTokenInvalid {
  readonly outcome: 'tokenInvalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: 'token 不合法' }
  readonly headers: AnswerHeaders
}

/** Every way in which `getSelf` can end. */
export type GetSelfAnswer =
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

/** What `getInfo` takes. */
export interface GetInfoRequest {
  /**
   * The account’s id, in digits.
   * @example 4503599627370497
   */
  readonly uid: number | string
}

/** What its owner shows. */
export interface GetInfoOkBodyData {
  /**
   * The account’s id.
   * @example 4503599627370497
   */
  readonly Uid: number
  /**
   * The account’s name as it was typed; empty if it has none.
   * @example '李雷'
   */
  readonly Username: string
  /**
   * Empty unless its owner shows it.
   * @example 'li.lei@example.com'
   */
  readonly Email: string
  /**
   * Empty unless its owner shows it.
   * @example '13812345678'
   */
  readonly Phone: string
  /**
   * When the account was made, RFC 3339.
   * @example '2026-01-02T03:04:05.678Z'
   */
  readonly RegDate: string
  /**
   * The personal signature; empty if there is none.
   * @example 'hello'
   */
  readonly Statement: string
}

/** The body of `GetInfoOk`. */
export interface GetInfoOkBody {
  /** It worked. */
  readonly status: true
  /** What its owner shows. */
  readonly data: GetInfoOkBodyData
}

/** What there is to know. */
export interface GetInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetInfoOkBody
  readonly headers: AnswerHeaders
}

/** There is no account with this id. */
export interface GetInfoUserNotFound {
  readonly outcome: 'userNotFound'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '用户不存在' }
  readonly headers: AnswerHeaders
}

/** Every way in which `getInfo` can end. */
export type GetInfoAnswer =
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

/** What `setEmail` takes. */
export interface SetEmailRequest {
  /**
   * A verified mobile number or e-mail of the caller. May be empty, with its code, where the caller has none.
   * @example '13812345678'
   */
  readonly original_address?: string | null | undefined
  /**
   * The code that was sent there. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly original_code?: string | number | null | undefined
  /**
   * The new e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly new_email?: string | null | undefined
  /**
   * The code that was sent to the new address. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly new_code?: string | number | null | undefined
  /**
   * The access token. `Authorization: Bearer …` or the session cookie will do in its place, and keeps it out of URLs.
   * @example 'acct_a_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly token?: string | null | undefined
}

/** The new address is the caller’s from now on. */
export interface SetEmailOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly status: true; readonly data: '' }
  readonly headers: AnswerHeaders
}

/** There is no token, or an empty one. */
export interface SetEmailTokenMissing {
  readonly outcome: 'tokenMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: 'token 不可为空' }
  readonly headers: AnswerHeaders
}

/** The token is no access token, or it expired, or its session is over. */
export interface SetEmailTokenInvalid {
  readonly outcome: 'tokenInvalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: 'token 不合法' }
  readonly headers: AnswerHeaders
}

/**
 * `original_address` is not a verified address of the caller.
 * An extension: not in the original document.
 */
export interface SetEmailOriginalMismatch {
  readonly outcome: 'originalMismatch'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '原有地址不正确' }
  readonly headers: AnswerHeaders
}

/**
 * `new_email` is missing or not an e-mail address.
 * An extension: not in the original document.
 */
export interface SetEmailEmailInvalid {
  readonly outcome: 'emailInvalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '邮箱格式不合法' }
  readonly headers: AnswerHeaders
}

/**
 * One of the codes is not pending: it was never sent, expired, was used up or burnt.
 * An extension: not in the original document.
 */
export interface SetEmailCodeNotSent {
  readonly outcome: 'codeNotSent'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '未发送验证码' }
  readonly headers: AnswerHeaders
}

/**
 * One of the codes is missing, or not the one that was sent.
 * An extension: not in the original document.
 */
export interface SetEmailCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '验证码错误' }
  readonly headers: AnswerHeaders
}

/**
 * The codes are right, but another account has the address.
 * An extension: not in the original document.
 */
export interface SetEmailEmailTaken {
  readonly outcome: 'emailTaken'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '邮箱已被使用' }
  readonly headers: AnswerHeaders
}

/** Every way in which `setEmail` can end. */
export type SetEmailAnswer =
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

/** What `setPhone` takes. */
export interface SetPhoneRequest {
  /**
   * A verified mobile number or e-mail of the caller. May be empty, with its code, where the caller has none.
   * @example '13812345678'
   */
  readonly original_address?: string | null | undefined
  /**
   * The code that was sent there. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly original_code?: string | number | null | undefined
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly new_phone?: string | null | undefined
  /**
   * The code that was sent to the new number. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly new_code?: string | number | null | undefined
  /**
   * The access token. `Authorization: Bearer …` or the session cookie will do in its place, and keeps it out of URLs.
   * @example 'acct_a_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly token?: string | null | undefined
}

/** The new number is the caller’s from now on. */
export interface SetPhoneOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly status: true; readonly data: '' }
  readonly headers: AnswerHeaders
}

/** There is no token, or an empty one. */
export interface SetPhoneTokenMissing {
  readonly outcome: 'tokenMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: 'token 不可为空' }
  readonly headers: AnswerHeaders
}

/** The token is no access token, or it expired, or its session is over. */
export interface SetPhoneTokenInvalid {
  readonly outcome: 'tokenInvalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: 'token 不合法' }
  readonly headers: AnswerHeaders
}

/**
 * `original_address` is not a verified address of the caller.
 * An extension: not in the original document.
 */
export interface SetPhoneOriginalMismatch {
  readonly outcome: 'originalMismatch'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '原有地址不正确' }
  readonly headers: AnswerHeaders
}

/**
 * `new_phone` is missing or not a mobile number.
 * An extension: not in the original document.
 */
export interface SetPhonePhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '手机号不合法' }
  readonly headers: AnswerHeaders
}

/**
 * One of the codes is not pending: it was never sent, expired, was used up or burnt.
 * An extension: not in the original document.
 */
export interface SetPhoneCodeNotSent {
  readonly outcome: 'codeNotSent'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '未发送验证码' }
  readonly headers: AnswerHeaders
}

/**
 * One of the codes is missing, or not the one that was sent.
 * An extension: not in the original document.
 */
export interface SetPhoneCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '验证码错误' }
  readonly headers: AnswerHeaders
}

/**
 * The codes are right, but another account has the number.
 * An extension: not in the original document.
 */
export interface SetPhonePhoneTaken {
  readonly outcome: 'phoneTaken'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '手机号已被使用' }
  readonly headers: AnswerHeaders
}

/** Every way in which `setPhone` can end. */
export type SetPhoneAnswer =
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

/** What `setStatement` takes. */
export interface SetStatementRequest {
  /**
   * The access token. `Authorization: Bearer …` or the session cookie will do in its place, and keeps it out of URLs.
   * @example 'acct_a_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly token?: string | null | undefined
  /**
   * Up to 100 characters (Unicode code points). Missing or empty: the default signature.
   * @example 'hello'
   */
  readonly new_statement?: string | null | undefined
}

/** The signature is set. */
export interface SetStatementOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly status: true; readonly data: '' }
  readonly headers: AnswerHeaders
}

/** There is no token, or an empty one. */
export interface SetStatementTokenMissing {
  readonly outcome: 'tokenMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: 'token 不可为空' }
  readonly headers: AnswerHeaders
}

/** The token is no access token, or it expired, or its session is over. */
export interface SetStatementTokenInvalid {
  readonly outcome: 'tokenInvalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: 'token 不合法' }
  readonly headers: AnswerHeaders
}

/**
 * Longer than 100 characters.
 * An extension: not in the original document.
 */
export interface SetStatementTooLong {
  readonly outcome: 'tooLong'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '个性签名太长了' }
  readonly headers: AnswerHeaders
}

/**
 * It holds a forbidden word, or is no well-formed text.
 * An extension: not in the original document.
 */
export interface SetStatementRefused {
  readonly outcome: 'refused'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '个性签名不合法' }
  readonly headers: AnswerHeaders
}

/** Every way in which `setStatement` can end. */
export type SetStatementAnswer =
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

/** What `refreshToken` takes. */
export interface RefreshTokenRequest {
  /**
   * The refresh token that the login answered.
   * @example 'acct_r_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly refreshToken?: string | null | undefined
}

/** The body of `RefreshTokenOk`. */
export interface RefreshTokenOkBody {
  /** It worked. */
  readonly status: true
  /**
   * An access token, good for 15 minutes, and no longer than its session.
   * @example 'acct_a_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly data: string
}

/** Here it is. */
export interface RefreshTokenOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: RefreshTokenOkBody
  readonly headers: AnswerHeaders
}

/** No refresh token, or it expired, or its session is over: sign in again. */
export interface RefreshTokenInvalid {
  readonly outcome: 'invalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: 'refreshToken失效' }
  readonly headers: AnswerHeaders
}

/** Every way in which `refreshToken` can end. */
export type RefreshTokenAnswer =
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

/** What `sendCode` takes. */
export interface SendCodeRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone?: string | null | undefined
}

/** The SMS is on its way. */
export interface SendCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly status: true; readonly data: '' }
  readonly headers: AnswerHeaders
}

/** `phone` is missing or empty. */
export interface SendCodePhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '手机号不可为空' }
  readonly headers: AnswerHeaders
}

/** `phone` is not a mobile number. */
export interface SendCodePhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '手机号不合法' }
  readonly headers: AnswerHeaders
}

/** Every way in which `sendCode` can end. */
export type SendCodeAnswer =
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

/** What `sendRegisterCode` takes. */
export interface SendRegisterCodeRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone?: string | null | undefined
}

/** The SMS is on its way. */
export interface SendRegisterCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly status: true; readonly data: '' }
  readonly headers: AnswerHeaders
}

/** `phone` is missing or empty. */
export interface SendRegisterCodePhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '手机号不可为空' }
  readonly headers: AnswerHeaders
}

/** An account has the number. Nothing was sent. */
export interface SendRegisterCodePhoneTaken {
  readonly outcome: 'phoneTaken'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '手机号已被使用' }
  readonly headers: AnswerHeaders
}

/** `phone` is not a mobile number. */
export interface SendRegisterCodePhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '手机号不合法' }
  readonly headers: AnswerHeaders
}

/** Every way in which `sendRegisterCode` can end. */
export type SendRegisterCodeAnswer =
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

/** What `sendEmailCode` takes. */
export interface SendEmailCodeRequest {
  /**
   * An e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly email?: string | null | undefined
}

/** The e-mail is on its way. */
export interface SendEmailCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly status: true; readonly data: '' }
  readonly headers: AnswerHeaders
}

/** `email` is missing or empty. */
export interface SendEmailCodeEmailMissing {
  readonly outcome: 'emailMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '邮箱不可为空' }
  readonly headers: AnswerHeaders
}

/** `email` is not an e-mail address. */
export interface SendEmailCodeEmailInvalid {
  readonly outcome: 'emailInvalid'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '邮箱格式不合法' }
  readonly headers: AnswerHeaders
}

/** Every way in which `sendEmailCode` can end. */
export type SendEmailCodeAnswer =
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

/** What `checkUsername` takes. */
export interface CheckUsernameRequest {
  /**
   * The account’s name, up to 14 bytes in UTF-8. No space or @, nothing that reads as a phone number. Case does not
   * count.
   * @example '李雷'
   */
  readonly username?: string | null | undefined
}

/** The name is free. */
export interface CheckUsernameOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly status: true; readonly data: '' }
  readonly headers: AnswerHeaders
}

/** `username` is missing or empty. */
export interface CheckUsernameUsernameMissing {
  readonly outcome: 'usernameMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '请告诉我你的昵称吧' }
  readonly headers: AnswerHeaders
}

/** `username` is longer than 14 bytes. */
export interface CheckUsernameUsernameTooLong {
  readonly outcome: 'usernameTooLong'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '昵称过长' }
  readonly headers: AnswerHeaders
}

/** Another account has the name. */
export interface CheckUsernameUsernameTaken {
  readonly outcome: 'usernameTaken'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '昵称已存在' }
  readonly headers: AnswerHeaders
}

/** Every way in which `checkUsername` can end. */
export type CheckUsernameAnswer =
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

/** What `checkPhone` takes. */
export interface CheckPhoneRequest {
  /**
   * A mobile number: 11 digits of the Chinese mainland, or E.164 with `+`.
   * @example '13812345678'
   */
  readonly phone?: string | null | undefined
}

/** The number is free. */
export interface CheckPhoneOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly status: true; readonly data: '' }
  readonly headers: AnswerHeaders
}

/** `phone` is missing or empty. */
export interface CheckPhonePhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '请告诉我你的手机号吧' }
  readonly headers: AnswerHeaders
}

/** Another account has the number. */
export interface CheckPhonePhoneTaken {
  readonly outcome: 'phoneTaken'
  readonly status: 200
  readonly body: { readonly status: false; readonly data: '手机号已被使用' }
  readonly headers: AnswerHeaders
}

/** Every way in which `checkPhone` can end. */
export type CheckPhoneAnswer =
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

/** The request could not be read: a broken body, or a field of the wrong JSON type. */
export interface BadRequest {
  readonly outcome: 'badRequest'
  readonly status: 400
  readonly body: { readonly status: false; readonly data: '请求格式不正确' }
  readonly headers: AnswerHeaders
}

/** A page of a foreign site tried to use the session cookie, or to have a message sent. */
export interface Forbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: { readonly status: false; readonly data: '拒绝跨站请求' }
  readonly headers: AnswerHeaders
}

/** The request body is larger than this route takes. */
export interface PayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: { readonly status: false; readonly data: '请求内容过大' }
  readonly headers: AnswerHeaders
}

/** The body is neither JSON nor a form. */
export interface UnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: { readonly status: false; readonly data: '不支持的内容类型' }
  readonly headers: AnswerHeaders
}

/**
 * Too often: requests or look-ups of this source, or messages to one address.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface TooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: { readonly status: false; readonly data: '请求过于频繁，请稍后再试' }
  readonly headers: AnswerHeaders
}

/** Something broke on the server; nothing was changed. */
export interface InternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: { readonly status: false; readonly data: '服务器内部错误' }
  readonly headers: AnswerHeaders
}

/**
 * The server can not do this right now.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface Unavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: { readonly status: false; readonly data: '服务暂时不可用，请稍后再试' }
  readonly headers: AnswerHeaders
}

/**
 * The `token` API. Mobile number or e-mail and password, with an access and a refresh token. The caller is known by the
 * access token (a field, or Bearer) or the session cookie. Documented errors are HTTP 200 with `status` false.
 */
export interface TokenClient {
  /**
   * Sign in with a mobile number or an e-mail and a password. Opens a new session. Ten wrong passwords within 15
   * minutes close the account’s password login for 15 minutes.
   *
   * `POST /api/user/login`: `ok`, `loginNameMissing`, `passwordMissing`, `invalidCredentials`
   */
  login(request: LoginRequest, options?: CallOptions): Promise<LoginAnswer>

  /**
   * Create an account with a name, a password and a mobile number. The number is proven by the code of
   * `sendRegisterCode`. Does not sign in.
   *
   * `POST /api/user/register`: `ok`, `usernameMissing`, `usernameTooLong`, `usernameRefused`, `passwordTooShort`,
   * `passwordTooLong`, `phoneMissing`, `phoneInvalid`, `phoneTaken`, `codeMissing`, `codeNotSent`, `codeWrong`,
   * `usernameTaken`
   */
  register(request: RegisterRequest, options?: CallOptions): Promise<RegisterAnswer>

  /**
   * Read the caller’s own account.
   *
   * `GET /api/user/info/self`: `ok`, `tokenMissing`, `tokenInvalid`
   */
  getSelf(request: GetSelfRequest, options?: CallOptions): Promise<GetSelfAnswer>

  /**
   * Read another account’s public information. The document names the path, and says that it is not developed yet.
   * An extension: not in the original document.
   *
   * `GET /api/user/info/:uid`: `ok`, `userNotFound`
   */
  getInfo(request: GetInfoRequest, options?: CallOptions): Promise<GetInfoAnswer>

  /**
   * Set or change the caller’s e-mail. Both codes are those of `sendCode` and `sendEmailCode`, and both are used up, or
   * neither. The old address is told of it; the account’s other sessions end.
   *
   * `PUT /api/user/email`: `ok`, `tokenMissing`, `tokenInvalid`, `originalMismatch`, `emailInvalid`, `codeNotSent`,
   * `codeWrong`, `emailTaken`
   */
  setEmail(request: SetEmailRequest, options?: CallOptions): Promise<SetEmailAnswer>

  /**
   * Set or change the caller’s mobile number. Both codes are those of `sendCode` and `sendEmailCode`, and both are used
   * up, or neither. The old address is told of it; the account’s other sessions end. A number is replaced at most three
   * times in 30 days; then it is `tooManyRequests`.
   *
   * `PUT /api/user/phone`: `ok`, `tokenMissing`, `tokenInvalid`, `originalMismatch`, `phoneInvalid`, `codeNotSent`,
   * `codeWrong`, `phoneTaken`
   */
  setPhone(request: SetPhoneRequest, options?: CallOptions): Promise<SetPhoneAnswer>

  /**
   * Set the caller’s personal signature.
   *
   * `PUT /api/user/statement`: `ok`, `tokenMissing`, `tokenInvalid`, `tooLong`, `refused`
   */
  setStatement(request: SetStatementRequest, options?: CallOptions): Promise<SetStatementAnswer>

  /**
   * Get a new access token. The refresh token stays what it is, and earlier access tokens are good to their own end:
   * many clients of one session may refresh at once.
   *
   * `GET /api/verify/token`: `ok`, `invalid`
   */
  refreshToken(request: RefreshTokenRequest, options?: CallOptions): Promise<RefreshTokenAnswer>

  /**
   * Send a code by SMS, to change an address with. A code is good for 10 minutes and one use. One message a minute to
   * an address, 5 an hour, 10 a day, whichever API asks. For `setEmail` and `setPhone`.
   *
   * `POST /api/verify/sms/general`: `ok`, `phoneMissing`, `phoneInvalid`
   */
  sendCode(request: SendCodeRequest, options?: CallOptions): Promise<SendCodeAnswer>

  /**
   * Send a code by SMS, to register with. A code is good for 10 minutes and one use. One message a minute to an
   * address, 5 an hour, 10 a day, whichever API asks. Tells whether the number has an account, for at most 60 numbers
   * an hour.
   *
   * `POST /api/verify/sms/register`: `ok`, `phoneMissing`, `phoneTaken`, `phoneInvalid`
   */
  sendRegisterCode(request: SendRegisterCodeRequest, options?: CallOptions): Promise<SendRegisterCodeAnswer>

  /**
   * Send a code by e-mail, to change an address with. A code is good for 10 minutes and one use. One message a minute
   * to an address, 5 an hour, 10 a day, whichever API asks. For `setEmail` and `setPhone`.
   *
   * `POST /api/verify/email`: `ok`, `emailMissing`, `emailInvalid`
   */
  sendEmailCode(request: SendEmailCodeRequest, options?: CallOptions): Promise<SendEmailCodeAnswer>

  /**
   * Ask whether a name is free. For at most 60 names and numbers an hour from one source; then it is `tooManyRequests`,
   * free or not. A name that nobody may have is a `badRequest`.
   *
   * `GET /api/check/username`: `ok`, `usernameMissing`, `usernameTooLong`, `usernameTaken`
   */
  checkUsername(request: CheckUsernameRequest, options?: CallOptions): Promise<CheckUsernameAnswer>

  /**
   * Ask whether a mobile number is free. For at most 60 names and numbers an hour from one source; then it is
   * `tooManyRequests`, free or not. What is no mobile number is a `badRequest`.
   *
   * `GET /api/check/phone`: `ok`, `phoneMissing`, `phoneTaken`
   */
  checkPhone(request: CheckPhoneRequest, options?: CallOptions): Promise<CheckPhoneAnswer>
}
