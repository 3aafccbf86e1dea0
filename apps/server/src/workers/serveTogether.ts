import cluster from 'node:cluster'
import { type DestinationStream, type Logger, pino } from 'pino'
import { logListening } from '../addresses.ts'
import type { Config } from '../config.ts'
import { migrateDatabase } from '../database.ts'
import { keptSecret, prepareFolder, StartRefused } from '../dataFolder.ts'
import { logOptions } from '../http/log.ts'
import { systemRandom } from '../machine.ts'
import { stopOnSignal } from '../stopOnSignal.ts'
import { type Crew, startCrew } from './crew.ts'
import { freePort } from './freePort.ts'
import { openOutput } from './output.ts'
import { work } from './worker.ts'

/**
 * Serves by several processes: the first one prepares what they share and looks after the others, which are started by the
 * same command and come here, too. Throws what `startServer` throws for what the operator has to mend.
 */
export async function serveTogether(config: Config): Promise<void> {
  if (cluster.isWorker) return work(config)
  const output = await openOutput()
  const log = pino(logOptions(config.logLevel), output)
  // From the first moment: a process that does not listen for SIGHUP is ended by it.
  let crew: Crew | undefined
  process.on('SIGHUP', () => crew?.reloadWordLists())
  // Once, and not by each of them at the same moment.
  prepareFolder(config.dataDir)
  if (config.secret === undefined) keptSecret(config.dataDir, systemRandom)
  await migrateDatabase(config.database)

  crew = await startOnPort(config, log, output)
  logListening(log, { ...(await crew.started), workers: config.workers })
  stopOnSignal(crew.stop, log)
  await crew.failed
}

/** How often a free port may be taken by somebody else before the workers listen at it. */
const mostTries = 5

async function startOnPort({ host, port, workers }: Config, log: Logger, output: DestinationStream): Promise<Crew> {
  if (port !== 0) return startCrew({ workers, port }, log, output)
  for (let tries = 1; ; tries += 1) {
    const crew = startCrew({ workers, port: await freePort(host) }, log, output)
    try {
      await crew.started
      return crew
    } catch (error) {
      const wasTaken = error instanceof StartRefused && error.message.startsWith('PORT:')
      if (!wasTaken || tries === mostTries) throw error
    }
  }
}
