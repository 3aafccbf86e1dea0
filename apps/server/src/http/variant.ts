import { actingFor, type Core } from '@acct/core'
import { envelopeOf, fileFieldsOf, methodsOf, type ProtocolName, type Route, type Variant } from '@acct/schema'
import type { TSchema } from '@sinclair/typebox'
import { TypeCompiler } from '@sinclair/typebox/compiler'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Handler, Incoming } from '../bind.ts'
import { UnreadableBody, withFields } from './body.ts'
import { findCaller } from './caller.ts'
import { isForbiddenCrossSite, isIncidental } from './crossSite.ts'
import { type ProtocolSay, protocolSayFor, type Said, type Say, sayFor, send } from './outcomes.ts'

/** What Fastify knows about a route of a variant, beside its handler. */
export interface RouteConfig {
  readonly variant: string
  readonly name: string
  readonly protocol: ProtocolSay
  /** The document's own answers, where it has some in place of the protocol's. */
  readonly standIns: Readonly<Partial<Record<ProtocolName, Said>>>
}

/** Fields of one place of the request, checked; `null` is as good as absent, unknown fields are left alone. */
type Reader = (fields: Record<string, unknown>) => Record<string, unknown>

const nothing: Record<string, unknown> = Object.freeze({})

function readerOf(schema: TSchema | undefined): Reader {
  if (schema === undefined) return () => nothing
  const shape = TypeCompiler.Compile(schema)
  return (fields) => {
    const given = withoutNulls(fields)
    if (!shape.Check(given))
      throw new UnreadableBody(`a field is of the wrong type: ${shape.Errors(given).First()?.path}`)
    return given
  }
}

function withoutNulls(fields: Record<string, unknown>): Record<string, unknown> {
  for (const name in fields) {
    if (fields[name] === null) return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null))
  }
  return fields
}

/** Serves every route of a variant below its name. The handlers are its own: the type of `handlers` has seen to that. */
export function serveVariant(
  app: FastifyInstance,
  core: Core,
  variant: Variant,
  handlers: object,
  allowedOrigins: ReadonlySet<string>,
): void {
  const acting = actingFor(core)
  for (const [name, route] of Object.entries(variant.routes)) {
    const handler = (handlers as Readonly<Record<string, Handler<Route>>>)[name]
    if (handler === undefined) throw new Error(`${variant.name} has no handler for ${name}`)
    const say = sayFor(variant, route)
    const protocol = protocolSayFor(envelopeOf(variant, route))
    const config: RouteConfig = { variant: variant.name, name, protocol, standIns: standInsOf(route, say) }
    const files = fileFieldsOf(route.body)
    const read = { body: readerOf(route.body), query: readerOf(route.query), params: readerOf(route.params) }
    app.route({
      method: methodsOf(route),
      url: `/${variant.name}${route.path}`,
      config: { acct: config },
      onRequest: (request, reply, done) => {
        if (isForbiddenCrossSite(request, allowedOrigins)) send(reply, protocol.forbidden)
        else done()
      },
      handler: (request, reply) => {
        const answer = (fields: Record<string, unknown>) => {
          const incoming = readRequest(core, request, fields, read, allowedOrigins)
          const caller = acting({ actor: 'caller', variant: variant.name, source: incoming.source })
          return handler.handle(caller, incoming, say as Say<Route>)
        }
        const said =
          request.method !== 'GET'
            ? withFields(request, files, answer)
            : answer(route.alsoGet ? (request.query as Record<string, unknown>) : nothing)
        const fail = (error: unknown) => void reply.send(error)
        // Not returned: Fastify would wait for a promise, and then for the reply in it. So whatever fails is told here.
        said.then((said) => {
          try {
            send(reply, said)
          } catch (error) {
            fail(error)
          }
        }, fail)
      },
    })
  }
}

/** What a route answers in the document's words where others have a protocol outcome. */
function standInsOf({ protocol = {} }: Route, say: object): RouteConfig['standIns'] {
  const { tooManyRequests, internalError } = protocol
  const said = (name: string | undefined) => name && (say as Readonly<Record<string, () => Said>>)[name]?.()
  const standIns = { tooManyRequests: said(tooManyRequests), internalError: said(internalError) }
  return Object.fromEntries(Object.entries(standIns).filter(([, standIn]) => standIn))
}

function readRequest(
  core: Core,
  request: FastifyRequest,
  fields: Record<string, unknown>,
  read: Record<'body' | 'query' | 'params', Reader>,
  allowedOrigins: ReadonlySet<string>,
): Incoming<Route> {
  const body = read.body(fields)
  const query = read.query(request.query as Record<string, unknown>)
  return {
    body,
    query,
    params: read.params(request.params as Record<string, unknown>),
    source: request.source,
    incidental: isIncidental(request, allowedOrigins),
    publicUrl: request.server.publicUrl(),
    findCaller: () => findCaller(core, request, body.token ?? query.token),
  }
}
