import { Type } from '@sinclair/typebox'
import { protocolDescriptions, protocolHeaders } from '../outcomes.ts'
import type { HeaderDescription, ProtocolOutcomes } from '../route.ts'

/** A body of `card`: nothing but a message, always the same for one outcome. */
const message = <const M extends string>(msg: M) =>
  Type.Object(
    { msg: Type.Literal(msg, { description: 'What happened, for people.' }) },
    { additionalProperties: false },
  )

/** An outcome of the document: HTTP 200 and its message, errors included. */
export const says = <const M extends string>(
  msg: M,
  description: string,
  headers: Readonly<Record<string, HeaderDescription>> = {},
) => ({ status: 200, body: message(msg), description, headers }) as const

const protocol = <const Status extends number, const M extends string>(
  name: keyof ProtocolOutcomes,
  status: Status,
  msg: M,
) =>
  ({
    status,
    body: message(msg),
    description: protocolDescriptions[name],
    headers: protocolHeaders[name] ?? {},
  }) as const

export const envelope = {
  badRequest: protocol('badRequest', 400, '请求格式不正确'),
  unauthorized: protocol('unauthorized', 401, '请先登录'),
  forbidden: protocol('forbidden', 403, '拒绝跨站请求'),
  notFound: protocol('notFound', 404, '接口不存在'),
  methodNotAllowed: protocol('methodNotAllowed', 405, '不支持该请求方法'),
  payloadTooLarge: protocol('payloadTooLarge', 413, '请求内容过大'),
  unsupportedMediaType: protocol('unsupportedMediaType', 415, '不支持的内容类型'),
  tooManyRequests: protocol('tooManyRequests', 429, '请求过于频繁，请稍后再试'),
  internalError: protocol('internalError', 500, '服务器内部错误'),
  unavailable: protocol('unavailable', 503, '服务暂时不可用，请稍后再试'),
} as const satisfies ProtocolOutcomes
