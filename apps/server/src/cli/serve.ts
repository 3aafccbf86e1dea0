import { Command, InvalidArgumentError, Option } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { drain } from '../drain.ts'
import { createLog } from '../http/log.ts'
import { type RunningServer, startServer } from '../serve.ts'
import { stopOnSignal } from '../stopOnSignal.ts'
import { mostWorkers, workersOf } from '../workers/workersOf.ts'

export const serveCommand = () =>
  new Command('serve')
    .description('Serves the API until it is told to stop.')
    .addOption(workersOption())
    .action(async ({ workers }: { workers?: string }) => {
      const config = readConfig({ ...process.env, ...(workers !== undefined && { ACCT_WORKERS: workers }) })
      if (config.workers === 1) return serveAlone(config)
      // Loaded when it is asked for: one process pays nothing for there being a way to have several.
      const { serveTogether } = await import('../workers/serveTogether.ts')
      return serveTogether(config)
    })

const workersOption = () =>
  new Option(
    '--workers <count>',
    `processes that share the port: 1 to ${mostWorkers}, or auto, one for each core (ACCT_WORKERS)`,
  ).argParser((text: string) => {
    if (workersOf(text) === undefined) throw new InvalidArgumentError(`It must be 1 to ${mostWorkers}, or auto.`)
    return text
  })

async function serveAlone(config: Config): Promise<void> {
  const log = await createLog(config.logLevel)
  // From the first moment: a process that does not listen for SIGHUP is ended by it.
  let server: RunningServer | undefined
  process.on('SIGHUP', () => server?.reloadWordLists())
  const started = await startServer(config, log)
  server = started
  stopOnSignal(() => drain(started, log), log)
}
