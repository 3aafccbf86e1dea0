import { Unavailable } from '@acct/core'
import { type ProtocolName, type Variant, variants } from '@acct/schema'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { endConnectionWhileDraining } from './draining.ts'
import { type ProtocolSay, protocolSayFor, type Said, send } from './outcomes.ts'
import { methodsAt } from './paths.ts'
import { sayRequestId } from './requestId.ts'

/** What an error means to the caller. What nobody foresaw is a bug: `internalError`. */
function protocolNameOf(error: FastifyError): ProtocolName {
  if (error instanceof Unavailable) return 'unavailable'
  switch (error.statusCode) {
    case 413:
      return 'payloadTooLarge'
    case 415:
      return 'unsupportedMediaType'
    case 429:
      return 'tooManyRequests'
    case 503:
      return 'unavailable'
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? 'badRequest'
        : 'internalError'
  }
}

/** The variant that a path lies in, by its first segment. */
function variantAt(path: string): Variant | undefined {
  const name = /^\/*([^/?#]*)/.exec(path)?.[1] ?? ''
  return Object.hasOwn(variants, name) ? variants[name as keyof typeof variants] : undefined
}

const envelopes = new Map<string, ProtocolSay>(
  Object.values(variants).map((variant) => [variant.name, protocolSayFor(variant.envelope)]),
)

/** Outside the variants there is no document to follow: a plain JSON body with the status in words. */
function sendPlain(reply: FastifyReply, status: number, message: string): FastifyReply {
  endConnectionWhileDraining(reply)
  return reply.code(status).header('cache-control', 'no-store').send({ error: message })
}

const plainMessages: Readonly<Record<ProtocolName, readonly [number, string]>> = {
  badRequest: [400, 'bad request'],
  unauthorized: [401, 'unauthorized'],
  forbidden: [403, 'forbidden'],
  payloadTooLarge: [413, 'payload too large'],
  unsupportedMediaType: [415, 'unsupported media type'],
  tooManyRequests: [429, 'too many requests'],
  internalError: [500, 'internal error'],
  unavailable: [503, 'unavailable'],
}

/** Answers an error in the words of the variant that was called. Only what is our own fault leaves a line in the log. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const name = protocolNameOf(error)
  if (name === 'internalError') request.log.error({ reqId: request.id, err: error }, 'a request failed')
  else if (error instanceof Unavailable)
    request.log.warn({ reqId: request.id, err: error }, 'a request could not be served')
  if (name === 'unavailable' || name === 'internalError') sayRequestId(reply)
  if (name === 'unavailable' || name === 'tooManyRequests') {
    const seconds = error instanceof Unavailable ? error.retryAfter : 1
    if (!reply.hasHeader('retry-after')) reply.header('retry-after', Math.max(1, Math.ceil(seconds)))
  }
  const said = saidFor(request, name)
  return said === undefined ? sendPlain(reply, ...plainMessages[name]) : send(reply, said)
}

function saidFor(request: FastifyRequest, name: ProtocolName): Said | undefined {
  const route = request.routeConfig.acct
  if (route !== undefined) return route.standIns[name] ?? route.protocol[name]
  return envelopes.get(variantAt(request.url)?.name ?? '')?.[name]
}

/** Answers a path that no route has, and a path with a method that it does not have. */
function answerNotFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const path = pathOf(request.url)
  const variant = variantAt(path)
  const envelope = variant && envelopes.get(variant.name)
  if (variant === undefined || envelope === undefined) return sendPlain(reply, 404, 'not found')
  const methods = methodsAt(variant, path.replace(/^\/*[^/]+/, ''))
  // A path that is like a route's but for its slashes, or too long for the router, has that method and is no route.
  if (methods.length === 0 || methods.some((method) => method === request.method)) return send(reply, envelope.notFound)
  return send(reply.header('allow', methods.join(', ')), envelope.methodNotAllowed)
}

const pathOf = (url: string) => {
  const [path = ''] = url.split(/[?#]/, 1)
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** Installs both answers for everything below `app`. */
export function answerInEnvelope(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>(answerError)
  app.setNotFoundHandler(answerNotFound)
}
