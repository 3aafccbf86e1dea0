// Generated from packages/schema/src/social by `pnpm gen`: change the contract, not this file.
import { hasJust, isFile, isInteger, isNumber, isRecord } from '../../runtime/check.ts'
import type { Expected } from '../../runtime/endpoint.ts'

const badRequest: Expected = [
  'badRequest',
  400,
  (v) =>
    isRecord(v) &&
    v.code === '400' &&
    v.msg === '请求格式不正确' &&
    isRecord(v.data) &&
    hasJust(v.data, []) &&
    hasJust(v, ['code', 'msg', 'data']),
]

const unauthorized: Expected = [
  'unauthorized',
  401,
  (v) =>
    isRecord(v) &&
    v.code === '401' &&
    v.msg === '请先登录' &&
    isRecord(v.data) &&
    hasJust(v.data, []) &&
    hasJust(v, ['code', 'msg', 'data']),
]

const forbidden: Expected = [
  'forbidden',
  403,
  (v) =>
    isRecord(v) &&
    v.code === '403' &&
    v.msg === '拒绝跨站请求' &&
    isRecord(v.data) &&
    hasJust(v.data, []) &&
    hasJust(v, ['code', 'msg', 'data']),
]

const payloadTooLarge: Expected = [
  'payloadTooLarge',
  413,
  (v) =>
    isRecord(v) &&
    v.code === '413' &&
    v.msg === '请求内容过大' &&
    isRecord(v.data) &&
    hasJust(v.data, []) &&
    hasJust(v, ['code', 'msg', 'data']),
]

const unsupportedMediaType: Expected = [
  'unsupportedMediaType',
  415,
  (v) =>
    isRecord(v) &&
    v.code === '415' &&
    v.msg === '不支持的内容类型' &&
    isRecord(v.data) &&
    hasJust(v.data, []) &&
    hasJust(v, ['code', 'msg', 'data']),
]

const tooManyRequests: Expected = [
  'tooManyRequests',
  429,
  (v) =>
    isRecord(v) &&
    v.code === '429' &&
    v.msg === '请求过于频繁，请稍后再试' &&
    isRecord(v.data) &&
    hasJust(v.data, []) &&
    hasJust(v, ['code', 'msg', 'data']),
]

const internalError: Expected = [
  'internalError',
  500,
  (v) =>
    isRecord(v) &&
    v.code === '500' &&
    v.msg === '服务器内部错误' &&
    isRecord(v.data) &&
    hasJust(v.data, []) &&
    hasJust(v, ['code', 'msg', 'data']),
]

const unavailable: Expected = [
  'unavailable',
  503,
  (v) =>
    isRecord(v) &&
    v.code === '503' &&
    v.msg === '服务暂时不可用，请稍后再试' &&
    isRecord(v.data) &&
    hasJust(v.data, []) &&
    hasJust(v, ['code', 'msg', 'data']),
]

export const loginRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.user_type === undefined || typeof v.user_type === 'string' || isNumber(v.user_type) || v.user_type === null) &&
  (v.token === undefined || typeof v.token === 'string' || v.token === null) &&
  (v.openid === undefined || typeof v.openid === 'string' || v.openid === null) &&
  (v.account === undefined || typeof v.account === 'string' || v.account === null) &&
  (v.password === undefined || typeof v.password === 'string' || v.password === null)

export const loginOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.code === 1000 &&
      v.msg === 'succ' &&
      isRecord(v.data) &&
      isRecord(v.data.user_info) &&
      isInteger(v.data.user_info.uid) &&
      v.data.user_info.uid >= 1 &&
      typeof v.data.user_info.account === 'string' &&
      typeof v.data.user_info.name === 'string' &&
      (v.data.user_info.gender === 1 || v.data.user_info.gender === 0 || v.data.user_info.gender === null) &&
      (v.data.user_info.user_type === 1 ||
        v.data.user_info.user_type === 2 ||
        v.data.user_info.user_type === 3 ||
        v.data.user_info.user_type === 4) &&
      (v.data.user_info.user_status === 1 || v.data.user_info.user_status === 2) &&
      typeof v.data.user_info.avator === 'string' &&
      typeof v.data.user_info.large_avator === 'string' &&
      typeof v.data.user_info.token === 'string' &&
      /^acct_s_[A-Za-z0-9_-]{43}$/.test(v.data.user_info.token) &&
      isInteger(v.data.user_info.expires) &&
      v.data.user_info.expires >= 0 &&
      ((isInteger(v.data.user_info.phone) && v.data.user_info.phone >= 0) || v.data.user_info.phone === null) &&
      (typeof v.data.user_info.email === 'string' || v.data.user_info.email === null) &&
      (v.data.user_info.is_new_user === 1 || v.data.user_info.is_new_user === 0) &&
      hasJust(v.data.user_info, ['uid', 'account', 'name', 'gender', 'user_type', 'user_status', 'avator', 'large_avator', 'token', 'expires', 'phone', 'email', 'is_new_user']) &&
      hasJust(v.data, ['user_info']) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'invalidCredentials',
    200,
    (v) =>
      isRecord(v) &&
      v.code === 3100 &&
      v.msg === '账号或密码错误' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'locked',
    200,
    (v) =>
      isRecord(v) &&
      v.code === 3101 &&
      v.msg === '账号已锁定' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'badRequest',
    400,
    (v) =>
      isRecord(v) &&
      v.code === 400 &&
      v.msg === '请求格式不正确' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'forbidden',
    403,
    (v) =>
      isRecord(v) &&
      v.code === 403 &&
      v.msg === '拒绝跨站请求' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'payloadTooLarge',
    413,
    (v) =>
      isRecord(v) &&
      v.code === 413 &&
      v.msg === '请求内容过大' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'unsupportedMediaType',
    415,
    (v) =>
      isRecord(v) &&
      v.code === 415 &&
      v.msg === '不支持的内容类型' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'tooManyRequests',
    429,
    (v) =>
      isRecord(v) &&
      v.code === 429 &&
      v.msg === '请求过于频繁，请稍后再试' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'internalError',
    500,
    (v) =>
      isRecord(v) &&
      v.code === 500 &&
      v.msg === '服务器内部错误' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'unavailable',
    503,
    (v) =>
      isRecord(v) &&
      v.code === 503 &&
      v.msg === '服务暂时不可用，请稍后再试' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
]

export const registerRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null) &&
  (v.password === undefined || typeof v.password === 'string' || v.password === null) &&
  (v.verifycode === undefined ||
    typeof v.verifycode === 'string' ||
    isNumber(v.verifycode) ||
    v.verifycode === null)

export const registerOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '000000' &&
      v.msg === 'success' &&
      isRecord(v.data) &&
      typeof v.data.uid === 'string' &&
      hasJust(v.data, ['uid']) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'codeWrong',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '3200' &&
      v.msg === '验证码错误' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'phoneInvalid',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '3201' &&
      v.msg === '手机号输入有误' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'passwordInvalid',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '3202' &&
      v.msg === '密码不符合规则' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'failed',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '3203' &&
      v.msg === '系统错误' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  unavailable,
]

export const updateAvatarRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.image === undefined || isFile(v.image) || v.image === null) &&
  (v.token === undefined || typeof v.token === 'string' || v.token === null)

export const updateAvatarOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '000000' &&
      v.msg === 'success' &&
      isRecord(v.data) &&
      typeof v.data.avator === 'string' &&
      hasJust(v.data, ['avator']) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'pictureInvalid',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '3300' &&
      v.msg === '图片格式不正确' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'pictureTooLarge',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '3301' &&
      v.msg === '图片过大' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'pictureTooSmall',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '3302' &&
      v.msg === '图片过小' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  badRequest,
  unauthorized,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const updateInfoRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.name === undefined || typeof v.name === 'string' || v.name === null) &&
  (v.gender === undefined || typeof v.gender === 'string' || isNumber(v.gender) || v.gender === null) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null) &&
  (v.email === undefined || typeof v.email === 'string' || v.email === null) &&
  (v.token === undefined || typeof v.token === 'string' || v.token === null)

export const updateInfoOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '000000' &&
      v.msg === 'success' &&
      isRecord(v.data) &&
      typeof v.data.name === 'string' &&
      typeof v.data.phone === 'string' &&
      (v.data.gender === '1' || v.data.gender === '0' || v.data.gender === '') &&
      typeof v.data.avator === 'string' &&
      typeof v.data.large_avator === 'string' &&
      typeof v.data.email === 'string' &&
      hasJust(v.data, ['name', 'phone', 'gender', 'avator', 'large_avator', 'email']) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'phoneTaken',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '3400' &&
      v.msg === '手机号已注册' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'emailTaken',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '3401' &&
      v.msg === '邮箱已被占用' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  badRequest,
  unauthorized,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const sendVerifycodeRequest = (v: unknown): boolean =>
  isRecord(v) && (v.phone === undefined || typeof v.phone === 'string' || v.phone === null)

export const sendVerifycodeOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '000000' &&
      v.msg === 'success' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  [
    'phoneInvalid',
    200,
    (v) =>
      isRecord(v) &&
      v.code === '3201' &&
      v.msg === '手机号输入有误' &&
      isRecord(v.data) &&
      hasJust(v.data, []) &&
      hasJust(v, ['code', 'msg', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]
