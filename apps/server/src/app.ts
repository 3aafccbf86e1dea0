import type { Core } from '@acct/core'
import { variants } from '@acct/schema'
import cors from '@fastify/cors'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import { acceptBodies, ignoreTypeOfNothing } from './http/body.ts'
import { answerBrokenRequest } from './http/brokenRequests.ts'
import { acceptCookies, sessionCookieFor } from './http/cookie.ts'
import { endConnectionsWhileDraining } from './http/draining.ts'
import { answerError, answerInEnvelope } from './http/errors.ts'
import { type LoadLimits, loadLimits } from './http/limits.ts'
import { acceptMultipart } from './http/multipart.ts'
import { pipelineLimit } from './http/pipelines.ts'
import { decorateRequests, recognise } from './http/recognise.ts'
import { requestIds, returnRequestId } from './http/requestId.ts'
import { type LoggedRequests, requestLog } from './http/requestLog.ts'
import { securityHeaders } from './http/securityHeaders.ts'
import { serveVariant } from './http/variant.ts'
import type { Metrics } from './metrics/metrics.ts'
import { type Mounts, rewriteUrlFor } from './mounts.ts'
import { serveDesk } from './routes/desk.ts'
import { serveDocsViewer } from './routes/docsViewer.ts'
import { serveFiles } from './routes/files.ts'
import { type Health, serveHealth } from './routes/health.ts'
import { serveInbox } from './routes/inbox.ts'
import { type ServedMetrics, serveMetrics } from './routes/metrics.ts'
import { serveProfilePage } from './routes/profilePage.ts'
import { serveReference } from './routes/reference.ts'
import { serveResetPage } from './routes/resetPage.ts'
import { serveWeb, type Web, webSegments } from './routes/web.ts'
import type { Tracing } from './tracing/tracing.ts'
import { trustsOf } from './trusted.ts'
import { handlers } from './variants/index.ts'

/** Everything the HTTP side needs; nothing in here opens a port or a file. */
export interface AppDeps extends LoadLimits {
  readonly core: Core
  readonly log: FastifyBaseLogger
  readonly loggedRequests: LoggedRequests
  readonly health: Health
  /** Called when a request has been read, in the same tick. */
  readonly onArrival: () => void
  /** Called after each answer. */
  readonly onAnswered: () => void
  /** What links and pictures are built from, without a trailing slash. */
  readonly publicUrl: () => string
  /** Whether the public URL is https: it decides on the cookie, before the URL's port is known. */
  readonly https: boolean
  readonly mounts: Mounts
  readonly allowedOrigins: ReadonlySet<string>
  readonly trustedProxies: readonly string[]
  /** Undefined: nobody asks for traces. */
  readonly tracing: Pick<Tracing, 'watch'> | undefined
  /** Whether the development inbox is shown, and the page that links everything (both to loopback only). */
  readonly inbox: boolean
  /** Undefined: nothing is counted, and nothing is served. */
  readonly metrics: (Pick<Metrics, 'watch'> & ServedMetrics) | undefined
  /** The built account centre, if there is one. */
  readonly web: Web | undefined
}

const kibibyte = 1024

/** Builds the server, ready to listen. */
export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const headers = securityHeaders(deps)
  const logRequest = requestLog(deps.log, deps.loggedRequests)
  const returnsIds = deps.trustedProxies.length > 0
  const ownSegments = [...Object.keys(variants), ...(deps.web ? webSegments : []), ...(deps.metrics ? ['metrics'] : [])]
  const rewriteUrl = rewriteUrlFor(deps.mounts, ownSegments)
  const app = Fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request would be made for each, and used by hardly any: lines name their request themselves.
    childLoggerFactory: (logger) => logger,
    bodyLimit: 64 * kibibyte,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    trustProxy: deps.trustedProxies.length > 0 ? [...deps.trustedProxies] : false,
    genReqId: requestIds(trustsOf(deps.trustedProxies)),
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { ignoreDuplicateSlashes: true },
    ...(rewriteUrl && { rewriteUrl }),
    clientErrorHandler: answerBrokenRequest,
    // An address that can not be decoded is answered before any hook runs.
    frameworkErrors: (error, request, reply) => {
      recognise(request)
      answerError(error, request, reply.headers(headers))
      logRequest(request, reply)
    },
  })
  app.decorate('publicUrl', deps.publicUrl)
  app.decorate('sessionCookie', sessionCookieFor(deps.https))
  app.decorate('clock', deps.core.clock)
  app.decorate('isDraining', deps.health.isDraining)
  decorateRequests(app)
  app.decorateReply('outcome', null)

  deps.metrics?.watch(app)
  deps.tracing?.watch(app)
  const refusePipeline = pipelineLimit()
  const refuseLoad = await loadLimits(app, deps)
  const arrive = (request: FastifyRequest, reply: FastifyReply) => {
    deps.onArrival()
    recognise(request)
    if (returnsIds) returnRequestId(request, reply)
    reply.headers(headers)
    ignoreTypeOfNothing(request)
  }
  const refuse = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => {
    const refused = refusePipeline(request, reply) ?? refuseLoad(request, reply)
    if (refused !== 'unanswered') done(refused)
  }
  // As few hooks as the order allows: each one costs each request as much as what most of them do.
  if (deps.allowedOrigins.size > 0) {
    app.addHook('onRequest', (request, reply, done) => {
      arrive(request, reply)
      done()
    })
    // Between the two, so that a page of an allowed origin can read a refusal, too.
    await allowOrigins(app, deps)
    app.addHook('onRequest', refuse)
  } else {
    app.addHook('onRequest', (request, reply, done) => {
      arrive(request, reply)
      refuse(request, reply, done)
    })
  }
  app.addHook('onResponse', (request, reply, done) => {
    done()
    logRequest(request, reply)
    deps.onAnswered()
  })
  answerInEnvelope(app)
  await acceptCookies(app)
  acceptBodies(app)
  await acceptMultipart(app)

  for (const [name, variant] of Object.entries(variants)) {
    serveVariant(app, deps.core, variant, handlers[name as keyof typeof handlers], deps.allowedOrigins)
  }
  await app.register(async (others) => serveOthers(others, deps))
  return app
}

/** What is served beside the variants. */
function serveOthers(others: FastifyInstance, deps: AppDeps): void {
  endConnectionsWhileDraining(others)
  serveHealth(others, deps.health)
  serveFiles(others, deps.core)
  serveProfilePage(others, deps.core)
  serveResetPage(others, deps.core)
  serveReference(others)
  serveDocsViewer(others)
  if (deps.inbox) {
    serveInbox(others, deps.core)
    serveDesk(others, { mounts: deps.mounts, hasWeb: deps.web !== undefined })
  }
  if (deps.metrics) serveMetrics(others, deps.metrics)
  if (deps.web) serveWeb(others, deps.web)
}

/** The exact list of foreign origins whose pages may call. */
async function allowOrigins(app: FastifyInstance, deps: AppDeps): Promise<void> {
  await app.register(cors, {
    origin: async (origin: string | undefined) => origin !== undefined && deps.allowedOrigins.has(origin),
    credentials: true,
    methods: ['GET', 'POST', 'PUT'],
    allowedHeaders: ['content-type', 'authorization'],
    exposedHeaders: ['retry-after', 'allow', 'content-location', 'x-request-id'],
    maxAge: 600,
    strictPreflight: false,
  })
}
