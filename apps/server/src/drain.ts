import type { Logger } from 'pino'
import type { RunningServer } from './serve.ts'

/** How long requests in flight may take once the server was told to stop, in milliseconds. */
const longestDrain = 9000

/** Takes no new connections and lets requests in flight finish; cuts off those that take too long. */
export async function drain(server: RunningServer, log: Logger): Promise<void> {
  const deadline = setTimeout(() => {
    log.warn('requests in flight took too long and were cut off')
    server.app.server.closeAllConnections()
  }, longestDrain)
  try {
    await server.close()
  } finally {
    clearTimeout(deadline)
  }
}
