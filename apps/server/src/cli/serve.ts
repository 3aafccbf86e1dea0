import { Command, InvalidArgumentError, Option } from 'commander'
import { readConfig } from '../config.ts'
import { mostWorkers, workersOf } from '../workers/workersOf.ts'

export const serveCommand = () =>
  new Command('serve')
    .description('Serves the API until it is told to stop.')
    .addOption(workersOption())
    .action(async ({ workers }: { workers?: string }) => {
      const config = readConfig({ ...process.env, ...(workers !== undefined && { ACCT_WORKERS: workers }) })
      // Loaded when it is asked for: one process pays nothing for there being a way to have several, and other commands
      // nothing for the server.
      if (config.workers === 1) {
        const { serveAlone } = await import('../serveAlone.ts')
        return serveAlone(config)
      }
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
