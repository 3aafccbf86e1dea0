import type { Logger } from 'pino'

/** Has the first SIGTERM or SIGINT stop the program and end it with 0; a second one ends it at once. */
export function stopOnSignal(stop: () => Promise<void>, log: Logger): void {
  let stopping = false
  const heard = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    stop()
      .then(() => {
        log.info('stopped')
        process.exit(0)
      })
      .catch((error: unknown) => {
        log.error({ err: error }, 'stopping failed')
        process.exit(1)
      })
  }
  process.on('SIGTERM', heard)
  process.on('SIGINT', heard)
}
