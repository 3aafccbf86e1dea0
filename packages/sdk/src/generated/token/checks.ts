// Generated from packages/schema/src/token by `pnpm gen`: change the contract, not this file.
import { hasJust, isInteger, isNumber, isRecord } from '../../runtime/check.ts'
import type { Expected } from '../../runtime/endpoint.ts'

const badRequest: Expected = [
  'badRequest',
  400,
  (v) => isRecord(v) && v.status === false && v.data === '请求格式不正确' && hasJust(v, ['status', 'data']),
]

const forbidden: Expected = [
  'forbidden',
  403,
  (v) => isRecord(v) && v.status === false && v.data === '拒绝跨站请求' && hasJust(v, ['status', 'data']),
]

const payloadTooLarge: Expected = [
  'payloadTooLarge',
  413,
  (v) => isRecord(v) && v.status === false && v.data === '请求内容过大' && hasJust(v, ['status', 'data']),
]

const unsupportedMediaType: Expected = [
  'unsupportedMediaType',
  415,
  (v) => isRecord(v) && v.status === false && v.data === '不支持的内容类型' && hasJust(v, ['status', 'data']),
]

const tooManyRequests: Expected = [
  'tooManyRequests',
  429,
  (v) => isRecord(v) && v.status === false && v.data === '请求过于频繁，请稍后再试' && hasJust(v, ['status', 'data']),
]

const internalError: Expected = [
  'internalError',
  500,
  (v) => isRecord(v) && v.status === false && v.data === '服务器内部错误' && hasJust(v, ['status', 'data']),
]

const unavailable: Expected = [
  'unavailable',
  503,
  (v) => isRecord(v) && v.status === false && v.data === '服务暂时不可用，请稍后再试' && hasJust(v, ['status', 'data']),
]

export const loginRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.loginName === undefined || typeof v.loginName === 'string' || v.loginName === null) &&
  (v.password === undefined || typeof v.password === 'string' || v.password === null)

export const loginOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.status === true &&
      v.data === '' &&
      typeof v.token === 'string' &&
      /^acct_a_[A-Za-z0-9_-]{43}$/.test(v.token) &&
      typeof v.refreshToken === 'string' &&
      /^acct_r_[A-Za-z0-9_-]{43}$/.test(v.refreshToken) &&
      hasJust(v, ['status', 'data', 'token', 'refreshToken']),
  ],
  [
    'loginNameMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '请输入注册时用的邮箱或者手机号呀' && hasJust(v, ['status', 'data']),
  ],
  [
    'passwordMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '喵，你没输入密码么？' && hasJust(v, ['status', 'data']),
  ],
  [
    'invalidCredentials',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '用户名或密码错误' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const registerRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.username === undefined || typeof v.username === 'string' || v.username === null) &&
  (v.password === undefined || typeof v.password === 'string' || v.password === null) &&
  (v.phone === undefined || typeof v.phone === 'string' || v.phone === null) &&
  (v.verify_code === undefined ||
    typeof v.verify_code === 'string' ||
    isNumber(v.verify_code) ||
    v.verify_code === null)

export const registerOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.status === true && v.data === '注册成功！' && hasJust(v, ['status', 'data'])],
  [
    'usernameMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '用户名不能为空' && hasJust(v, ['status', 'data']),
  ],
  [
    'usernameTooLong',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '用户名太长了' && hasJust(v, ['status', 'data']),
  ],
  [
    'usernameRefused',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '用户名不合法' && hasJust(v, ['status', 'data']),
  ],
  [
    'passwordTooShort',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '密码不能小于6个字符' && hasJust(v, ['status', 'data']),
  ],
  [
    'passwordTooLong',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '密码不能大于16个字符' && hasJust(v, ['status', 'data']),
  ],
  [
    'phoneMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '手机号不可为空' && hasJust(v, ['status', 'data']),
  ],
  [
    'phoneInvalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '手机号不合法' && hasJust(v, ['status', 'data']),
  ],
  [
    'phoneTaken',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '该手机号已经被注册' && hasJust(v, ['status', 'data']),
  ],
  [
    'codeMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '请输入验证码' && hasJust(v, ['status', 'data']),
  ],
  [
    'codeNotSent',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '未发送验证码' && hasJust(v, ['status', 'data']),
  ],
  ['codeWrong', 200, (v) => isRecord(v) && v.status === false && v.data === '验证码错误' && hasJust(v, ['status', 'data'])],
  [
    'usernameTaken',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '昵称已存在' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const getSelfRequest = (v: unknown): boolean =>
  isRecord(v) && (v.token === undefined || typeof v.token === 'string' || v.token === null)

export const getSelfOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.status === true &&
      isRecord(v.data) &&
      isInteger(v.data.Uid) &&
      v.data.Uid >= 1 &&
      typeof v.data.Username === 'string' &&
      v.data.Password === '' &&
      typeof v.data.Email === 'string' &&
      typeof v.data.Phone === 'string' &&
      v.data.Salt === '' &&
      typeof v.data.RegDate === 'string' &&
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/.test(v.data.RegDate) &&
      typeof v.data.Statement === 'string' &&
      hasJust(v.data, ['Uid', 'Username', 'Password', 'Email', 'Phone', 'Salt', 'RegDate', 'Statement']) &&
      hasJust(v, ['status', 'data']),
  ],
  [
    'tokenMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === 'token 不可为空' && hasJust(v, ['status', 'data']),
  ],
  [
    'tokenInvalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === 'token 不合法' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const getInfoRequest = (v: unknown): boolean =>
  isRecord(v) && (isInteger(v.uid) || typeof v.uid === 'string')

export const getInfoOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.status === true &&
      isRecord(v.data) &&
      isInteger(v.data.Uid) &&
      v.data.Uid >= 1 &&
      typeof v.data.Username === 'string' &&
      typeof v.data.Email === 'string' &&
      typeof v.data.Phone === 'string' &&
      typeof v.data.RegDate === 'string' &&
      /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/.test(v.data.RegDate) &&
      typeof v.data.Statement === 'string' &&
      hasJust(v.data, ['Uid', 'Username', 'Email', 'Phone', 'RegDate', 'Statement']) &&
      hasJust(v, ['status', 'data']),
  ],
  [
    'userNotFound',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '用户不存在' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const setEmailRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.original_address === undefined || typeof v.original_address === 'string' || v.original_address === null) &&
  (v.original_code === undefined ||
    typeof v.original_code === 'string' ||
    isNumber(v.original_code) ||
    v.original_code === null) &&
  (v.new_email === undefined || typeof v.new_email === 'string' || v.new_email === null) &&
  (v.new_code === undefined || typeof v.new_code === 'string' || isNumber(v.new_code) || v.new_code === null) &&
  (v.token === undefined || typeof v.token === 'string' || v.token === null)

export const setEmailOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.status === true && v.data === '' && hasJust(v, ['status', 'data'])],
  [
    'tokenMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === 'token 不可为空' && hasJust(v, ['status', 'data']),
  ],
  [
    'tokenInvalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === 'token 不合法' && hasJust(v, ['status', 'data']),
  ],
  [
    'originalMismatch',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '原有地址不正确' && hasJust(v, ['status', 'data']),
  ],
  [
    'emailInvalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '邮箱格式不合法' && hasJust(v, ['status', 'data']),
  ],
  [
    'codeNotSent',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '未发送验证码' && hasJust(v, ['status', 'data']),
  ],
  ['codeWrong', 200, (v) => isRecord(v) && v.status === false && v.data === '验证码错误' && hasJust(v, ['status', 'data'])],
  [
    'emailTaken',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '邮箱已被使用' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const setPhoneRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.original_address === undefined || typeof v.original_address === 'string' || v.original_address === null) &&
  (v.original_code === undefined ||
    typeof v.original_code === 'string' ||
    isNumber(v.original_code) ||
    v.original_code === null) &&
  (v.new_phone === undefined || typeof v.new_phone === 'string' || v.new_phone === null) &&
  (v.new_code === undefined || typeof v.new_code === 'string' || isNumber(v.new_code) || v.new_code === null) &&
  (v.token === undefined || typeof v.token === 'string' || v.token === null)

export const setPhoneOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.status === true && v.data === '' && hasJust(v, ['status', 'data'])],
  [
    'tokenMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === 'token 不可为空' && hasJust(v, ['status', 'data']),
  ],
  [
    'tokenInvalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === 'token 不合法' && hasJust(v, ['status', 'data']),
  ],
  [
    'originalMismatch',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '原有地址不正确' && hasJust(v, ['status', 'data']),
  ],
  [
    'phoneInvalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '手机号不合法' && hasJust(v, ['status', 'data']),
  ],
  [
    'codeNotSent',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '未发送验证码' && hasJust(v, ['status', 'data']),
  ],
  ['codeWrong', 200, (v) => isRecord(v) && v.status === false && v.data === '验证码错误' && hasJust(v, ['status', 'data'])],
  [
    'phoneTaken',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '手机号已被使用' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const setStatementRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.token === undefined || typeof v.token === 'string' || v.token === null) &&
  (v.new_statement === undefined || typeof v.new_statement === 'string' || v.new_statement === null)

export const setStatementOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.status === true && v.data === '' && hasJust(v, ['status', 'data'])],
  [
    'tokenMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === 'token 不可为空' && hasJust(v, ['status', 'data']),
  ],
  [
    'tokenInvalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === 'token 不合法' && hasJust(v, ['status', 'data']),
  ],
  ['tooLong', 200, (v) => isRecord(v) && v.status === false && v.data === '个性签名太长了' && hasJust(v, ['status', 'data'])],
  ['refused', 200, (v) => isRecord(v) && v.status === false && v.data === '个性签名不合法' && hasJust(v, ['status', 'data'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const refreshTokenRequest = (v: unknown): boolean =>
  isRecord(v) && (v.refreshToken === undefined || typeof v.refreshToken === 'string' || v.refreshToken === null)

export const refreshTokenOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      v.status === true &&
      typeof v.data === 'string' &&
      /^acct_a_[A-Za-z0-9_-]{43}$/.test(v.data) &&
      hasJust(v, ['status', 'data']),
  ],
  [
    'invalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === 'refreshToken失效' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const sendCodeRequest = (v: unknown): boolean =>
  isRecord(v) && (v.phone === undefined || typeof v.phone === 'string' || v.phone === null)

export const sendCodeOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.status === true && v.data === '' && hasJust(v, ['status', 'data'])],
  [
    'phoneMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '手机号不可为空' && hasJust(v, ['status', 'data']),
  ],
  [
    'phoneInvalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '手机号不合法' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const sendRegisterCodeRequest = (v: unknown): boolean =>
  isRecord(v) && (v.phone === undefined || typeof v.phone === 'string' || v.phone === null)

export const sendRegisterCodeOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.status === true && v.data === '' && hasJust(v, ['status', 'data'])],
  [
    'phoneMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '手机号不可为空' && hasJust(v, ['status', 'data']),
  ],
  [
    'phoneTaken',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '手机号已被使用' && hasJust(v, ['status', 'data']),
  ],
  [
    'phoneInvalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '手机号不合法' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const sendEmailCodeRequest = (v: unknown): boolean =>
  isRecord(v) && (v.email === undefined || typeof v.email === 'string' || v.email === null)

export const sendEmailCodeOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.status === true && v.data === '' && hasJust(v, ['status', 'data'])],
  [
    'emailMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '邮箱不可为空' && hasJust(v, ['status', 'data']),
  ],
  [
    'emailInvalid',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '邮箱格式不合法' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const checkUsernameRequest = (v: unknown): boolean =>
  isRecord(v) && (v.username === undefined || typeof v.username === 'string' || v.username === null)

export const checkUsernameOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.status === true && v.data === '' && hasJust(v, ['status', 'data'])],
  [
    'usernameMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '请告诉我你的昵称吧' && hasJust(v, ['status', 'data']),
  ],
  [
    'usernameTooLong',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '昵称过长' && hasJust(v, ['status', 'data']),
  ],
  [
    'usernameTaken',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '昵称已存在' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const checkPhoneRequest = (v: unknown): boolean =>
  isRecord(v) && (v.phone === undefined || typeof v.phone === 'string' || v.phone === null)

export const checkPhoneOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.status === true && v.data === '' && hasJust(v, ['status', 'data'])],
  [
    'phoneMissing',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '请告诉我你的手机号吧' && hasJust(v, ['status', 'data']),
  ],
  [
    'phoneTaken',
    200,
    (v) => isRecord(v) && v.status === false && v.data === '手机号已被使用' && hasJust(v, ['status', 'data']),
  ],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]
