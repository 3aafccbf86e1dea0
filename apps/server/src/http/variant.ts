import type { Core } from '@acct/core'
import { envelopeOf, type Route, type Variant } from '@acct/schema'
import type { TSchema } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Handler, Incoming } from '../bind.ts'
import { readFields, UnreadableBody } from './body.ts'
import { findCaller } from './caller.ts'
import { isForbiddenCrossSite, isIncidental } from './crossSite.ts'
import { type ProtocolSay, protocolSayFor, type Said, type Say, sayFor, send } from './outcomes.ts'
import { sourceOf } from './source.ts'

/** What Fastify knows about a route of a variant, beside its handler. */
export interface RouteConfig {
  readonly variant: string
  readonly name: string
  readonly protocol: ProtocolSay
  /** The document's own answer to too many requests, where it has one. */
  readonly tooManyRequests: Said | undefined
}

/** Fields of one place of the request, checked; `null` is as good as absent, unknown fields are left alone. */
type Reader = (fields: Record<string, unknown>) => Record<string, unknown>

const nothing: Record<string, unknown> = Object.freeze({})

function readerOf(schema: TSchema | undefined): Reader {
  if (schema === undefined) return () => nothing
  const shape = TypeCompiler.Compile(schema)
  return (fields) => {
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
    if (!shape.Check(given))
      throw new UnreadableBody(`a field is of the wrong type: ${shape.Errors(given).First()?.path}`)
    return given
  }
}

/** Serves every route of a variant below its name. The handlers are its own: the type of `handlers` has seen to that. */
export function serveVariant(
  app: FastifyInstance,
  core: Core,
  variant: Variant,
  handlers: object,
  allowedOrigins: ReadonlySet<string>,
): void {
  for (const [name, route] of Object.entries(variant.routes)) {
    const handler = (handlers as Readonly<Record<string, Handler<Route>>>)[name]
    if (handler === undefined) throw new Error(`${variant.name} has no handler for ${name}`)
    const say = sayFor(variant, route)
    const protocol = protocolSayFor(envelopeOf(variant, route))
    const own = route.protocol?.tooManyRequests
    const config: RouteConfig = {
      variant: variant.name,
      name,
      protocol,
      tooManyRequests: own === undefined ? undefined : (say as unknown as Record<string, () => Said>)[own]?.(),
    }
    const read = { body: readerOf(route.body), query: readerOf(route.query), params: readerOf(route.params) }
    app.route({
      method: route.method,
      url: `/${variant.name}${route.path}`,
      config: { acct: config },
      onRequest: async (request, reply) => {
        if (isForbiddenCrossSite(request, allowedOrigins)) return send(reply, protocol.forbidden)
      },
      handler: async (request, reply) => {
        const incoming = await readRequest(core, request, route, read, allowedOrigins)
        return send(reply, await handler.handle(core, incoming, say as Say<Route>))
      },
    })
  }
}

async function readRequest(
  core: Core,
  request: FastifyRequest,
  route: Route,
  read: Record<'body' | 'query' | 'params', Reader>,
  allowedOrigins: ReadonlySet<string>,
): Promise<Incoming<Route>> {
  const body = read.body(route.method === 'GET' ? {} : await readFields(request, request.routeOptions.bodyLimit))
  const query = read.query(request.query as Record<string, unknown>)
  return {
    body,
    query,
    params: read.params(request.params as Record<string, unknown>),
    source: sourceOf(request.ip),
    incidental: isIncidental(request, allowedOrigins),
    findCaller: () => findCaller(core, request, body.token ?? query.token),
  }
}
