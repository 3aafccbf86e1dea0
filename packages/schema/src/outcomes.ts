import type { HeaderDescription, Outcome, ProtocolName, ProtocolOutcomes, Route, Variant } from './route.ts'

/** The protocol outcomes of a route, in the order in which every list shows them. */
const protocolOrder: readonly ProtocolName[] = [
  'badRequest',
  'unauthorized',
  'forbidden',
  'payloadTooLarge',
  'unsupportedMediaType',
  'tooManyRequests',
  'internalError',
  'unavailable',
]

/** Why a call can meet a protocol outcome, the same in every variant. */
export const protocolDescriptions: Readonly<Record<keyof ProtocolOutcomes, string>> = {
  badRequest: 'The request could not be read: a broken body, or a field of the wrong JSON type.',
  unauthorized: 'The caller is not signed in.',
  forbidden: 'A page of a foreign site tried to use the session cookie, or to have a message sent.',
  payloadTooLarge: 'The request body is larger than this route takes.',
  unsupportedMediaType: 'The body is neither JSON nor a form.',
  tooManyRequests: 'Too often: requests or look-ups of this source, or messages to one address.',
  internalError: 'Something broke on the server; nothing was changed.',
  unavailable: 'The server can not do this right now.',
  notFound: 'This API has no such path.',
  methodNotAllowed: 'The path exists, but not with this method.',
}

const retryAfter = { 'retry-after': { description: 'For how many seconds to wait.' } }

/** The headers that come with a protocol outcome, the same in every variant. */
export const protocolHeaders: Readonly<
  Partial<Record<keyof ProtocolOutcomes, Readonly<Record<string, HeaderDescription>>>>
> = {
  tooManyRequests: retryAfter,
  unavailable: retryAfter,
  methodNotAllowed: { allow: { description: 'The methods that the path has.' } },
}

/** The envelope a route answers its protocol outcomes in. */
export const envelopeOf = (variant: Variant, route: Route): ProtocolOutcomes => route.envelope ?? variant.envelope

/** The names of the protocol outcomes that a route has. */
export function protocolNamesOf(route: Route): ProtocolName[] {
  return protocolOrder.filter((name) => {
    if (name === 'unauthorized') return route.protocol?.unauthorized === true
    if (name === 'tooManyRequests' || name === 'internalError') return route.protocol?.[name] === undefined
    return true
  })
}

/** Everything a call of this route can answer, by name: the document's outcomes first, then the protocol's. */
export function outcomesOf(variant: Variant, route: Route): Record<string, Outcome> {
  const envelope = envelopeOf(variant, route)
  const protocol = protocolNamesOf(route).map((name) => [name, envelope[name]] as const)
  return { ...route.outcomes, ...Object.fromEntries(protocol) }
}
