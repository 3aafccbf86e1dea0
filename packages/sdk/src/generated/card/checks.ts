// Generated from packages/schema/src/card by `pnpm gen`: change the contract, not this file.
import { hasJust, isFile, isInteger, isNumber, isRecord } from '../../runtime/check.ts'
import type { Expected } from '../../runtime/endpoint.ts'

const badRequest: Expected = ['badRequest', 400, (v) => isRecord(v) && v.msg === '请求格式不正确' && hasJust(v, ['msg'])]

const forbidden: Expected = ['forbidden', 403, (v) => isRecord(v) && v.msg === '拒绝跨站请求' && hasJust(v, ['msg'])]

const payloadTooLarge: Expected = [
  'payloadTooLarge',
  413,
  (v) => isRecord(v) && v.msg === '请求内容过大' && hasJust(v, ['msg']),
]

const unsupportedMediaType: Expected = [
  'unsupportedMediaType',
  415,
  (v) => isRecord(v) && v.msg === '不支持的内容类型' && hasJust(v, ['msg']),
]

const tooManyRequests: Expected = [
  'tooManyRequests',
  429,
  (v) => isRecord(v) && v.msg === '请求过于频繁，请稍后再试' && hasJust(v, ['msg']),
]

const internalError: Expected = [
  'internalError',
  500,
  (v) => isRecord(v) && v.msg === '服务器内部错误' && hasJust(v, ['msg']),
]

const unavailable: Expected = [
  'unavailable',
  503,
  (v) => isRecord(v) && v.msg === '服务暂时不可用，请稍后再试' && hasJust(v, ['msg']),
]

export const loginRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.username === undefined || typeof v.username === 'string' || v.username === null) &&
  (v.password === undefined || typeof v.password === 'string' || v.password === null)

export const loginOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === '登录成功' && hasJust(v, ['msg'])],
  ['invalidCredentials', 200, (v) => isRecord(v) && v.msg === '用户名或密码错误' && hasJust(v, ['msg'])],
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
  (v.nickname === undefined || typeof v.nickname === 'string' || v.nickname === null) &&
  (v.telephone === undefined || typeof v.telephone === 'string' || v.telephone === null)

export const registerOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === '注册成功' && hasJust(v, ['msg'])],
  ['failed', 200, (v) => isRecord(v) && v.msg === '注册失败' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const logoutOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === '成功退出登录' && hasJust(v, ['msg'])],
  ['notSignedIn', 200, (v) => isRecord(v) && v.msg === '登出失败，请检查登录状态' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const modifyPasswordRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.old_pwd === undefined || typeof v.old_pwd === 'string' || v.old_pwd === null) &&
  (v.new_pwd === undefined || typeof v.new_pwd === 'string' || v.new_pwd === null) &&
  (v.confirm_pwd === undefined || typeof v.confirm_pwd === 'string' || v.confirm_pwd === null)

export const modifyPasswordOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === '密码修改成功' && hasJust(v, ['msg'])],
  ['failed', 200, (v) => isRecord(v) && v.msg === '密码修改失败' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const getInfoOutcomes: readonly Expected[] = [
  [
    'ok',
    200,
    (v) =>
      isRecord(v) &&
      typeof v.avatar === 'string' &&
      (typeof v.nickname === 'string' || v.nickname === null) &&
      (typeof v.username === 'string' || v.username === null) &&
      (typeof v.gender === 'boolean' || v.gender === null) &&
      ((isInteger(v.age) && v.age >= 0) || v.age === null) &&
      ((typeof v.birthday === 'string' &&
          /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:\d{2})$/.test(v.birthday)) ||
        v.birthday === null) &&
      (typeof v.telephone === 'string' || v.telephone === null) &&
      typeof v.signature === 'string' &&
      hasJust(v, ['avatar', 'nickname', 'username', 'gender', 'age', 'birthday', 'telephone', 'signature']),
  ],
  ['failed', 200, (v) => isRecord(v) && v.msg === '获取信息失败' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const updateInfoRequest = (v: unknown): boolean =>
  isRecord(v) &&
  (v.avatar === undefined || typeof v.avatar === 'string' || isFile(v.avatar) || v.avatar === null) &&
  (v.username === undefined || typeof v.username === 'string' || v.username === null) &&
  (v.nickname === undefined || typeof v.nickname === 'string' || v.nickname === null) &&
  (v.gender === undefined ||
    typeof v.gender === 'boolean' ||
    isNumber(v.gender) ||
    typeof v.gender === 'string' ||
    v.gender === null) &&
  (v.birthday === undefined || typeof v.birthday === 'string' || v.birthday === null) &&
  (v.signature === undefined || typeof v.signature === 'string' || v.signature === null)

export const updateInfoOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === '更新成功' && hasJust(v, ['msg'])],
  ['failed', 200, (v) => isRecord(v) && v.msg === '更新失败' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const changeTelNumRequest = (v: unknown): boolean =>
  isRecord(v) && (v.telephone === undefined || typeof v.telephone === 'string' || v.telephone === null)

export const changeTelNumOutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === '手机号更新成功' && hasJust(v, ['msg'])],
  ['failed', 200, (v) => isRecord(v) && v.msg === '手机号更新失败' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]

export const createQROutcomes: readonly Expected[] = [
  ['ok', 200, (v) => isRecord(v) && v.msg === '生成二维码成功' && hasJust(v, ['msg'])],
  ['failed', 200, (v) => isRecord(v) && v.msg === '生成二维码失败' && hasJust(v, ['msg'])],
  badRequest,
  forbidden,
  payloadTooLarge,
  unsupportedMediaType,
  tooManyRequests,
  internalError,
  unavailable,
]
