import type { Core } from '@acct/core'
import { envelopeOf, type Route, type Variant } from '@acct/schema'
import type { TSchema } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Handler, Handlers, Incoming } from '../bind.ts'
import { readFields, UnreadableBody } from './body.ts'
import { findCaller } from './caller.ts'
import { isForbiddenCrossSite } from './crossSite.ts'
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

/** Serves every route of a variant below its name. */
export function serveVariant<V extends Variant>(
  app: FastifyInstance,
  core: Core,
  variant: V,
  handlers: Handlers<V>,
  allowedOrigins: ReadonlySet<string>,
): void {
  for (const [name, route] of Object.entries(variant.routes)) {
    // From here on the routes are all alike; that each has its own handler, the types of `Handlers` have seen to.
    const handler = handlers[name] as unknown as Handler<Route>
    const say = sayFor(variant, route)
    const protocol = protocolSayFor(envelopeOf(variant, route))
    const own = route.protocol?.tooManyRequests
    const config: RouteConfig = {
      variant: variant.name,
      name,
      protocol,
      tooManyRequests: own === undefined ? undefined : (say as Record<string, () => Said>)[own]?.(),
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
        const incoming = await readRequest(core, request, route, read)
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
): Promise<Incoming<Route>> {
  const body = route.method === 'GET' ? {} : await readFields(request, request.routeOptions.bodyLimit)
  let caller: ReturnType<typeof findCaller> | undefined
  return {
    body: read.body(body),
    query: read.query(request.query as Record<string, unknown>),
    params: read.params(request.params as Record<string, unknown>),
    source: sourceOf(request.ip),
    findCaller: () => {
      caller ??= findCaller(core, request)
      return caller
    },
  }
}
