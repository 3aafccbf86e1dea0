import { Command } from 'commander'
import type { Logger } from 'pino'
import { readConfig } from '../config.ts'
import { createLog } from '../http/log.ts'
import { type RunningServer, startServer } from '../serve.ts'

/** How long requests in flight may take once the server was told to stop, in milliseconds. */
const longestDrain = 9000

export const serveCommand = () =>
  new Command('serve').description('Serves the API until it is told to stop.').action(async () => {
    const config = readConfig(process.env)
    const log = await createLog(config.logLevel)
    // From the first moment: a process that does not listen for SIGHUP is ended by it.
    let server: RunningServer | undefined
    process.on('SIGHUP', () => server?.reloadWordLists())
    server = await startServer(config, log)
    stopOnSignal(server, log)
  })

/** The first SIGTERM or SIGINT lets requests in flight finish, a second one does not. */
function stopOnSignal(server: RunningServer, log: Logger): void {
  let stopping = false
  const stop = (signal: NodeJS.Signals) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    const deadline = setTimeout(() => {
      log.warn('requests in flight took too long and were cut off')
      server.app.server.closeAllConnections()
    }, longestDrain)
    server
      .close()
      .then(() => {
        clearTimeout(deadline)
        log.info('stopped')
        process.exit(0)
      })
      .catch((error: unknown) => {
        log.error({ err: error }, 'stopping failed')
        process.exit(1)
      })
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
