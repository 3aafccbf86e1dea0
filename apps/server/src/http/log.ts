import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import {
  type DestinationStream,
  destination,
  type LevelWithSilent,
  type Logger,
  type LoggerOptions,
  pino,
  symbols,
} from 'pino'
import { sourceOf } from './source.ts'

/** Only the fields named in this file are ever logged: no bodies, no query strings, no headers, no concrete paths. */
export const logOptions = (level: LevelWithSilent): LoggerOptions => ({
  level,
  base: null,
  timestamp: isoTime,
  serializers: { req: () => undefined, res: () => undefined, err: describeError },
})

let instant = Number.NaN
let written = ''

/** As pino's own, but written once a millisecond and not once a line. */
function isoTime(): string {
  const now = Date.now()
  if (now !== instant) {
    instant = now
    written = `,"time":"${new Date(now).toISOString()}"`
  }
  return written
}

/** The server's log: JSON lines on stdout, pretty on a terminal. */
export async function createLog(level: LevelWithSilent): Promise<Logger> {
  if (!process.stdout.isTTY) return pino(logOptions(level), unhurried())
  const { default: pretty } = await import('pino-pretty')
  return pino(logOptions(level), pretty({ sync: true }))
}

const requestServed = 'request'

const mebibyte = 1024 * 1024
/** Lines that are written together. */
const mostLines = 500

/**
 * Stdout without waiting for it. The lines of requests are written together, at the latest after a tenth of a second (they
 * are what a killed process may lose); every other line at once. When nobody reads 16 MiB of lines, further ones are dropped
 * rather than kept in memory.
 */
function unhurried(): DestinationStream {
  const stdout = destination({ dest: process.stdout.fd, sync: false, maxLength: 16 * mebibyte })
  let lines: string[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (lines.length > 0) stdout.write(lines.join(''))
    lines = []
  }
  // Before the destination writes what it holds.
  process.prependListener('exit', flush)
  const stream = {
    // Asks pino to set `lastMsg`.
    [symbols.needsMetadataGsym]: true,
    lastMsg: '',
    write: (line: string) => {
      lines.push(line)
      if (stream.lastMsg !== requestServed || lines.length === mostLines) flush()
      else timer ??= setTimeout(flush, 100).unref()
    },
  }
  return stream
}

/** An error by its kind, message and place. Not its other fields: machinery hangs requests and parameters on them. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  return { name, message, stack, ...(cause instanceof Error && { cause: `${cause.name}: ${cause.message}` }) }
}

/** Which requests leave a line: each, those that ended in anything but a route's plain success, or none. */
export type LoggedRequests = 'all' | 'failed' | 'none'

/** One line a request, after its answer. */
export function logRequests(app: FastifyInstance, logged: LoggedRequests): void {
  if (logged === 'none') return
  app.addHook('onResponse', (request, reply, done) => {
    done()
    logRequest(logged, request, reply)
  })
}

/** Leaves the line of a request that was answered, if it is one of those that are logged. */
export function logRequest(logged: LoggedRequests, request: FastifyRequest, reply: FastifyReply): void {
  const { outcome, statusCode: status } = reply
  if (logged === 'none') return
  if (logged === 'failed' && status < 400 && (outcome === null || outcome === 'ok')) return
  const { config, url } = request.routeOptions
  const { variant, name: route = url } = config?.acct ?? {}
  const ms = Math.round(reply.elapsedTime * 10) / 10
  const source = sourceOf(request.ip)
  request.log.info(
    { method: request.method, variant, route, outcome: outcome ?? undefined, status, ms, source },
    requestServed,
  )
}
