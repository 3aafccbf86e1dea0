import type { Context, Span, Tracer } from '@opentelemetry/api'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Logger } from 'pino'
import type { Trusts } from '../trusted.ts'
import { exporters, loadPackages, MissingPackages, type Packages } from './packages.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Traces on their way to a collector. */
export interface Tracing {
  /** Makes a span of every request that is answered from now on. */
  readonly watch: (app: FastifyInstance) => void
  /** Sends what is left, and ends. */
  readonly close: () => Promise<void>
}

/** Longer than that a collector that does not answer may not hold up the end of the process, in milliseconds. */
const patience = 2000

/** Whether OpenTelemetry's standard variables ask for traces. */
function isAskedFor(environment: Environment): boolean {
  const { OTEL_SDK_DISABLED: disabled, OTEL_TRACES_EXPORTER: exporter } = environment
  const endpoint = environment.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || environment.OTEL_EXPORTER_OTLP_ENDPOINT
  return Boolean(endpoint) && disabled?.toLowerCase() !== 'true' && (exporter || 'otlp') === 'otlp'
}

/**
 * Starts tracing where the standard variables ask for it. Where it can not be, a line in the log says why, and the service
 * runs without: such variables are often set for everything on a machine.
 */
export async function startTracing(
  environment: Environment,
  { serviceName, trusts, log }: { serviceName: string; trusts: Trusts; log: Logger },
): Promise<Tracing | undefined> {
  if (!isAskedFor(environment)) return undefined
  const { OTEL_EXPORTER_OTLP_TRACES_PROTOCOL: ofTraces, OTEL_EXPORTER_OTLP_PROTOCOL: ofAll } = environment
  const protocol = ofTraces || ofAll || 'http/protobuf'
  const exporterName = exporters[protocol]
  if (exporterName === undefined) {
    log.warn(
      `no traces: OTEL_EXPORTER_OTLP_PROTOCOL must be one of ${Object.keys(exporters).join(', ')}, got '${protocol}'`,
    )
    return undefined
  }
  try {
    return tracingBy(await loadPackages(exporterName), serviceName, trusts)
  } catch (error) {
    if (!(error instanceof MissingPackages)) throw error
    log.warn(`no traces, though the environment asks for them: ${error.message}`)
    return undefined
  }
}

function tracingBy(packages: Packages, serviceName: string, trusts: Trusts): Tracing {
  const { api, sdk, resources, exporter } = packages
  // What else the standard variables say (endpoint, headers, sampler, batches, attributes) is read by these packages.
  const provider = new sdk.BasicTracerProvider({
    resource: resources
      .resourceFromAttributes({ 'service.name': serviceName })
      .merge(resources.detectResources({ detectors: [resources.envDetector] })),
    spanProcessors: [new sdk.BatchSpanProcessor(new exporter.OTLPTraceExporter())],
  })
  const tracer = provider.getTracer('acct')
  return {
    watch: (app) => {
      app.addHook('onResponse', (request, reply, done) => {
        done()
        const parent = trusts(request.raw.socket.remoteAddress) ? parentOf(packages, request) : api.ROOT_CONTEXT
        spanOf(packages, tracer, parent, request, reply).end()
      })
    },
    close: async () => {
      const late = new Promise<void>((resolve) => setTimeout(resolve, patience).unref())
      // A collector that is away is no reason to fail: the package says so by itself.
      await Promise.race([provider.shutdown().catch(() => undefined), late])
    },
  }
}

/** Made when the answer is out, of what the log line says too: until then a request costs nothing more. */
function spanOf(
  { api }: Packages,
  tracer: Tracer,
  parent: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Span {
  const { config, url } = request.routeOptions
  const { variant, name } = config?.acct ?? {}
  const route = variant === undefined ? (url ?? 'unknown') : `${variant}/${name}`
  const status = reply.statusCode
  const span = tracer.startSpan(
    route,
    {
      kind: api.SpanKind.SERVER,
      startTime: new Date(Date.now() - reply.elapsedTime),
      attributes: {
        'http.request.method': request.method,
        'http.response.status_code': status,
        'acct.request_id': request.id,
        ...(url !== undefined && { 'http.route': url }),
        ...(variant !== undefined && { 'acct.variant': variant }),
        ...(reply.outcome !== null && { 'acct.outcome': reply.outcome }),
      },
    },
    parent,
  )
  if (status >= 500) span.setStatus({ code: api.SpanStatusCode.ERROR })
  return span
}

const traceparent = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-|$)/

/** The span of the proxy that passed a request on, by W3C’s header. */
function parentOf({ api }: Packages, { headers }: FastifyRequest): Context {
  const [, traceId, spanId, flags] = traceparent.exec(String(headers.traceparent ?? '')) ?? []
  if (traceId === undefined || spanId === undefined || flags === undefined) return api.ROOT_CONTEXT
  const context = { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1, isRemote: true }
  return api.isSpanContextValid(context) ? api.trace.setSpanContext(api.ROOT_CONTEXT, context) : api.ROOT_CONTEXT
}
