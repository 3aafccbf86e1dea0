import { type DestinationStream, destination, type LevelWithSilent, type Logger, type LoggerOptions, pino } from 'pino'
import { isoTime } from './isoTime.ts'

/** Only the fields named in this file are ever logged: no bodies, no query strings, no headers, no concrete paths. */
export const logOptions = (level: LevelWithSilent): LoggerOptions => ({
  level,
  base: null,
  timestamp: () => `,"time":"${isoTime()}"`,
  serializers: { req: () => undefined, res: () => undefined, err: describeError },
})

/** The server's log: JSON lines on stdout, pretty on a terminal. */
export async function createLog(level: LevelWithSilent): Promise<Logger> {
  if (!process.stdout.isTTY) return pino(logOptions(level), unhurried())
  const { default: pretty } = await import('pino-pretty')
  return pino(logOptions(level), pretty({ sync: true }))
}

const mebibyte = 1024 * 1024
/** Lines that are written together. */
const mostLines = 500
/** Milliseconds for which an ending process waits for somebody to read its last lines: it has 10 s, less the 9 of drain.ts. */
const lastLinesWait = 500

/** A stream that also takes lines which may be written a little later, together with others. */
export interface UnhurriedStream extends DestinationStream {
  readonly writeLater: (line: string) => void
}

/**
 * Stdout without waiting for it. Lines that may be late are written together, at the latest after a tenth of a second (they
 * are what a killed process may lose); every other line at once. When nobody reads 16 MiB of lines, further ones are dropped
 * rather than kept in memory, and a process that ends does not wait long for whom does not read.
 */
function unhurried(): UnhurriedStream {
  let triesUntil = Number.POSITIVE_INFINITY
  const stdout = destination({
    dest: process.stdout.fd,
    sync: false,
    maxLength: 16 * mebibyte,
    retryEAGAIN: () => performance.now() < triesUntil,
  })
  let lines: string[] = []
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    if (lines.length > 0) stdout.write(lines.join(''))
    lines = []
  }
  // Before the destination does, which would try for ever.
  process.prependListener('exit', () => {
    triesUntil = performance.now() + lastLinesWait
    flush()
    try {
      stdout.flushSync()
    } catch {
      stdout.destroy()
    }
  })
  return {
    write: (line) => {
      lines.push(line)
      flush()
    },
    writeLater: (line) => {
      lines.push(line)
      if (lines.length === mostLines) flush()
      else timer ??= setTimeout(flush, 100).unref()
    },
  }
}

/** An error by its kind, message and place. Not its other fields: machinery hangs requests and parameters on them. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { message: String(error) }
  const { name, message, stack, cause } = error
  return { name, message, stack, ...(cause instanceof Error && { cause: `${cause.name}: ${cause.message}` }) }
}
