import { type TSchema, Type } from '@sinclair/typebox'
import { protocolDescriptions, protocolHeaders } from '../outcomes.ts'
import type { HeaderDescription, ProtocolOutcomes } from '../route.ts'

type Headers = Readonly<Record<string, HeaderDescription>>

const closed = { additionalProperties: false }

/** The `data` of an answer that has nothing to give. */
export const noData = Type.Object({}, { ...closed, description: 'Nothing.' })

/** A body of `social`. The document writes the code as a number in `login` and as a string everywhere else. */
const body = <const Code extends string | number, const M extends string, Data extends TSchema>(
  code: Code,
  msg: M,
  data: Data,
) =>
  Type.Object(
    {
      code: Type.Literal(code, { description: 'What happened, for programs.' }),
      msg: Type.Literal(msg, { description: 'What happened, for people.' }),
      data,
    },
    closed,
  )

/** A success, HTTP 200, and what it gives. */
export const succeeds = <Data extends TSchema>(data: Data, description: string) =>
  ({ status: 200, body: body('000000', 'success', data), description }) as const

/** The success of `login`. */
export const succeedsInNumbers = <Data extends TSchema>(data: Data, description: string, headers: Headers) =>
  ({ status: 200, body: body(1000, 'succ', data), description, headers }) as const

/** A failure that the document lists: HTTP 200 like a success, its code of the type of its route's success. */
export const fails = <const Code extends string | number, const M extends string>(
  code: Code,
  msg: M,
  description: string,
) => ({ status: 200, body: body(code, msg, noData), description }) as const

/** What a protocol outcome's status is, and what it says. */
const protocol = {
  badRequest: [400, '请求格式不正确'],
  unauthorized: [401, '请先登录'],
  forbidden: [403, '拒绝跨站请求'],
  notFound: [404, '接口不存在'],
  methodNotAllowed: [405, '不支持该请求方法'],
  payloadTooLarge: [413, '请求内容过大'],
  unsupportedMediaType: [415, '不支持的内容类型'],
  tooManyRequests: [429, '请求过于频繁，请稍后再试'],
  internalError: [500, '服务器内部错误'],
  unavailable: [503, '服务暂时不可用，请稍后再试'],
} as const satisfies Record<keyof ProtocolOutcomes, readonly [status: number, msg: string]>

type Protocol = typeof protocol

const outcome = <const Code extends string | number, Name extends keyof Protocol>(code: Code, name: Name) => {
  const [status, msg] = protocol[name]
  const headers: Headers = protocolHeaders[name] ?? {}
  return { status, body: body(code, msg, noData), description: protocolDescriptions[name], headers } as const
}

export const envelope = {
  badRequest: outcome('400', 'badRequest'),
  unauthorized: outcome('401', 'unauthorized'),
  forbidden: outcome('403', 'forbidden'),
  notFound: outcome('404', 'notFound'),
  methodNotAllowed: outcome('405', 'methodNotAllowed'),
  payloadTooLarge: outcome('413', 'payloadTooLarge'),
  unsupportedMediaType: outcome('415', 'unsupportedMediaType'),
  tooManyRequests: outcome('429', 'tooManyRequests'),
  internalError: outcome('500', 'internalError'),
  unavailable: outcome('503', 'unavailable'),
} as const satisfies ProtocolOutcomes

/** The envelope of `login`. */
export const envelopeInNumbers = {
  badRequest: outcome(400, 'badRequest'),
  unauthorized: outcome(401, 'unauthorized'),
  forbidden: outcome(403, 'forbidden'),
  notFound: outcome(404, 'notFound'),
  methodNotAllowed: outcome(405, 'methodNotAllowed'),
  payloadTooLarge: outcome(413, 'payloadTooLarge'),
  unsupportedMediaType: outcome(415, 'unsupportedMediaType'),
  tooManyRequests: outcome(429, 'tooManyRequests'),
  internalError: outcome(500, 'internalError'),
  unavailable: outcome(503, 'unavailable'),
} as const satisfies ProtocolOutcomes
