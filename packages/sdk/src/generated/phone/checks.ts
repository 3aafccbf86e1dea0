// Generated from packages/schema/src/phone by `pnpm gen`: change the contract, not this file.
import { hasJust, isInteger, isNumber, isRecord } from '../../runtime/check.ts'
import type { Expected } from '../../runtime/endpoint.ts'

const badRequest: Expected = ['badRequest', 400, (v) => isRecord(v) && v.msg === 'bad request' && hasJust(v, ['msg'])]

const forbidden: Expected = [
  'forbidden',
  403,
  (v) => isRecord(v) && v.msg === 'cross-site request refused' && hasJust(v, ['msg']),
]

const payloadTooLarge: Expected = [
  'payloadTooLarge',
  413,
  (v) => isRecord(v) && v.msg === 'request body too large' && hasJust(v, ['msg']),
]

const unsupportedMediaType: Expected = [
  'unsupportedMediaType',
  415,
  (v) => isRecord(v) && v.msg === 'unsupported content type' && hasJust(v, ['msg']),
]

const tooManyRequests: Expected = [
  'tooManyRequests',
  429,
  (v) => isRecord(v) && v.msg === 'too many requests, try again later' && hasJust(v, ['msg']),
]

const internalError: Expected = [
  'internalError',
  500,
  (v) => isRecord(v) && v.msg === 'internal server error' && hasJust(v, ['msg']),
]

const unavailable: Expected = [
  'unavailable',
  503,
  (v) => isRecord(v) && v.msg === 'service unavailable, try again later' && hasJust(v, ['msg']),
]

export const registerRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.account === undefined || typeof v.account === 'string' || v.account === null) &&
  (v.password === undefined || typeof v.password === 'string' || v.password === null) &&
  (v.name === undefined || typeof v.name === 'string' || v.name === null) &&
  (v.role === undefined || typeof v.role === 'string' || v.role === null)

export const registerOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === 'register successful' && hasJust(v, ['msg'])],
  ['failed', 200, (v) => isRecord(v) && v.msg === 'register failure' && hasJust(v, ['msg'])],
  ['accountTaken', 200, (v) => isRecord(v) && v.msg === 'account had been used' && hasJust(v, ['msg'])],
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
  (v.account === undefined || typeof v.account === 'string' || v.account === null) &&
  (v.password === undefined || typeof v.password === 'string' || v.password === null)

export const loginOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.msg === 'login successful' &&
      isInteger(v.user_id) &&
      v.user_id >= 1 &&
      hasJust(v, ['msg', 'user_id']),
  ],
  [
    'wrongPassword',
    400,
    (v) => isRecord(v) && v.msg === 'password error' && v.user_id === 0 && hasJust(v, ['msg', 'user_id']),
  ],
  [
    'unknownAccount',
    404,
    (v) => isRecord(v) && v.msg === 'no this user!' && v.user_id === 0 && hasJust(v, ['msg', 'user_id']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const logoutRequest = (v: unknown): boolean =>
  isRecord(v) && (v.user_id === undefined || typeof v.user_id === 'string' || isNumber(v.user_id) || v.user_id === null)

export const logoutOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === 'logout successful' && hasJust(v, ['msg'])],
  ['failed', 403, (v) => isRecord(v) && v.msg === 'logout failure' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const sendRegisterCodeRequest = (v: unknown): boolean =>
  isRecord(v) && typeof v.phone_number === 'string'

export const sendRegisterCodeOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === '注意接收短信' && hasJust(v, ['msg'])],
  ['failed', 403, (v) => isRecord(v) && v.msg === 'register failure' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const registerPhoneRequest = (v: unknown): boolean =>
  isRecord(v) &&
  typeof v.phone_number === 'string' &&
  (v.identifying_code === undefined ||
    typeof v.identifying_code === 'string' ||
    isNumber(v.identifying_code) ||
    v.identifying_code === null)

export const registerPhoneOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === 'register successful' && hasJust(v, ['msg'])],
  ['failed', 403, (v) => isRecord(v) && v.msg === 'register failure' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const sendLoginCodeRequest = (v: unknown): boolean =>
  isRecord(v) && typeof v.phone_number === 'string'

export const sendLoginCodeOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === '注意接收短信' && hasJust(v, ['msg'])],
  ['unknownAccount', 404, (v) => isRecord(v) && v.msg === 'no this user' && hasJust(v, ['msg'])],
  [
    'alreadySignedIn',
    403,
    (v) => isRecord(v) && v.msg === '已经登陆了' && isInteger(v.user_id) && v.user_id >= 1 && hasJust(v, ['msg', 'user_id']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const loginPhoneRequest = (v: unknown): boolean =>
  isRecord(v) &&
  typeof v.phone_number === 'string' &&
  (v.identifying_code === undefined ||
    typeof v.identifying_code === 'string' ||
    isNumber(v.identifying_code) ||
    v.identifying_code === null)

export const loginPhoneOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.msg === 'login successful' &&
      isInteger(v.user_id) &&
      v.user_id >= 1 &&
      hasJust(v, ['msg', 'user_id']),
  ],
  ['codeWrong', 400, (v) => isRecord(v) && v.msg === '验证码错误，请重新输入' && hasJust(v, ['msg'])],
  ['codeExpired', 404, (v) => isRecord(v) && v.msg === '验证码已经过期，请重新申请' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const sendResetCodeRequest = (v: unknown): boolean =>
  isRecord(v) && typeof v.phone_number === 'string'

export const sendResetCodeOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === '注意接收验证码' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const forgetPasswordRequest = (v: unknown): boolean =>
  isRecord(v) &&
  typeof v.phone_number === 'string' &&
  (v.account === undefined || typeof v.account === 'string' || v.account === null) &&
  (v.identifying === undefined ||
    typeof v.identifying === 'string' ||
    isNumber(v.identifying) ||
    v.identifying === null) &&
  (v.new_password === undefined || typeof v.new_password === 'string' || v.new_password === null)

export const forgetPasswordOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.msg === 'login successful' &&
      isInteger(v.user_id) &&
      v.user_id >= 1 &&
      hasJust(v, ['msg', 'user_id']),
  ],
  ['userNotFound', 404, (v) => isRecord(v) && v.msg === '用户不存在' && hasJust(v, ['msg'])],
  ['codeWrong', 401, (v) => isRecord(v) && v.msg === '验证码错误' && hasJust(v, ['msg'])],
  ['codeExpired', 400, (v) => isRecord(v) && v.msg === '验证码已经过期' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]
