// Generated from packages/schema/src/community by `pnpm gen`: change the contract, not this file.
import { hasJust, isArrayOf, isFile, isInteger, isNumber, isRecord } from '../../runtime/check.ts'
import type { Expected } from '../../runtime/endpoint.ts'

const badRequest: Expected = ['badRequest', 400, (v) => isRecord(v) && v.error === 400 && hasJust(v, ['error'])]

const forbidden: Expected = ['forbidden', 403, (v) => isRecord(v) && v.error === 403 && hasJust(v, ['error'])]

const payloadTooLarge: Expected = [
  'payloadTooLarge',
  413,
  (v) => isRecord(v) && v.error === 413 && hasJust(v, ['error']),
]

const unsupportedMediaType: Expected = [
  'unsupportedMediaType',
  415,
  (v) => isRecord(v) && v.error === 415 && hasJust(v, ['error']),
]

const tooManyRequests: Expected = [
  'tooManyRequests',
  429,
  (v) => isRecord(v) && v.error === 429 && hasJust(v, ['error']),
]

const internalError: Expected = ['internalError', 500, (v) => isRecord(v) && v.error === 500 && hasJust(v, ['error'])]

const unavailable: Expected = ['unavailable', 503, (v) => isRecord(v) && v.error === 503 && hasJust(v, ['error'])]

export const verifyAccountRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.username === undefined || typeof v.username === 'string' || v.username === null) &&
  (v.email === undefined || typeof v.email === 'string' || v.email === null) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null)

export const verifyAccountOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['notExactlyOne', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['registered', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const loginRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.username === undefined || typeof v.username === 'string' || v.username === null) &&
  (v.email === undefined || typeof v.email === 'string' || v.email === null) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null) &&
  (v.passwd === undefined || typeof v.passwd === 'string' || v.passwd === null)

export const loginOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['alreadySignedIn', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['moreThanOne', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['passwordWrong', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  ['notRegistered', 200, (v) => isRecord(v) && v.error === 4 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const signupRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.username === undefined || typeof v.username === 'string' || v.username === null) &&
  (v.email === undefined || typeof v.email === 'string' || v.email === null) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null) &&
  (v.passwd === undefined || typeof v.passwd === 'string' || v.passwd === null) &&
  (v.code === undefined || typeof v.code === 'string' || isNumber(v.code) || v.code === null)

export const signupOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['alreadySignedIn', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['identifierRefused', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['passwordInvalid', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  ['moreThanOne', 200, (v) => isRecord(v) && v.error === 4 && hasJust(v, ['error'])],
  ['codeWrong', 200, (v) => isRecord(v) && v.error === 5 && hasJust(v, ['error'])],
  ['codeExpired', 200, (v) => isRecord(v) && v.error === 6 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const requestEmailCodeRequest = (v: unknown): boolean =>
  isRecord(v) && (v.email === undefined || typeof v.email === 'string' || v.email === null)

export const requestEmailCodeOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['emailInvalid', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['emailMissing', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['tooOften', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  internalError,
  unavailable,
]

export const requestSmsCodeRequest = (v: unknown): boolean =>
  isRecord(v) && (v.phone === undefined || typeof v.phone === 'string' || v.phone === null)

export const requestSmsCodeOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['phoneInvalid', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['phoneMissing', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['tooOften', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  internalError,
  unavailable,
]

export const loginSignupSmsRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null) &&
  (v.smscode === undefined || typeof v.smscode === 'string' || isNumber(v.smscode) || v.smscode === null)

export const loginSignupSmsOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['alreadySignedIn', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['phoneOrCodeWrong', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['phoneMissing', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  ['codeMissing', 200, (v) => isRecord(v) && v.error === 4 && hasJust(v, ['error'])],
  ['codeExpired', 200, (v) => isRecord(v) && v.error === 5 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const logoutOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['notSignedIn', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const changePasswdRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.email === undefined || typeof v.email === 'string' || v.email === null) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null) &&
  (v.passwd === undefined || typeof v.passwd === 'string' || v.passwd === null) &&
  (v.smscode === undefined || typeof v.smscode === 'string' || isNumber(v.smscode) || v.smscode === null)

export const changePasswdOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['accountMissing', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['codeWrong', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['phoneMissing', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  ['emailMissing', 200, (v) => isRecord(v) && v.error === 4 && hasJust(v, ['error'])],
  ['moreThanOne', 200, (v) => isRecord(v) && v.error === 5 && hasJust(v, ['error'])],
  ['codeMissing', 200, (v) => isRecord(v) && v.error === 6 && hasJust(v, ['error'])],
  ['codeExpired', 200, (v) => isRecord(v) && v.error === 7 && hasJust(v, ['error'])],
  ['passwordInvalid', 200, (v) => isRecord(v) && v.error === 8 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const getPasswdRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.email === undefined || typeof v.email === 'string' || v.email === null) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null) &&
  (v.smscode === undefined || typeof v.smscode === 'string' || isNumber(v.smscode) || v.smscode === null)

export const getPasswdOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['accountMissing', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['codeWrong', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['phoneMissing', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  ['emailMissing', 200, (v) => isRecord(v) && v.error === 4 && hasJust(v, ['error'])],
  ['moreThanOne', 200, (v) => isRecord(v) && v.error === 5 && hasJust(v, ['error'])],
  ['codeMissing', 200, (v) => isRecord(v) && v.error === 6 && hasJust(v, ['error'])],
  ['codeExpired', 200, (v) => isRecord(v) && v.error === 7 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const resetPasswdRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.ticket === undefined || typeof v.ticket === 'string' || v.ticket === null) &&
  (v.passwd === undefined || typeof v.passwd === 'string' || v.passwd === null)

export const resetPasswdOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['ticketOver', 200, (v) => isRecord(v) && v.error === 7 && hasJust(v, ['error'])],
  ['passwordInvalid', 200, (v) => isRecord(v) && v.error === 8 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const dropoutRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.email === undefined || typeof v.email === 'string' || v.email === null) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null) &&
  (v.smscode === undefined || typeof v.smscode === 'string' || isNumber(v.smscode) || v.smscode === null)

export const dropoutOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['notOwner', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['codeWrong', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['phoneMissing', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  ['emailMissing', 200, (v) => isRecord(v) && v.error === 4 && hasJust(v, ['error'])],
  ['moreThanOne', 200, (v) => isRecord(v) && v.error === 5 && hasJust(v, ['error'])],
  ['codeMissing', 200, (v) => isRecord(v) && v.error === 6 && hasJust(v, ['error'])],
  ['codeExpired', 200, (v) => isRecord(v) && v.error === 7 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const setOwnInfoRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.username === undefined || typeof v.username === 'string' || v.username === null) &&
  (v.name === undefined || typeof v.name === 'string' || v.name === null) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null) &&
  (v.gender === undefined || typeof v.gender === 'string' || v.gender === null) &&
  (v.mail === undefined || typeof v.mail === 'string' || v.mail === null) &&
  (v.email === undefined || typeof v.email === 'string' || v.email === null) &&
  (v.avatar === undefined || isFile(v.avatar) || v.avatar === null) &&
  (v.birthday === undefined || typeof v.birthday === 'string' || v.birthday === null) &&
  (v.code === undefined || typeof v.code === 'string' || isNumber(v.code) || v.code === null) &&
  (v.original_code === undefined ||
    typeof v.original_code === 'string' ||
    isNumber(v.original_code) ||
    v.original_code === null)

export const setOwnInfoOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['notSignedIn', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['nothingGiven', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['moreThanOne', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  ['codeMissing', 200, (v) => isRecord(v) && v.error === 4 && hasJust(v, ['error'])],
  ['codeWrong', 200, (v) => isRecord(v) && v.error === 5 && hasJust(v, ['error'])],
  ['codeExpired', 200, (v) => isRecord(v) && v.error === 6 && hasJust(v, ['error'])],
  ['contentRefused', 200, (v) => isRecord(v) && v.error === 7 && hasJust(v, ['error'])],
  ['taken', 200, (v) => isRecord(v) && v.error === 8 && hasJust(v, ['error'])],
  ['phoneChangedTooOften', 200, (v) => isRecord(v) && v.error === 9 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const getOwnInfoRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.fans_before === undefined ||
    typeof v.fans_before === 'string' ||
    isNumber(v.fans_before) ||
    v.fans_before === null)

export const getOwnInfoOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      isInteger(v.userid) &&
      v.userid >= 1 &&
      typeof v.username === 'string' &&
      typeof v.name === 'string' &&
      typeof v.phone === 'string' &&
      (v.gender === 'm' || v.gender === 'w' || v.gender === '') &&
      typeof v.mail === 'string' &&
      isInteger(v.level) &&
      v.level >= 0 &&
      typeof v.avatar === 'string' &&
      typeof v.birthday === 'string' &&
      isArrayOf(v.follows, (v1) => 
          isRecord(v1) &&
          typeof v1.group_name === 'string' &&
          isArrayOf(v1.user_ids, (v2) => isInteger(v2) && v2 >= 1) &&
          hasJust(v1, ['group_name', 'user_ids']),
        ) &&
      isArrayOf(v.fans, (v1) => isInteger(v1) && v1 >= 1) &&
      v.error === 0 &&
      hasJust(v, ['userid', 'username', 'name', 'phone', 'gender', 'mail', 'level', 'avatar', 'birthday', 'follows', 'fans', 'error']),
  ],
  ['notSignedIn', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const getUserInfoRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.id === undefined || typeof v.id === 'string' || isNumber(v.id) || v.id === null) &&
  (v.fans_before === undefined ||
    typeof v.fans_before === 'string' ||
    isNumber(v.fans_before) ||
    v.fans_before === null)

export const getUserInfoOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      typeof v.username === 'string' &&
      typeof v.name === 'string' &&
      typeof v.phone === 'string' &&
      (v.gender === 'm' || v.gender === 'w' || v.gender === '') &&
      typeof v.mail === 'string' &&
      isInteger(v.level) &&
      v.level >= 0 &&
      typeof v.avatar === 'string' &&
      typeof v.birthday === 'string' &&
      isArrayOf(v.follows, (v1) => 
          isRecord(v1) &&
          typeof v1.group_name === 'string' &&
          isArrayOf(v1.user_ids, (v2) => isInteger(v2) && v2 >= 1) &&
          hasJust(v1, ['group_name', 'user_ids']),
        ) &&
      isArrayOf(v.fans, (v1) => isInteger(v1) && v1 >= 1) &&
      v.error === 0 &&
      hasJust(v, ['username', 'name', 'phone', 'gender', 'mail', 'level', 'avatar', 'birthday', 'follows', 'fans', 'error']),
  ],
  ['idInvalid', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['idMissing', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['levelTooLow', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  ['notSignedIn', 200, (v) => isRecord(v) && v.error === 4 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const setUserHomepagePrivacySettingsRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.is_display_phone === undefined ||
    typeof v.is_display_phone === 'boolean' ||
    isNumber(v.is_display_phone) ||
    typeof v.is_display_phone === 'string' ||
    v.is_display_phone === null) &&
  (v.is_display_mail === undefined ||
    typeof v.is_display_mail === 'boolean' ||
    isNumber(v.is_display_mail) ||
    typeof v.is_display_mail === 'string' ||
    v.is_display_mail === null) &&
  (v.is_display_birthday === undefined ||
    typeof v.is_display_birthday === 'boolean' ||
    isNumber(v.is_display_birthday) ||
    typeof v.is_display_birthday === 'string' ||
    v.is_display_birthday === null) &&
  (v.is_display_follows_and_fans === undefined ||
    typeof v.is_display_follows_and_fans === 'boolean' ||
    isNumber(v.is_display_follows_and_fans) ||
    typeof v.is_display_follows_and_fans === 'string' ||
    v.is_display_follows_and_fans === null)

export const setUserHomepagePrivacySettingsOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['notSignedIn', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const getUserHomepagePrivacySettingsOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      typeof v.is_display_phone === 'boolean' &&
      typeof v.is_display_mail === 'boolean' &&
      typeof v.is_display_birthday === 'boolean' &&
      typeof v.is_display_fans === 'boolean' &&
      v.error === 0 &&
      hasJust(v, ['is_display_phone', 'is_display_mail', 'is_display_birthday', 'is_display_fans', 'error']),
  ],
  ['notSignedIn', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const addFollowRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.id === undefined || typeof v.id === 'string' || isNumber(v.id) || v.id === null) &&
  (v.group_name === undefined || typeof v.group_name === 'string' || v.group_name === null)

export const addFollowOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) => isRecord(v) && typeof v.group_name === 'string' && v.error === 0 && hasJust(v, ['group_name', 'error']),
  ],
  ['alreadyThere', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['accountMissing', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['notSignedIn', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  ['groupMissing', 200, (v) => isRecord(v) && v.error === 4 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const cancelFollowRequest = (v: unknown): boolean =>
  isRecord(v) && (v.id === undefined || typeof v.id === 'string' || isNumber(v.id) || v.id === null)

export const cancelFollowOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.error === 0 && hasJust(v, ['error'])],
  ['notFollowed', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['accountMissing', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['notSignedIn', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const addFollowGroupRequest = (v: unknown): boolean =>
  isRecord(v) && (v.group_name === undefined || typeof v.group_name === 'string' || v.group_name === null)

export const addFollowGroupOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) => isRecord(v) && typeof v.group_name === 'string' && v.error === 0 && hasJust(v, ['group_name', 'error']),
  ],
  ['groupTaken', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['notSignedIn', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const deleteFollowGroupRequest = (v: unknown): boolean =>
  isRecord(v) && (v.group_name === undefined || typeof v.group_name === 'string' || v.group_name === null)

export const deleteFollowGroupOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) => isRecord(v) && typeof v.group_name === 'string' && v.error === 0 && hasJust(v, ['group_name', 'error']),
  ],
  ['groupMissing', 200, (v) => isRecord(v) && v.error === 1 && hasJust(v, ['error'])],
  ['groupFixed', 200, (v) => isRecord(v) && v.error === 2 && hasJust(v, ['error'])],
  ['notSignedIn', 200, (v) => isRecord(v) && v.error === 3 && hasJust(v, ['error'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]
