import type { FastifyInstance } from 'fastify'
import { type LevelWithSilent, type Logger, type LoggerOptions, pino, stdTimeFunctions } from 'pino'
import pretty from 'pino-pretty'
import { sourceOf } from './source.ts'

/** Only the fields named in this file are ever logged: no bodies, no query strings, no headers, no concrete paths. */
export const logOptions = (level: LevelWithSilent): LoggerOptions => ({
  level,
  base: null,
  timestamp: stdTimeFunctions.isoTime,
  serializers: { req: () => undefined, res: () => undefined, err: describeError },
})

/** The server's log: JSON lines on stdout, pretty on a terminal. */
export const createLog = (level: LevelWithSilent): Logger =>
  process.stdout.isTTY ? pino(logOptions(level), pretty({ sync: true })) : pino(logOptions(level))

/** An error by its kind, message and place. Not its other fields: machinery hangs requests and parameters on them. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  return { name, message, stack, ...(cause instanceof Error && { cause: `${cause.name}: ${cause.message}` }) }
}

/** One line a request, after its answer. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const acct = request.routeOptions.config?.acct
    request.log.info(
      {
        method: request.method,
        variant: acct?.variant,
        route: acct?.name ?? request.routeOptions.url,
        outcome: reply.outcome ?? undefined,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        source: sourceOf(request.ip),
      },
      'request',
    )
  })
}
