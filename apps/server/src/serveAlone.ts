import type { Config } from './config.ts'
import { drain } from './drain.ts'
import { createLog } from './http/log.ts'
import { type RunningServer, startServer } from './serve.ts'
import { stopOnSignal } from './stopOnSignal.ts'

/** Serves by this process alone. Throws what `startServer` throws for what the operator has to mend. */
export async function serveAlone(config: Config): Promise<void> {
  const log = await createLog(config.logLevel)
  // From the first moment: a process that does not listen for SIGHUP is ended by it.
  let server: RunningServer | undefined
  process.on('SIGHUP', () => server?.reloadWordLists())
  const started = await startServer(config, log)
  server = started
  stopOnSignal(() => drain(started, log), log)
}
