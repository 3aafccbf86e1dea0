import { type TSchema, Type } from '@sinclair/typebox'
import { protocolDescriptions, protocolHeaders } from '../outcomes.ts'
import type { HeaderDescription, ProtocolOutcomes } from '../route.ts'

const closed = { additionalProperties: false }

/** `status` of a success; with it, no success can be taken for a failure whatever its `data` is. */
export const succeeded = Type.Literal(true, { description: 'It worked.' })

const failure = <const M extends string>(data: M) =>
  Type.Object(
    {
      status: Type.Literal(false, { description: 'It did not work.' }),
      data: Type.Literal(data, { description: 'What happened, for people.' }),
    },
    closed,
  )

/** A success, HTTP 200, and what it gives. */
export const succeeds = <Data extends TSchema>(data: Data, description: string) =>
  ({ status: 200, body: Type.Object({ status: succeeded, data }, closed), description }) as const

/** The `data` of a success that is always the same. */
export const constant = <const M extends string>(data: M) =>
  Type.Literal(data, { description: data === '' ? 'Nothing.' : 'What happened, for people.' })

/** A failure that the document lists: HTTP 200 like a success. */
export const fails = <const M extends string>(data: M, description: string) =>
  ({ status: 200, body: failure(data), description }) as const

const protocol = <const Status extends number, const M extends string>(
  name: keyof ProtocolOutcomes,
  status: Status,
  data: M,
) => {
  const headers: Readonly<Record<string, HeaderDescription>> = protocolHeaders[name] ?? {}
  return { status, body: failure(data), description: protocolDescriptions[name], headers } as const
}

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
