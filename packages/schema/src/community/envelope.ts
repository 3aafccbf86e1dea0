import { type TProperties, Type } from '@sinclair/typebox'
import { protocolDescriptions, protocolHeaders } from '../outcomes.ts'
import type { HeaderDescription, ProtocolOutcomes } from '../route.ts'

const closed = { additionalProperties: false }

const error = <const N extends number>(number: N) =>
  Type.Literal(number, { description: number === 0 ? 'It worked.' : 'Why it did not work.' })

/** A success: `error` 0 after what it gives. */
export const succeeds = <Fields extends TProperties>(
  fields: Fields,
  description: string,
  headers: Readonly<Record<string, HeaderDescription>> = {},
) => ({ status: 200, body: Type.Object({ ...fields, error: error(0) }, closed), description, headers }) as const

/** A failure that the document lists: HTTP 200 like a success, and nothing but its number. */
export const fails = <const N extends number>(
  number: N,
  description: string,
  headers: Readonly<Record<string, HeaderDescription>> = {},
) => ({ status: 200, body: Type.Object({ error: error(number) }, closed), description, headers }) as const

/** A protocol outcome: its number is the HTTP status. */
const protocol = <const Status extends number>(name: keyof ProtocolOutcomes, status: Status) =>
  ({
    status,
    body: Type.Object({ error: error(status) }, closed),
    description: protocolDescriptions[name],
    headers: protocolHeaders[name] ?? {},
  }) as const

export const envelope = {
  badRequest: protocol('badRequest', 400),
  unauthorized: protocol('unauthorized', 401),
  forbidden: protocol('forbidden', 403),
  notFound: protocol('notFound', 404),
  methodNotAllowed: protocol('methodNotAllowed', 405),
  payloadTooLarge: protocol('payloadTooLarge', 413),
  unsupportedMediaType: protocol('unsupportedMediaType', 415),
  tooManyRequests: protocol('tooManyRequests', 429),
  internalError: protocol('internalError', 500),
  unavailable: protocol('unavailable', 503),
} as const satisfies ProtocolOutcomes
