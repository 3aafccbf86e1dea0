// Generated from packages/schema/src/community by `pnpm gen`: change the contract, not this file.
import type {
  Aborted,
  AnswerHeaders,
  InvalidRequest,
  NetworkError,
  Timeout,
  UndocumentedAnswer,
} from '../../runtime/answer.ts'
import type { CallOptions, FileInput, UploadOptions } from '../../runtime/options.ts'

/** What `verifyAccount` takes. */
export interface VerifyAccountRequest {
  /**
   * The account’s name: up to 64 characters (Unicode code points). Case does not count.
   * @example 'li_lei'
   */
  readonly username?: string | null | undefined
  /**
   * An e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly email?: string | null | undefined
  /**
   * A mobile number: country code and number, without `+` and without leading zeros.
   * @example '8613812345678'
   */
  readonly phone?: string | null | undefined
}

/** Nobody has it: not registered. */
export interface VerifyAccountOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** More than one of the three is given, or none. */
export interface VerifyAccountNotExactlyOne {
  readonly outcome: 'notExactlyOne'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** It has an account. */
export interface VerifyAccountRegistered {
  readonly outcome: 'registered'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** Every way in which `verifyAccount` can end. */
export type VerifyAccountAnswer =
  | VerifyAccountOk
  | VerifyAccountNotExactlyOne
  | VerifyAccountRegistered
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
   * The account’s name: up to 64 characters (Unicode code points). Case does not count.
   * @example 'li_lei'
   */
  readonly username?: string | null | undefined
  /**
   * An e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly email?: string | null | undefined
  /**
   * A mobile number: country code and number, without `+` and without leading zeros.
   * @example '8613812345678'
   */
  readonly phone?: string | null | undefined
  /**
   * The account’s password, up to 128 bytes.
   * @example 'hanmeimei_1'
   */
  readonly passwd?: string | null | undefined
}

/**
 * The caller is signed in.
 * Header `set-cookie`: The session cookie `acct_session` (`__Host-acct_session` on HTTPS).
 */
export interface LoginOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** The caller is signed in already. Told before anything else. */
export interface LoginAlreadySignedIn {
  readonly outcome: 'alreadySignedIn'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** More than one of name, e-mail and number is given. */
export interface LoginMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** Not the account’s password, closed for now, or the account is locked. */
export interface LoginPasswordWrong {
  readonly outcome: 'passwordWrong'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** No account has this name, e-mail or number, or none of them is given. */
export interface LoginNotRegistered {
  readonly outcome: 'notRegistered'
  readonly status: 200
  readonly body: { readonly error: 4 }
  readonly headers: AnswerHeaders
}

/** Every way in which `login` can end. */
export type LoginAnswer =
  | LoginOk
  | LoginAlreadySignedIn
  | LoginMoreThanOne
  | LoginPasswordWrong
  | LoginNotRegistered
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

/** What `signup` takes. */
export interface SignupRequest {
  /**
   * The account’s name: up to 64 characters (Unicode code points). Case does not count.
   * @example 'li_lei'
   */
  readonly username?: string | null | undefined
  /**
   * An e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly email?: string | null | undefined
  /**
   * A mobile number: country code and number, without `+` and without leading zeros.
   * @example '8613812345678'
   */
  readonly phone?: string | null | undefined
  /**
   * 6 to 64 characters (Unicode code points), at most 128 bytes in UTF-8.
   * @example 'hanmeimei_1'
   */
  readonly passwd?: string | null | undefined
  /**
   * The code that was sent to the e-mail or the number. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly code?: string | number | null | undefined
}

/**
 * The account exists from now on, and the caller is signed in.
 * Header `set-cookie`: The session cookie `acct_session` (`__Host-acct_session` on HTTPS).
 */
export interface SignupOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** The caller is signed in already. Told before anything else. */
export interface SignupAlreadySignedIn {
  readonly outcome: 'alreadySignedIn'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/**
 * Name, e-mail or number is malformed, holds a forbidden word or is taken, or none is given. That an e-mail or a number
 * is taken is told after the right code only.
 */
export interface SignupIdentifierRefused {
  readonly outcome: 'identifierRefused'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** `passwd` is malformed, or too common. */
export interface SignupPasswordInvalid {
  readonly outcome: 'passwordInvalid'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** More than one of name, e-mail and number is given. */
export interface SignupMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: { readonly error: 4 }
  readonly headers: AnswerHeaders
}

/** `code` is wrong, missing or empty. */
export interface SignupCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: { readonly error: 5 }
  readonly headers: AnswerHeaders
}

/** No code is pending: it was never sent, expired, was used up or burnt. */
export interface SignupCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: { readonly error: 6 }
  readonly headers: AnswerHeaders
}

/** Every way in which `signup` can end. */
export type SignupAnswer =
  | SignupOk
  | SignupAlreadySignedIn
  | SignupIdentifierRefused
  | SignupPasswordInvalid
  | SignupMoreThanOne
  | SignupCodeWrong
  | SignupCodeExpired
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

/** What `requestEmailCode` takes. */
export interface RequestEmailCodeRequest {
  /**
   * An e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly email?: string | null | undefined
}

/** The e-mail is on its way. */
export interface RequestEmailCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** `email` is not an e-mail address. */
export interface RequestEmailCodeEmailInvalid {
  readonly outcome: 'emailInvalid'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** `email` is missing or empty. */
export interface RequestEmailCodeEmailMissing {
  readonly outcome: 'emailMissing'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/**
 * Too many messages to this address or by this source, or too many requests.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface RequestEmailCodeTooOften {
  readonly outcome: 'tooOften'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** Every way in which `requestEmailCode` can end. */
export type RequestEmailCodeAnswer =
  | RequestEmailCodeOk
  | RequestEmailCodeEmailInvalid
  | RequestEmailCodeEmailMissing
  | RequestEmailCodeTooOften
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer

/** What `requestSmsCode` takes. */
export interface RequestSmsCodeRequest {
  /**
   * A mobile number: country code and number, without `+` and without leading zeros.
   * @example '8613812345678'
   */
  readonly phone?: string | null | undefined
}

/** The SMS is on its way. */
export interface RequestSmsCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** `phone` is not a mobile number. */
export interface RequestSmsCodePhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** `phone` is missing or empty. */
export interface RequestSmsCodePhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/**
 * Too many messages to this number or by this source, or too many requests.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface RequestSmsCodeTooOften {
  readonly outcome: 'tooOften'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** Every way in which `requestSmsCode` can end. */
export type RequestSmsCodeAnswer =
  | RequestSmsCodeOk
  | RequestSmsCodePhoneInvalid
  | RequestSmsCodePhoneMissing
  | RequestSmsCodeTooOften
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer

/** What `loginSignupSms` takes. */
export interface LoginSignupSmsRequest {
  /**
   * A mobile number: country code and number, without `+` and without leading zeros.
   * @example '8613812345678'
   */
  readonly phone?: string | null | undefined
  /**
   * The code that was sent to the number. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly smscode?: string | number | null | undefined
}

/**
 * The caller is signed in; a number without an account has one now.
 * Header `set-cookie`: The session cookie `acct_session` (`__Host-acct_session` on HTTPS).
 */
export interface LoginSignupSmsOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** The caller is signed in already. Told before anything else. */
export interface LoginSignupSmsAlreadySignedIn {
  readonly outcome: 'alreadySignedIn'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/**
 * `phone` is not a mobile number, or `smscode` is wrong; told after the right code, too, if an operator locked the
 * account.
 */
export interface LoginSignupSmsPhoneOrCodeWrong {
  readonly outcome: 'phoneOrCodeWrong'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** `phone` is missing or empty. */
export interface LoginSignupSmsPhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** `smscode` is missing or empty. */
export interface LoginSignupSmsCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: { readonly error: 4 }
  readonly headers: AnswerHeaders
}

/** No code is pending: it was never sent, expired, was used up or burnt. */
export interface LoginSignupSmsCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: { readonly error: 5 }
  readonly headers: AnswerHeaders
}

/** Every way in which `loginSignupSms` can end. */
export type LoginSignupSmsAnswer =
  | LoginSignupSmsOk
  | LoginSignupSmsAlreadySignedIn
  | LoginSignupSmsPhoneOrCodeWrong
  | LoginSignupSmsPhoneMissing
  | LoginSignupSmsCodeMissing
  | LoginSignupSmsCodeExpired
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
 * The session is over.
 * Header `set-cookie`: The session cookie is taken away.
 */
export interface LogoutOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface LogoutNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly error: 1 }
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

/** What `changePasswd` takes. */
export interface ChangePasswdRequest {
  /**
   * An e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly email?: string | null | undefined
  /**
   * A mobile number: country code and number, without `+` and without leading zeros.
   * @example '8613812345678'
   */
  readonly phone?: string | null | undefined
  /**
   * The new password: 6 to 64 characters (Unicode code points), at most 128 bytes in UTF-8.
   * @example 'lilei_2'
   */
  readonly passwd?: string | null | undefined
  /**
   * The code that was sent to the address, an e-mail included. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly smscode?: string | number | null | undefined
}

/** The new password holds from now on. */
export interface ChangePasswdOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** No account has verified the address. Told after the right code only, which stays good. */
export interface ChangePasswdAccountMissing {
  readonly outcome: 'accountMissing'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** `smscode` is wrong; told after the right code, too, if an operator locked the account. */
export interface ChangePasswdCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** `phone` is empty, or neither `phone` nor `email` is given. */
export interface ChangePasswdPhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** `email` is empty. */
export interface ChangePasswdEmailMissing {
  readonly outcome: 'emailMissing'
  readonly status: 200
  readonly body: { readonly error: 4 }
  readonly headers: AnswerHeaders
}

/** `email` and `phone` are both given. */
export interface ChangePasswdMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: { readonly error: 5 }
  readonly headers: AnswerHeaders
}

/** `smscode` is missing or empty. */
export interface ChangePasswdCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: { readonly error: 6 }
  readonly headers: AnswerHeaders
}

/** No code is pending: it was never sent, expired, was used up or burnt. */
export interface ChangePasswdCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: { readonly error: 7 }
  readonly headers: AnswerHeaders
}

/** `passwd` is missing, empty, malformed or too common. */
export interface ChangePasswdPasswordInvalid {
  readonly outcome: 'passwordInvalid'
  readonly status: 200
  readonly body: { readonly error: 8 }
  readonly headers: AnswerHeaders
}

/** Every way in which `changePasswd` can end. */
export type ChangePasswdAnswer =
  | ChangePasswdOk
  | ChangePasswdAccountMissing
  | ChangePasswdCodeWrong
  | ChangePasswdPhoneMissing
  | ChangePasswdEmailMissing
  | ChangePasswdMoreThanOne
  | ChangePasswdCodeMissing
  | ChangePasswdCodeExpired
  | ChangePasswdPasswordInvalid
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

/** What `getPasswd` takes. */
export interface GetPasswdRequest {
  /**
   * An e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly email?: string | null | undefined
  /**
   * A mobile number: country code and number, without `+` and without leading zeros.
   * @example '8613812345678'
   */
  readonly phone?: string | null | undefined
  /**
   * The code that was sent to the address, an e-mail included. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly smscode?: string | number | null | undefined
}

/** The link is on its way. */
export interface GetPasswdOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** No account has verified the address. Told after the right code only, which stays good. */
export interface GetPasswdAccountMissing {
  readonly outcome: 'accountMissing'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** `smscode` is wrong; told after the right code, too, if an operator locked the account. */
export interface GetPasswdCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** `phone` is empty, or neither `phone` nor `email` is given. */
export interface GetPasswdPhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** `email` is empty. */
export interface GetPasswdEmailMissing {
  readonly outcome: 'emailMissing'
  readonly status: 200
  readonly body: { readonly error: 4 }
  readonly headers: AnswerHeaders
}

/** `email` and `phone` are both given. */
export interface GetPasswdMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: { readonly error: 5 }
  readonly headers: AnswerHeaders
}

/** `smscode` is missing or empty. */
export interface GetPasswdCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: { readonly error: 6 }
  readonly headers: AnswerHeaders
}

/** No code is pending: it was never sent, expired, was used up or burnt. */
export interface GetPasswdCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: { readonly error: 7 }
  readonly headers: AnswerHeaders
}

/** Every way in which `getPasswd` can end. */
export type GetPasswdAnswer =
  | GetPasswdOk
  | GetPasswdAccountMissing
  | GetPasswdCodeWrong
  | GetPasswdPhoneMissing
  | GetPasswdEmailMissing
  | GetPasswdMoreThanOne
  | GetPasswdCodeMissing
  | GetPasswdCodeExpired
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

/** What `resetPasswd` takes. */
export interface ResetPasswdRequest {
  /**
   * The `ticket` of the link.
   * @example 'acct_t_0123456789abcdefghijklmnopqrstuvwxyz_ABCDEF'
   */
  readonly ticket?: string | null | undefined
  /**
   * The new password: 6 to 64 characters (Unicode code points), at most 128 bytes in UTF-8.
   * @example 'lilei_2'
   */
  readonly passwd?: string | null | undefined
}

/** The new password holds from now on. */
export interface ResetPasswdOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** The ticket is missing, unknown, used up, replaced by a newer one, or expired. */
export interface ResetPasswdTicketOver {
  readonly outcome: 'ticketOver'
  readonly status: 200
  readonly body: { readonly error: 7 }
  readonly headers: AnswerHeaders
}

/** `passwd` is missing, empty, malformed or too common. The ticket stays good. */
export interface ResetPasswdPasswordInvalid {
  readonly outcome: 'passwordInvalid'
  readonly status: 200
  readonly body: { readonly error: 8 }
  readonly headers: AnswerHeaders
}

/** Every way in which `resetPasswd` can end. */
export type ResetPasswdAnswer =
  | ResetPasswdOk
  | ResetPasswdTicketOver
  | ResetPasswdPasswordInvalid
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

/** What `dropout` takes. */
export interface DropoutRequest {
  /**
   * An e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly email?: string | null | undefined
  /**
   * A mobile number: country code and number, without `+` and without leading zeros.
   * @example '8613812345678'
   */
  readonly phone?: string | null | undefined
  /**
   * The code that was sent to the address, an e-mail included. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly smscode?: string | number | null | undefined
}

/**
 * The account is gone.
 * Header `set-cookie`: The session cookie is taken away.
 */
export interface DropoutOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/**
 * The caller is not signed in, or the address is not a verified one of the account. Told after the right code only,
 * which stays good.
 */
export interface DropoutNotOwner {
  readonly outcome: 'notOwner'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** `smscode` is wrong. */
export interface DropoutCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** `phone` is empty, or neither `phone` nor `email` is given. */
export interface DropoutPhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** `email` is empty. */
export interface DropoutEmailMissing {
  readonly outcome: 'emailMissing'
  readonly status: 200
  readonly body: { readonly error: 4 }
  readonly headers: AnswerHeaders
}

/** `email` and `phone` are both given. */
export interface DropoutMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: { readonly error: 5 }
  readonly headers: AnswerHeaders
}

/** `smscode` is missing or empty. */
export interface DropoutCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: { readonly error: 6 }
  readonly headers: AnswerHeaders
}

/** No code is pending: it was never sent, expired, was used up or burnt. */
export interface DropoutCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: { readonly error: 7 }
  readonly headers: AnswerHeaders
}

/** Every way in which `dropout` can end. */
export type DropoutAnswer =
  | DropoutOk
  | DropoutNotOwner
  | DropoutCodeWrong
  | DropoutPhoneMissing
  | DropoutEmailMissing
  | DropoutMoreThanOne
  | DropoutCodeMissing
  | DropoutCodeExpired
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

/** What `setOwnInfo` takes. */
export interface SetOwnInfoRequest {
  /**
   * The account’s name: up to 64 characters (Unicode code points). Case does not count.
   * @example 'li_lei'
   */
  readonly username?: string | null | undefined
  /**
   * The name shown to others: 1 to 64 characters (Unicode code points).
   * @example '李雷'
   */
  readonly name?: string | null | undefined
  /**
   * A mobile number: country code and number, without `+` and without leading zeros.
   * @example '8613812345678'
   */
  readonly phone?: string | null | undefined
  /**
   * `m`: 男 (male), `w`: 女 (female).
   * @example 'm'
   */
  readonly gender?: string | null | undefined
  /**
   * An e-mail address.
   * @example 'li.lei@example.com'
   */
  readonly mail?: string | null | undefined
  /**
   * The same as `mail`.
   * An extension: not in the original document.
   * @example 'li.lei@example.com'
   */
  readonly email?: string | null | undefined
  /** A JPEG, PNG, WebP or GIF, whatever its name: up to 5 MiB, 64 to 4096 pixels a side. */
  readonly avatar?: FileInput | null | undefined
  /**
   * `YYYY-MM-DD`, from 1900 to today.
   * @example '2000-01-01'
   */
  readonly birthday?: string | null | undefined
  /**
   * The code that was sent to the new number or e-mail. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly code?: string | number | null | undefined
  /**
   * The code that was sent to the account’s verified number, else to its verified e-mail; not asked of an account with
   * neither. Six digits; a number is padded with zeros.
   * @example '012345'
   */
  readonly original_code?: string | number | null | undefined
}

/** Everything given was changed. */
export interface SetOwnInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface SetOwnInfoNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** There is nothing to change. */
export interface SetOwnInfoNothingGiven {
  readonly outcome: 'nothingGiven'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** A number and an e-mail are both given. */
export interface SetOwnInfoMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** A number or an e-mail is given, but `code` or `original_code` is missing or empty. */
export interface SetOwnInfoCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: { readonly error: 4 }
  readonly headers: AnswerHeaders
}

/** A number or an e-mail is given, but `code` or `original_code` is wrong. */
export interface SetOwnInfoCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: { readonly error: 5 }
  readonly headers: AnswerHeaders
}

/**
 * A number or an e-mail is given, but for `code` or `original_code` none is pending: never sent (a malformed address
 * gets none), expired, used up or burnt.
 */
export interface SetOwnInfoCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: { readonly error: 6 }
  readonly headers: AnswerHeaders
}

/** Name, displayed name, picture, gender or birthday is malformed, or holds a forbidden word. */
export interface SetOwnInfoContentRefused {
  readonly outcome: 'contentRefused'
  readonly status: 200
  readonly body: { readonly error: 7 }
  readonly headers: AnswerHeaders
}

/** Another account has the name, the number or the e-mail. Told after the right codes only. */
export interface SetOwnInfoTaken {
  readonly outcome: 'taken'
  readonly status: 200
  readonly body: { readonly error: 8 }
  readonly headers: AnswerHeaders
}

/** The account changed its number three times within 30 days. */
export interface SetOwnInfoPhoneChangedTooOften {
  readonly outcome: 'phoneChangedTooOften'
  readonly status: 200
  readonly body: { readonly error: 9 }
  readonly headers: AnswerHeaders
}

/** Every way in which `setOwnInfo` can end. */
export type SetOwnInfoAnswer =
  | SetOwnInfoOk
  | SetOwnInfoNotSignedIn
  | SetOwnInfoNothingGiven
  | SetOwnInfoMoreThanOne
  | SetOwnInfoCodeMissing
  | SetOwnInfoCodeWrong
  | SetOwnInfoCodeExpired
  | SetOwnInfoContentRefused
  | SetOwnInfoTaken
  | SetOwnInfoPhoneChangedTooOften
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

/** What `getOwnInfo` takes. */
export interface GetOwnInfoRequest {
  /**
   * The last id of a list of fans that was cut: the list goes on after it, with those who came earlier.
   * An extension: not in the original document.
   * @example '4503599627370497'
   */
  readonly fans_before?: string | number | null | undefined
}

export interface GetOwnInfoOkBodyFollowsItem {
  /**
   * `special`, `default`, or a group of the owner’s own.
   * @example 'default'
   */
  readonly group_name: string
  /** Who is followed, the newest first; at most 5,000. */
  readonly user_ids: readonly number[]
}

/** The body of `GetOwnInfoOk`. */
export interface GetOwnInfoOkBody {
  /**
   * The account’s id.
   * @example 4503599627370497
   */
  readonly userid: number
  /**
   * The account’s name. Empty if never set.
   * @example 'li_lei'
   */
  readonly username: string
  /**
   * The name shown to others. Empty if never set.
   * @example '李雷'
   */
  readonly name: string
  /**
   * The number: country code and number, without `+`. Empty if never set.
   * @example '8613812345678'
   */
  readonly phone: string
  /**
   * `m`: 男 (male), `w`: 女 (female). Empty if never set.
   * @example 'm'
   */
  readonly gender: 'm' | 'w' | ''
  /**
   * The e-mail address. Empty if never set.
   * @example 'li.lei@example.com'
   */
  readonly mail: string
  /**
   * 0: has answered no questions yet, 1: has, 10 to 14: administrator, 15: developer.
   * @example 1
   */
  readonly level: number
  /**
   * URL of the picture. Empty if never set.
   * @example 'https://id.example.com/files/0123456789abcdef0123456789abcdef0123456789a.jpg'
   */
  readonly avatar: string
  /**
   * `YYYY-MM-DD`. Empty if never set.
   * @example '2000-01-01'
   */
  readonly birthday: string
  /** Whom the caller follows: `special`, `default` and every own group, empty ones too. */
  readonly follows: readonly GetOwnInfoOkBodyFollowsItem[]
  /** Who follows the caller, the newest first; at most 5,000. */
  readonly fans: readonly number[]
  /** It worked. */
  readonly error: 0
}

/** The profile. A number or an e-mail that is only claimed is shown where none is verified. */
export interface GetOwnInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetOwnInfoOkBody
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface GetOwnInfoNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** Every way in which `getOwnInfo` can end. */
export type GetOwnInfoAnswer =
  | GetOwnInfoOk
  | GetOwnInfoNotSignedIn
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

/** What `getUserInfo` takes. */
export interface GetUserInfoRequest {
  /**
   * The account’s id, in digits; a number, as ids are answered, is taken too.
   * @example '4503599627370497'
   */
  readonly id?: string | number | null | undefined
  /**
   * The last id of a list of fans that was cut: the list goes on after it, with those who came earlier.
   * An extension: not in the original document.
   * @example '4503599627370497'
   */
  readonly fans_before?: string | number | null | undefined
}

export interface GetUserInfoOkBodyFollowsItem {
  /**
   * `special`, `default`, or a group of the owner’s own.
   * @example 'default'
   */
  readonly group_name: string
  /** Who is followed, the newest first; at most 5,000. */
  readonly user_ids: readonly number[]
}

/** The body of `GetUserInfoOk`. */
export interface GetUserInfoOkBody {
  /**
   * The account’s name. Empty if never set.
   * @example 'li_lei'
   */
  readonly username: string
  /**
   * The name shown to others. Empty if never set.
   * @example '李雷'
   */
  readonly name: string
  /**
   * The number: country code and number, without `+`. Empty if never set.
   * @example '8613812345678'
   */
  readonly phone: string
  /**
   * `m`: 男 (male), `w`: 女 (female). Empty if never set.
   * @example 'm'
   */
  readonly gender: 'm' | 'w' | ''
  /**
   * The e-mail address. Empty if never set.
   * @example 'li.lei@example.com'
   */
  readonly mail: string
  /**
   * 0: has answered no questions yet, 1: has, 10 to 14: administrator, 15: developer.
   * @example 1
   */
  readonly level: number
  /**
   * URL of the picture. Empty if never set.
   * @example 'https://id.example.com/files/0123456789abcdef0123456789abcdef0123456789a.jpg'
   */
  readonly avatar: string
  /**
   * `YYYY-MM-DD`. Empty if never set.
   * @example '2000-01-01'
   */
  readonly birthday: string
  /**
   * Whom the account follows: `special`, and `default` for all its other groups together. Empty if it follows nobody or
   * does not show it.
   */
  readonly follows: readonly GetUserInfoOkBodyFollowsItem[]
  /** Who follows the account and shows that, the newest first; at most 5,000. Empty if the account does not show it. */
  readonly fans: readonly number[]
  /** It worked. */
  readonly error: 0
}

/** What the caller may see of the account. */
export interface GetUserInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetUserInfoOkBody
  readonly headers: AnswerHeaders
}

/** `id` is missing, empty or not an id. Told to signed-in callers of a level above 0 only. */
export interface GetUserInfoIdInvalid {
  readonly outcome: 'idInvalid'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** No account has this id. Told to signed-in callers of a level above 0 only. */
export interface GetUserInfoIdMissing {
  readonly outcome: 'idMissing'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** The caller’s level is 0. */
export interface GetUserInfoLevelTooLow {
  readonly outcome: 'levelTooLow'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface GetUserInfoNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly error: 4 }
  readonly headers: AnswerHeaders
}

/** Every way in which `getUserInfo` can end. */
export type GetUserInfoAnswer =
  | GetUserInfoOk
  | GetUserInfoIdInvalid
  | GetUserInfoIdMissing
  | GetUserInfoLevelTooLow
  | GetUserInfoNotSignedIn
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

/** What `setUserHomepagePrivacySettings` takes. */
export interface SetUserHomepagePrivacySettingsRequest {
  /**
   * Whether others see the number; as it is if left out.
   * @example true
   */
  readonly is_display_phone?: boolean | number | string | null | undefined
  /**
   * Whether others see the e-mail; as it is if left out.
   * @example true
   */
  readonly is_display_mail?: boolean | number | string | null | undefined
  /**
   * Whether others see the birthday; as it is if left out.
   * @example true
   */
  readonly is_display_birthday?: boolean | number | string | null | undefined
  /**
   * Whether others see whom the caller follows, and the caller’s fans; as it is if left out.
   * @example true
   */
  readonly is_display_follows_and_fans?: boolean | number | string | null | undefined
}

/** The choice holds from now on. */
export interface SetUserHomepagePrivacySettingsOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface SetUserHomepagePrivacySettingsNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** Every way in which `setUserHomepagePrivacySettings` can end. */
export type SetUserHomepagePrivacySettingsAnswer =
  | SetUserHomepagePrivacySettingsOk
  | SetUserHomepagePrivacySettingsNotSignedIn
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

/** The body of `GetUserHomepagePrivacySettingsOk`. */
export interface GetUserHomepagePrivacySettingsOkBody {
  /**
   * Whether others see the number.
   * @example false
   */
  readonly is_display_phone: boolean
  /**
   * Whether others see the e-mail.
   * @example false
   */
  readonly is_display_mail: boolean
  /**
   * Whether others see the birthday.
   * @example false
   */
  readonly is_display_birthday: boolean
  /**
   * Whether others see whom the caller follows, and the caller’s fans.
   * @example false
   */
  readonly is_display_fans: boolean
  /** It worked. */
  readonly error: 0
}

/** The choice as it is. */
export interface GetUserHomepagePrivacySettingsOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetUserHomepagePrivacySettingsOkBody
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface GetUserHomepagePrivacySettingsNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** Every way in which `getUserHomepagePrivacySettings` can end. */
export type GetUserHomepagePrivacySettingsAnswer =
  | GetUserHomepagePrivacySettingsOk
  | GetUserHomepagePrivacySettingsNotSignedIn
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

/** What `addFollow` takes. */
export interface AddFollowRequest {
  /**
   * The account’s id, in digits; a number, as ids are answered, is taken too.
   * @example '4503599627370497'
   */
  readonly id?: string | number | null | undefined
  /**
   * `special`, `default`, or a group of the caller’s; `default` if left out or empty.
   * An extension: not in the original document.
   * @example 'default'
   */
  readonly group_name?: string | null | undefined
}

/** The body of `AddFollowOk`. */
export interface AddFollowOkBody {
  /**
   * The group that the account is in now.
   * @example 'default'
   */
  readonly group_name: string
  /** It worked. */
  readonly error: 0
}

/** The account is followed. */
export interface AddFollowOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: AddFollowOkBody
  readonly headers: AnswerHeaders
}

/** The account is followed in this group already. */
export interface AddFollowAlreadyThere {
  readonly outcome: 'alreadyThere'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** No account has this id, or it is the caller’s own. */
export interface AddFollowAccountMissing {
  readonly outcome: 'accountMissing'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface AddFollowNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** The caller has no such group. */
export interface AddFollowGroupMissing {
  readonly outcome: 'groupMissing'
  readonly status: 200
  readonly body: { readonly error: 4 }
  readonly headers: AnswerHeaders
}

/** Every way in which `addFollow` can end. */
export type AddFollowAnswer =
  | AddFollowOk
  | AddFollowAlreadyThere
  | AddFollowAccountMissing
  | AddFollowNotSignedIn
  | AddFollowGroupMissing
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

/** What `cancelFollow` takes. */
export interface CancelFollowRequest {
  /**
   * The account’s id, in digits; a number, as ids are answered, is taken too.
   * @example '4503599627370497'
   */
  readonly id?: string | number | null | undefined
}

/** The account is not followed any more. */
export interface CancelFollowOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: { readonly error: 0 }
  readonly headers: AnswerHeaders
}

/** The caller does not follow the account. */
export interface CancelFollowNotFollowed {
  readonly outcome: 'notFollowed'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** No account has this id. */
export interface CancelFollowAccountMissing {
  readonly outcome: 'accountMissing'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface CancelFollowNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** Every way in which `cancelFollow` can end. */
export type CancelFollowAnswer =
  | CancelFollowOk
  | CancelFollowNotFollowed
  | CancelFollowAccountMissing
  | CancelFollowNotSignedIn
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

/** What `addFollowGroup` takes. */
export interface AddFollowGroupRequest {
  /**
   * 1 to 20 characters (Unicode code points); 分组1, 分组2, … if left out or empty.
   * An extension: not in the original document.
   * @example '同学'
   */
  readonly group_name?: string | null | undefined
}

/** The body of `AddFollowGroupOk`. */
export interface AddFollowGroupOkBody {
  /**
   * The group.
   * @example '同学'
   */
  readonly group_name: string
  /** It worked. */
  readonly error: 0
}

/** The group is there. */
export interface AddFollowGroupOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: AddFollowGroupOkBody
  readonly headers: AnswerHeaders
}

/** There is a group of that name, or the name is malformed or holds a forbidden word. */
export interface AddFollowGroupGroupTaken {
  readonly outcome: 'groupTaken'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface AddFollowGroupNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** Every way in which `addFollowGroup` can end. */
export type AddFollowGroupAnswer =
  | AddFollowGroupOk
  | AddFollowGroupGroupTaken
  | AddFollowGroupNotSignedIn
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

/** What `deleteFollowGroup` takes. */
export interface DeleteFollowGroupRequest {
  /**
   * A group of the caller’s.
   * An extension: not in the original document.
   * @example '同学'
   */
  readonly group_name?: string | null | undefined
}

/** The body of `DeleteFollowGroupOk`. */
export interface DeleteFollowGroupOkBody {
  /**
   * The group.
   * @example '同学'
   */
  readonly group_name: string
  /** It worked. */
  readonly error: 0
}

/** The group is gone. */
export interface DeleteFollowGroupOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: DeleteFollowGroupOkBody
  readonly headers: AnswerHeaders
}

/** The caller has no such group, or none is given. */
export interface DeleteFollowGroupGroupMissing {
  readonly outcome: 'groupMissing'
  readonly status: 200
  readonly body: { readonly error: 1 }
  readonly headers: AnswerHeaders
}

/** `special` and `default` can not be deleted. */
export interface DeleteFollowGroupGroupFixed {
  readonly outcome: 'groupFixed'
  readonly status: 200
  readonly body: { readonly error: 2 }
  readonly headers: AnswerHeaders
}

/** The caller is not signed in. */
export interface DeleteFollowGroupNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: { readonly error: 3 }
  readonly headers: AnswerHeaders
}

/** Every way in which `deleteFollowGroup` can end. */
export type DeleteFollowGroupAnswer =
  | DeleteFollowGroupOk
  | DeleteFollowGroupGroupMissing
  | DeleteFollowGroupGroupFixed
  | DeleteFollowGroupNotSignedIn
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
  readonly body: { readonly error: 400 }
  readonly headers: AnswerHeaders
}

/** A page of a foreign site tried to use the session cookie, or to have a message sent. */
export interface Forbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: { readonly error: 403 }
  readonly headers: AnswerHeaders
}

/** The request body is larger than this route takes. */
export interface PayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: { readonly error: 413 }
  readonly headers: AnswerHeaders
}

/** The body is neither JSON nor a form. */
export interface UnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: { readonly error: 415 }
  readonly headers: AnswerHeaders
}

/**
 * Too often: requests or look-ups of this source, or messages to one address.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface TooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: { readonly error: 429 }
  readonly headers: AnswerHeaders
}

/** Something broke on the server; nothing was changed. */
export interface InternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: { readonly error: 500 }
  readonly headers: AnswerHeaders
}

/**
 * The server can not do this right now.
 * Header `retry-after`: For how many seconds to wait.
 */
export interface Unavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: { readonly error: 503 }
  readonly headers: AnswerHeaders
}

/**
 * The `community` API. Name, e-mail or number, codes, follows and privacy. The caller is known by the session cookie
 * (or Bearer). Documented errors are HTTP 200 with a number.
 */
export interface CommunityClient {
  /**
   * Ask whether a name, an e-mail or a number has an account. Exactly one of the three is to be given. One source may
   * ask about 60 different ones an hour.
   *
   * `POST /api/user/verify-account`: `ok`, `notExactlyOne`, `registered`
   */
  verifyAccount(request: VerifyAccountRequest, options?: CallOptions): Promise<VerifyAccountAnswer>

  /**
   * Sign in with a password. By exactly one of name, verified e-mail and verified number. Opens a new session. Ten
   * wrong passwords within 15 minutes close the account’s password login for 15 minutes.
   *
   * `POST /api/user/login`: `ok`, `alreadySignedIn`, `moreThanOne`, `passwordWrong`, `notRegistered`
   */
  login(request: LoginRequest, options?: CallOptions): Promise<LoginAnswer>

  /**
   * Create an account, and sign in to it. By exactly one of name, e-mail and number. An e-mail and a number are proven
   * by the code that was sent to them, a name needs none.
   *
   * `POST /api/user/signup`: `ok`, `alreadySignedIn`, `identifierRefused`, `passwordInvalid`, `moreThanOne`,
   * `codeWrong`, `codeExpired`
   */
  signup(request: SignupRequest, options?: CallOptions): Promise<SignupAnswer>

  /**
   * Send a code by e-mail. The same whether or not there is an account. A code is good for 10 minutes and one use. One
   * message a minute to an address, 5 an hour, 10 a day, whichever API asks; 60 a day by one source.
   *
   * `POST /api/user/request-email-code`: `ok`, `emailInvalid`, `emailMissing`, `tooOften`
   */
  requestEmailCode(request: RequestEmailCodeRequest, options?: CallOptions): Promise<RequestEmailCodeAnswer>

  /**
   * Send a code by SMS. The same whether or not there is an account. A code is good for 10 minutes and one use. One
   * message a minute to an address, 5 an hour, 10 a day, whichever API asks; 60 a day by one source.
   *
   * `POST /api/user/request-sms-code`: `ok`, `phoneInvalid`, `phoneMissing`, `tooOften`
   */
  requestSmsCode(request: RequestSmsCodeRequest, options?: CallOptions): Promise<RequestSmsCodeAnswer>

  /**
   * Sign in with a code, creating the account if there is none.
   *
   * `POST /api/user/login-signup-sms`: `ok`, `alreadySignedIn`, `phoneOrCodeWrong`, `phoneMissing`, `codeMissing`,
   * `codeExpired`
   */
  loginSignupSms(request: LoginSignupSmsRequest, options?: CallOptions): Promise<LoginSignupSmsAnswer>

  /**
   * End the session.
   *
   * `POST /api/user/logout`: `ok`, `notSignedIn`
   */
  logout(options?: CallOptions): Promise<LogoutAnswer>

  /**
   * Set a new password with a code. For the account that has verified the address, signed in or not. Ends its sessions,
   * except the caller’s own. What is missing is told before the code is looked at, in the order of the list.
   *
   * `POST /api/user/change-passwd`: `ok`, `accountMissing`, `codeWrong`, `phoneMissing`, `emailMissing`, `moreThanOne`,
   * `codeMissing`, `codeExpired`, `passwordInvalid`
   */
  changePasswd(request: ChangePasswdRequest, options?: CallOptions): Promise<ChangePasswdAnswer>

  /**
   * Have a link sent by which a new password can be set. Nobody can get an old password back: only its hash is kept.
   * The link goes to the verified address, works once and for 15 minutes; until then the old password holds.
   *
   * `POST /api/user/get-passwd`: `ok`, `accountMissing`, `codeWrong`, `phoneMissing`, `emailMissing`, `moreThanOne`,
   * `codeMissing`, `codeExpired`
   */
  getPasswd(request: GetPasswdRequest, options?: CallOptions): Promise<GetPasswdAnswer>

  /**
   * Set a new password with the ticket of a link. The ticket is the one in the link of `getPasswd`. Ends all sessions
   * of the account.
   * An extension: not in the original document.
   *
   * `POST /api/user/reset-passwd`: `ok`, `ticketOver`, `passwordInvalid`
   */
  resetPasswd(request: ResetPasswdRequest, options?: CallOptions): Promise<ResetPasswdAnswer>

  /**
   * Delete the caller’s account, for good. Everything kept about it goes: profile, picture, sessions, codes, messages,
   * follows and fans. Its name and addresses are free again. The address must be a verified one of the account.
   *
   * `POST /api/user/dropout`: `ok`, `notOwner`, `codeWrong`, `phoneMissing`, `emailMissing`, `moreThanOne`,
   * `codeMissing`, `codeExpired`
   */
  dropout(request: DropoutRequest, options?: CallOptions): Promise<DropoutAnswer>

  /**
   * Change the caller’s own profile. Everything given is changed, or nothing; what is left out or empty stays. A new
   * number or e-mail needs the code that was sent to it, and, once the account has a verified address, the code that
   * was sent to that. It ends the other sessions of the account. A file can only go in a multipart form.
   *
   * `POST /api/user/set-own-info`: `ok`, `notSignedIn`, `nothingGiven`, `moreThanOne`, `codeMissing`, `codeWrong`,
   * `codeExpired`, `contentRefused`, `taken`, `phoneChangedTooOften`
   */
  setOwnInfo(request: SetOwnInfoRequest, options?: UploadOptions): Promise<SetOwnInfoAnswer>

  /**
   * Read the caller’s own profile.
   *
   * `POST /api/user/get-own-info`: `ok`, `notSignedIn`
   */
  getOwnInfo(request: GetOwnInfoRequest, options?: CallOptions): Promise<GetOwnInfoAnswer>

  /**
   * Read another account’s profile. For callers of a level above 0. What the owner does not show is exactly as if it
   * were not set; the owner and administrators (level 10 and more) see it.
   *
   * `POST /api/user/get-user-info`: `ok`, `idInvalid`, `idMissing`, `levelTooLow`, `notSignedIn`
   */
  getUserInfo(request: GetUserInfoRequest, options?: CallOptions): Promise<GetUserInfoAnswer>

  /**
   * Choose what others see of the caller. At first nothing of it is shown. Administrators (level 10 and more) see it
   * all the same.
   *
   * `POST /api/user/set-user-homepage-privacy-settings`: `ok`, `notSignedIn`
   */
  setUserHomepagePrivacySettings(request: SetUserHomepagePrivacySettingsRequest, options?: CallOptions): Promise<SetUserHomepagePrivacySettingsAnswer>

  /**
   * Read what others see of the caller.
   *
   * `POST /api/user/get-user-homepage-privacy-settings`: `ok`, `notSignedIn`
   */
  getUserHomepagePrivacySettings(options?: CallOptions): Promise<GetUserHomepagePrivacySettingsAnswer>

  /**
   * Follow an account. Following an account again with another group moves it there.
   *
   * `POST /api/user/add-follow`: `ok`, `alreadyThere`, `accountMissing`, `notSignedIn`, `groupMissing`
   */
  addFollow(request: AddFollowRequest, options?: CallOptions): Promise<AddFollowAnswer>

  /**
   * Follow an account no more.
   *
   * `POST /api/user/cancel-follow`: `ok`, `notFollowed`, `accountMissing`, `notSignedIn`
   */
  cancelFollow(request: CancelFollowRequest, options?: CallOptions): Promise<CancelFollowAnswer>

  /**
   * Add a group of followed accounts. At most 50 besides `special` and `default`, which everybody has; another one is a
   * `badRequest`.
   *
   * `POST /api/user/add-follow-group`: `ok`, `groupTaken`, `notSignedIn`
   */
  addFollowGroup(request: AddFollowGroupRequest, options?: CallOptions): Promise<AddFollowGroupAnswer>

  /**
   * Delete a group, and follow nobody in it any more.
   *
   * `POST /api/user/delete-follow-group`: `ok`, `groupMissing`, `groupFixed`, `notSignedIn`
   */
  deleteFollowGroup(request: DeleteFollowGroupRequest, options?: CallOptions): Promise<DeleteFollowGroupAnswer>
}
