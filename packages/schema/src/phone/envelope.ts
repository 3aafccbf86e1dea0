import { type TSchema, Type } from '@sinclair/typebox'
import { protocolDescriptions, protocolHeaders } from '../outcomes.ts'
import type { HeaderDescription, ProtocolOutcomes } from '../route.ts'

type Headers = Readonly<Record<string, HeaderDescription>>

const closed = { additionalProperties: false }
const message = <const M extends string>(msg: M) => Type.Literal(msg, { description: 'What happened, for people.' })

/** An outcome of the document: a status and a message. */
export const says = <const Status extends number, const M extends string>(
  status: Status,
  msg: M,
  description: string,
  headers: Headers = {},
) => ({ status, body: Type.Object({ msg: message(msg) }, closed), description, headers }) as const

/** An outcome of the document that also names an account. */
export const saysId = <const Status extends number, const M extends string, Id extends TSchema>(
  status: Status,
  msg: M,
  userId: Id,
  description: string,
  headers: Headers = {},
) => ({ status, body: Type.Object({ msg: message(msg), user_id: userId }, closed), description, headers }) as const

const protocol = <const Status extends number, const M extends string>(
  name: keyof ProtocolOutcomes,
  status: Status,
  msg: M,
) => says(status, msg, protocolDescriptions[name], protocolHeaders[name])

export const envelope = {
  badRequest: protocol('badRequest', 400, 'bad request'),
  unauthorized: protocol('unauthorized', 401, 'not logged in'),
  forbidden: protocol('forbidden', 403, 'cross-site request refused'),
  notFound: protocol('notFound', 404, 'no such path'),
  methodNotAllowed: protocol('methodNotAllowed', 405, 'method not allowed'),
  payloadTooLarge: protocol('payloadTooLarge', 413, 'request body too large'),
  unsupportedMediaType: protocol('unsupportedMediaType', 415, 'unsupported content type'),
  tooManyRequests: protocol('tooManyRequests', 429, 'too many requests, try again later'),
  internalError: protocol('internalError', 500, 'internal server error'),
  unavailable: protocol('unavailable', 503, 'service unavailable, try again later'),
} as const satisfies ProtocolOutcomes
