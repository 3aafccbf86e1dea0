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

interface VerifyAccountRequest {
  readonly username?: string | null | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
}
interface VerifyAccountOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface VerifyAccountNotExactlyOne {
  readonly outcome: 'notExactlyOne'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface VerifyAccountRegistered {
  readonly outcome: 'registered'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
type VerifyAccountAnswer =
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
interface LoginRequest {
  readonly username?: string | null | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly passwd?: string | null | undefined
}
interface LoginOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface LoginAlreadySignedIn {
  readonly outcome: 'alreadySignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface LoginMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface LoginPasswordWrong {
  readonly outcome: 'passwordWrong'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
interface LoginNotRegistered {
  readonly outcome: 'notRegistered'
  readonly status: 200
  readonly body: {
    readonly error: 4
  }
  readonly headers: AnswerHeaders
}
type LoginAnswer =
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
interface SignupRequest {
  readonly username?: string | null | undefined
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly passwd?: string | null | undefined
  readonly code?: string | number | null | undefined
}
interface SignupOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface SignupAlreadySignedIn {
  readonly outcome: 'alreadySignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface SignupIdentifierRefused {
  readonly outcome: 'identifierRefused'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface SignupPasswordInvalid {
  readonly outcome: 'passwordInvalid'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
interface SignupMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: {
    readonly error: 4
  }
  readonly headers: AnswerHeaders
}
interface SignupCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: {
    readonly error: 5
  }
  readonly headers: AnswerHeaders
}
interface SignupCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: {
    readonly error: 6
  }
  readonly headers: AnswerHeaders
}
type SignupAnswer =
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
interface RequestEmailCodeRequest {
  readonly email?: string | null | undefined
}
interface RequestEmailCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface RequestEmailCodeEmailInvalid {
  readonly outcome: 'emailInvalid'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface RequestEmailCodeEmailMissing {
  readonly outcome: 'emailMissing'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface RequestEmailCodeTooOften {
  readonly outcome: 'tooOften'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
type RequestEmailCodeAnswer =
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
interface RequestSmsCodeRequest {
  readonly phone?: string | null | undefined
}
interface RequestSmsCodeOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface RequestSmsCodePhoneInvalid {
  readonly outcome: 'phoneInvalid'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface RequestSmsCodePhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface RequestSmsCodeTooOften {
  readonly outcome: 'tooOften'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
type RequestSmsCodeAnswer =
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
interface LoginSignupSmsRequest {
  readonly phone?: string | null | undefined
  readonly smscode?: string | number | null | undefined
}
interface LoginSignupSmsOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface LoginSignupSmsAlreadySignedIn {
  readonly outcome: 'alreadySignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface LoginSignupSmsPhoneOrCodeWrong {
  readonly outcome: 'phoneOrCodeWrong'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface LoginSignupSmsPhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
interface LoginSignupSmsCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: {
    readonly error: 4
  }
  readonly headers: AnswerHeaders
}
interface LoginSignupSmsCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: {
    readonly error: 5
  }
  readonly headers: AnswerHeaders
}
type LoginSignupSmsAnswer =
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
interface LogoutOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface LogoutNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 1
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
interface ChangePasswdRequest {
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly passwd?: string | null | undefined
  readonly smscode?: string | number | null | undefined
}
interface ChangePasswdOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface ChangePasswdAccountMissing {
  readonly outcome: 'accountMissing'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface ChangePasswdCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface ChangePasswdPhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
interface ChangePasswdEmailMissing {
  readonly outcome: 'emailMissing'
  readonly status: 200
  readonly body: {
    readonly error: 4
  }
  readonly headers: AnswerHeaders
}
interface ChangePasswdMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: {
    readonly error: 5
  }
  readonly headers: AnswerHeaders
}
interface ChangePasswdCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: {
    readonly error: 6
  }
  readonly headers: AnswerHeaders
}
interface ChangePasswdCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: {
    readonly error: 7
  }
  readonly headers: AnswerHeaders
}
interface ChangePasswdPasswordInvalid {
  readonly outcome: 'passwordInvalid'
  readonly status: 200
  readonly body: {
    readonly error: 8
  }
  readonly headers: AnswerHeaders
}
type ChangePasswdAnswer =
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
interface GetPasswdRequest {
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly smscode?: string | number | null | undefined
}
interface GetPasswdOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface GetPasswdAccountMissing {
  readonly outcome: 'accountMissing'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface GetPasswdCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface GetPasswdPhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
interface GetPasswdEmailMissing {
  readonly outcome: 'emailMissing'
  readonly status: 200
  readonly body: {
    readonly error: 4
  }
  readonly headers: AnswerHeaders
}
interface GetPasswdMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: {
    readonly error: 5
  }
  readonly headers: AnswerHeaders
}
interface GetPasswdCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: {
    readonly error: 6
  }
  readonly headers: AnswerHeaders
}
interface GetPasswdCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: {
    readonly error: 7
  }
  readonly headers: AnswerHeaders
}
type GetPasswdAnswer =
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
interface ResetPasswdRequest {
  readonly ticket?: string | null | undefined
  readonly passwd?: string | null | undefined
}
interface ResetPasswdOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface ResetPasswdTicketOver {
  readonly outcome: 'ticketOver'
  readonly status: 200
  readonly body: {
    readonly error: 7
  }
  readonly headers: AnswerHeaders
}
interface ResetPasswdPasswordInvalid {
  readonly outcome: 'passwordInvalid'
  readonly status: 200
  readonly body: {
    readonly error: 8
  }
  readonly headers: AnswerHeaders
}
type ResetPasswdAnswer =
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
interface DropoutRequest {
  readonly email?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly smscode?: string | number | null | undefined
}
interface DropoutOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface DropoutNotOwner {
  readonly outcome: 'notOwner'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface DropoutCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface DropoutPhoneMissing {
  readonly outcome: 'phoneMissing'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
interface DropoutEmailMissing {
  readonly outcome: 'emailMissing'
  readonly status: 200
  readonly body: {
    readonly error: 4
  }
  readonly headers: AnswerHeaders
}
interface DropoutMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: {
    readonly error: 5
  }
  readonly headers: AnswerHeaders
}
interface DropoutCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: {
    readonly error: 6
  }
  readonly headers: AnswerHeaders
}
interface DropoutCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: {
    readonly error: 7
  }
  readonly headers: AnswerHeaders
}
type DropoutAnswer =
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
interface SetOwnInfoRequest {
  readonly username?: string | null | undefined
  readonly name?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly gender?: string | null | undefined
  readonly mail?: string | null | undefined
  readonly email?: string | null | undefined
  readonly avatar?: FileInput | null | undefined
  readonly birthday?: string | null | undefined
  readonly code?: string | number | null | undefined
  readonly original_code?: string | number | null | undefined
}
interface SetOwnInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface SetOwnInfoNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface SetOwnInfoNothingGiven {
  readonly outcome: 'nothingGiven'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface SetOwnInfoMoreThanOne {
  readonly outcome: 'moreThanOne'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
interface SetOwnInfoCodeMissing {
  readonly outcome: 'codeMissing'
  readonly status: 200
  readonly body: {
    readonly error: 4
  }
  readonly headers: AnswerHeaders
}
interface SetOwnInfoCodeWrong {
  readonly outcome: 'codeWrong'
  readonly status: 200
  readonly body: {
    readonly error: 5
  }
  readonly headers: AnswerHeaders
}
interface SetOwnInfoCodeExpired {
  readonly outcome: 'codeExpired'
  readonly status: 200
  readonly body: {
    readonly error: 6
  }
  readonly headers: AnswerHeaders
}
interface SetOwnInfoContentRefused {
  readonly outcome: 'contentRefused'
  readonly status: 200
  readonly body: {
    readonly error: 7
  }
  readonly headers: AnswerHeaders
}
interface SetOwnInfoTaken {
  readonly outcome: 'taken'
  readonly status: 200
  readonly body: {
    readonly error: 8
  }
  readonly headers: AnswerHeaders
}
interface SetOwnInfoPhoneChangedTooOften {
  readonly outcome: 'phoneChangedTooOften'
  readonly status: 200
  readonly body: {
    readonly error: 9
  }
  readonly headers: AnswerHeaders
}
type SetOwnInfoAnswer =
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
interface GetOwnInfoRequest {
  readonly fans_before?: string | number | null | undefined
}
interface GetOwnInfoOkBodyFollowsItem {
  readonly group_name: string
  readonly user_ids: readonly number[]
}
interface GetOwnInfoOkBody {
  readonly userid: number
  readonly username: string
  readonly name: string
  readonly phone: string
  readonly gender: 'm' | 'w' | ''
  readonly mail: string
  readonly level: number
  readonly avatar: string
  readonly birthday: string
  readonly follows: readonly GetOwnInfoOkBodyFollowsItem[]
  readonly fans: readonly number[]
  readonly error: 0
}
interface GetOwnInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetOwnInfoOkBody
  readonly headers: AnswerHeaders
}
interface GetOwnInfoNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
type GetOwnInfoAnswer =
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
interface GetUserInfoRequest {
  readonly id?: string | number | null | undefined
  readonly fans_before?: string | number | null | undefined
}
interface GetUserInfoOkBodyFollowsItem {
  readonly group_name: string
  readonly user_ids: readonly number[]
}
interface GetUserInfoOkBody {
  readonly username: string
  readonly name: string
  readonly phone: string
  readonly gender: 'm' | 'w' | ''
  readonly mail: string
  readonly level: number
  readonly avatar: string
  readonly birthday: string
  readonly follows: readonly GetUserInfoOkBodyFollowsItem[]
  readonly fans: readonly number[]
  readonly error: 0
}
interface GetUserInfoOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetUserInfoOkBody
  readonly headers: AnswerHeaders
}
interface GetUserInfoIdInvalid {
  readonly outcome: 'idInvalid'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface GetUserInfoIdMissing {
  readonly outcome: 'idMissing'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface GetUserInfoLevelTooLow {
  readonly outcome: 'levelTooLow'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
interface GetUserInfoNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 4
  }
  readonly headers: AnswerHeaders
}
type GetUserInfoAnswer =
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
interface SetUserHomepagePrivacySettingsRequest {
  readonly is_display_phone?: boolean | number | string | null | undefined
  readonly is_display_mail?: boolean | number | string | null | undefined
  readonly is_display_birthday?: boolean | number | string | null | undefined
  readonly is_display_follows_and_fans?: boolean | number | string | null | undefined
}
interface SetUserHomepagePrivacySettingsOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface SetUserHomepagePrivacySettingsNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
type SetUserHomepagePrivacySettingsAnswer =
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
interface GetUserHomepagePrivacySettingsOkBody {
  readonly is_display_phone: boolean
  readonly is_display_mail: boolean
  readonly is_display_birthday: boolean
  readonly is_display_fans: boolean
  readonly error: 0
}
interface GetUserHomepagePrivacySettingsOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: GetUserHomepagePrivacySettingsOkBody
  readonly headers: AnswerHeaders
}
interface GetUserHomepagePrivacySettingsNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
type GetUserHomepagePrivacySettingsAnswer =
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
interface AddFollowRequest {
  readonly id?: string | number | null | undefined
  readonly group_name?: string | null | undefined
}
interface AddFollowOkBody {
  readonly group_name: string
  readonly error: 0
}
interface AddFollowOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: AddFollowOkBody
  readonly headers: AnswerHeaders
}
interface AddFollowAlreadyThere {
  readonly outcome: 'alreadyThere'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface AddFollowAccountMissing {
  readonly outcome: 'accountMissing'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface AddFollowNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
interface AddFollowGroupMissing {
  readonly outcome: 'groupMissing'
  readonly status: 200
  readonly body: {
    readonly error: 4
  }
  readonly headers: AnswerHeaders
}
type AddFollowAnswer =
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
interface CancelFollowRequest {
  readonly id?: string | number | null | undefined
}
interface CancelFollowOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: {
    readonly error: 0
  }
  readonly headers: AnswerHeaders
}
interface CancelFollowNotFollowed {
  readonly outcome: 'notFollowed'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface CancelFollowAccountMissing {
  readonly outcome: 'accountMissing'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface CancelFollowNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
type CancelFollowAnswer =
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
interface AddFollowGroupRequest {
  readonly group_name?: string | null | undefined
}
interface AddFollowGroupOkBody {
  readonly group_name: string
  readonly error: 0
}
interface AddFollowGroupOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: AddFollowGroupOkBody
  readonly headers: AnswerHeaders
}
interface AddFollowGroupGroupTaken {
  readonly outcome: 'groupTaken'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface AddFollowGroupNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
type AddFollowGroupAnswer =
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
interface DeleteFollowGroupRequest {
  readonly group_name?: string | null | undefined
}
interface DeleteFollowGroupOkBody {
  readonly group_name: string
  readonly error: 0
}
interface DeleteFollowGroupOk {
  readonly outcome: 'ok'
  readonly status: 200
  readonly body: DeleteFollowGroupOkBody
  readonly headers: AnswerHeaders
}
interface DeleteFollowGroupGroupMissing {
  readonly outcome: 'groupMissing'
  readonly status: 200
  readonly body: {
    readonly error: 1
  }
  readonly headers: AnswerHeaders
}
interface DeleteFollowGroupGroupFixed {
  readonly outcome: 'groupFixed'
  readonly status: 200
  readonly body: {
    readonly error: 2
  }
  readonly headers: AnswerHeaders
}
interface DeleteFollowGroupNotSignedIn {
  readonly outcome: 'notSignedIn'
  readonly status: 200
  readonly body: {
    readonly error: 3
  }
  readonly headers: AnswerHeaders
}
type DeleteFollowGroupAnswer =
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
interface BadRequest {
  readonly outcome: 'badRequest'
  readonly status: 400
  readonly body: {
    readonly error: 400
  }
  readonly headers: AnswerHeaders
}
interface Forbidden {
  readonly outcome: 'forbidden'
  readonly status: 403
  readonly body: {
    readonly error: 403
  }
  readonly headers: AnswerHeaders
}
interface PayloadTooLarge {
  readonly outcome: 'payloadTooLarge'
  readonly status: 413
  readonly body: {
    readonly error: 413
  }
  readonly headers: AnswerHeaders
}
interface UnsupportedMediaType {
  readonly outcome: 'unsupportedMediaType'
  readonly status: 415
  readonly body: {
    readonly error: 415
  }
  readonly headers: AnswerHeaders
}
interface TooManyRequests {
  readonly outcome: 'tooManyRequests'
  readonly status: 429
  readonly body: {
    readonly error: 429
  }
  readonly headers: AnswerHeaders
}
interface InternalError {
  readonly outcome: 'internalError'
  readonly status: 500
  readonly body: {
    readonly error: 500
  }
  readonly headers: AnswerHeaders
}
interface Unavailable {
  readonly outcome: 'unavailable'
  readonly status: 503
  readonly body: {
    readonly error: 503
  }
  readonly headers: AnswerHeaders
}
interface CommunityClient {
  verifyAccount(request: VerifyAccountRequest, options?: CallOptions): Promise<VerifyAccountAnswer>
  login(request: LoginRequest, options?: CallOptions): Promise<LoginAnswer>
  signup(request: SignupRequest, options?: CallOptions): Promise<SignupAnswer>
  requestEmailCode(request: RequestEmailCodeRequest, options?: CallOptions): Promise<RequestEmailCodeAnswer>
  requestSmsCode(request: RequestSmsCodeRequest, options?: CallOptions): Promise<RequestSmsCodeAnswer>
  loginSignupSms(request: LoginSignupSmsRequest, options?: CallOptions): Promise<LoginSignupSmsAnswer>
  logout(options?: CallOptions): Promise<LogoutAnswer>
  changePasswd(request: ChangePasswdRequest, options?: CallOptions): Promise<ChangePasswdAnswer>
  getPasswd(request: GetPasswdRequest, options?: CallOptions): Promise<GetPasswdAnswer>
  resetPasswd(request: ResetPasswdRequest, options?: CallOptions): Promise<ResetPasswdAnswer>
  dropout(request: DropoutRequest, options?: CallOptions): Promise<DropoutAnswer>
  setOwnInfo(request: SetOwnInfoRequest, options?: UploadOptions): Promise<SetOwnInfoAnswer>
  getOwnInfo(request: GetOwnInfoRequest, options?: CallOptions): Promise<GetOwnInfoAnswer>
  getUserInfo(request: GetUserInfoRequest, options?: CallOptions): Promise<GetUserInfoAnswer>
  setUserHomepagePrivacySettings(
    request: SetUserHomepagePrivacySettingsRequest,
    options?: CallOptions,
  ): Promise<SetUserHomepagePrivacySettingsAnswer>
  getUserHomepagePrivacySettings(options?: CallOptions): Promise<GetUserHomepagePrivacySettingsAnswer>
  addFollow(request: AddFollowRequest, options?: CallOptions): Promise<AddFollowAnswer>
  cancelFollow(request: CancelFollowRequest, options?: CallOptions): Promise<CancelFollowAnswer>
  addFollowGroup(request: AddFollowGroupRequest, options?: CallOptions): Promise<AddFollowGroupAnswer>
  deleteFollowGroup(request: DeleteFollowGroupRequest, options?: CallOptions): Promise<DeleteFollowGroupAnswer>
}
declare function createClient(options: ClientOptions): CommunityClient

export {
  Aborted,
  type AddFollowAccountMissing,
  type AddFollowAlreadyThere,
  type AddFollowAnswer,
  type AddFollowGroupAnswer,
  type AddFollowGroupGroupTaken,
  type AddFollowGroupMissing,
  type AddFollowGroupNotSignedIn,
  type AddFollowGroupOk,
  type AddFollowGroupOkBody,
  type AddFollowGroupRequest,
  type AddFollowNotSignedIn,
  type AddFollowOk,
  type AddFollowOkBody,
  type AddFollowRequest,
  AnswerHeaders,
  type BadRequest,
  CallOptions,
  type CancelFollowAccountMissing,
  type CancelFollowAnswer,
  type CancelFollowNotFollowed,
  type CancelFollowNotSignedIn,
  type CancelFollowOk,
  type CancelFollowRequest,
  type ChangePasswdAccountMissing,
  type ChangePasswdAnswer,
  type ChangePasswdCodeExpired,
  type ChangePasswdCodeMissing,
  type ChangePasswdCodeWrong,
  type ChangePasswdEmailMissing,
  type ChangePasswdMoreThanOne,
  type ChangePasswdOk,
  type ChangePasswdPasswordInvalid,
  type ChangePasswdPhoneMissing,
  type ChangePasswdRequest,
  ClientOptions,
  type CommunityClient,
  createClient,
  type DeleteFollowGroupAnswer,
  type DeleteFollowGroupGroupFixed,
  type DeleteFollowGroupGroupMissing,
  type DeleteFollowGroupNotSignedIn,
  type DeleteFollowGroupOk,
  type DeleteFollowGroupOkBody,
  type DeleteFollowGroupRequest,
  type DropoutAnswer,
  type DropoutCodeExpired,
  type DropoutCodeMissing,
  type DropoutCodeWrong,
  type DropoutEmailMissing,
  type DropoutMoreThanOne,
  type DropoutNotOwner,
  type DropoutOk,
  type DropoutPhoneMissing,
  type DropoutRequest,
  FileInput,
  type Forbidden,
  type GetOwnInfoAnswer,
  type GetOwnInfoNotSignedIn,
  type GetOwnInfoOk,
  type GetOwnInfoOkBody,
  type GetOwnInfoOkBodyFollowsItem,
  type GetOwnInfoRequest,
  type GetPasswdAccountMissing,
  type GetPasswdAnswer,
  type GetPasswdCodeExpired,
  type GetPasswdCodeMissing,
  type GetPasswdCodeWrong,
  type GetPasswdEmailMissing,
  type GetPasswdMoreThanOne,
  type GetPasswdOk,
  type GetPasswdPhoneMissing,
  type GetPasswdRequest,
  type GetUserHomepagePrivacySettingsAnswer,
  type GetUserHomepagePrivacySettingsNotSignedIn,
  type GetUserHomepagePrivacySettingsOk,
  type GetUserHomepagePrivacySettingsOkBody,
  type GetUserInfoAnswer,
  type GetUserInfoIdInvalid,
  type GetUserInfoIdMissing,
  type GetUserInfoLevelTooLow,
  type GetUserInfoNotSignedIn,
  type GetUserInfoOk,
  type GetUserInfoOkBody,
  type GetUserInfoOkBodyFollowsItem,
  type GetUserInfoRequest,
  type InternalError,
  InvalidRequest,
  type LoginAlreadySignedIn,
  type LoginAnswer,
  type LoginMoreThanOne,
  type LoginNotRegistered,
  type LoginOk,
  type LoginPasswordWrong,
  type LoginRequest,
  type LoginSignupSmsAlreadySignedIn,
  type LoginSignupSmsAnswer,
  type LoginSignupSmsCodeExpired,
  type LoginSignupSmsCodeMissing,
  type LoginSignupSmsOk,
  type LoginSignupSmsPhoneMissing,
  type LoginSignupSmsPhoneOrCodeWrong,
  type LoginSignupSmsRequest,
  type LogoutAnswer,
  type LogoutNotSignedIn,
  type LogoutOk,
  NetworkError,
  type PayloadTooLarge,
  type RequestEmailCodeAnswer,
  type RequestEmailCodeEmailInvalid,
  type RequestEmailCodeEmailMissing,
  type RequestEmailCodeOk,
  type RequestEmailCodeRequest,
  type RequestEmailCodeTooOften,
  type RequestSmsCodeAnswer,
  type RequestSmsCodeOk,
  type RequestSmsCodePhoneInvalid,
  type RequestSmsCodePhoneMissing,
  type RequestSmsCodeRequest,
  type RequestSmsCodeTooOften,
  type ResetPasswdAnswer,
  type ResetPasswdOk,
  type ResetPasswdPasswordInvalid,
  type ResetPasswdRequest,
  type ResetPasswdTicketOver,
  type SetOwnInfoAnswer,
  type SetOwnInfoCodeExpired,
  type SetOwnInfoCodeMissing,
  type SetOwnInfoCodeWrong,
  type SetOwnInfoContentRefused,
  type SetOwnInfoMoreThanOne,
  type SetOwnInfoNothingGiven,
  type SetOwnInfoNotSignedIn,
  type SetOwnInfoOk,
  type SetOwnInfoPhoneChangedTooOften,
  type SetOwnInfoRequest,
  type SetOwnInfoTaken,
  type SetUserHomepagePrivacySettingsAnswer,
  type SetUserHomepagePrivacySettingsNotSignedIn,
  type SetUserHomepagePrivacySettingsOk,
  type SetUserHomepagePrivacySettingsRequest,
  type SignupAlreadySignedIn,
  type SignupAnswer,
  type SignupCodeExpired,
  type SignupCodeWrong,
  type SignupIdentifierRefused,
  type SignupMoreThanOne,
  type SignupOk,
  type SignupPasswordInvalid,
  type SignupRequest,
  Timeout,
  type TooManyRequests,
  type Unavailable,
  UndocumentedAnswer,
  type UnsupportedMediaType,
  UploadOptions,
  type VerifyAccountAnswer,
  type VerifyAccountNotExactlyOne,
  type VerifyAccountOk,
  type VerifyAccountRegistered,
  type VerifyAccountRequest,
}
