import { isForOperator } from '../cli/forOperator.ts'
import type { Config } from '../config.ts'
import { drain } from '../drain.ts'
import { argon2Hasher } from '../hasher.ts'
import { createLog } from '../http/log.ts'
import { type RunningServer, startServer } from '../serve.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { metricsOfOthers } from './metricsExchange.ts'

const others = metricsOfOthers((message) => tell(message))

/** Serves as one of several processes, as the primary says. When that is gone, Node ends this one. */
export function work(config: Config): void {
  // A terminal and systemd send signals to all processes of a program; it is the primary who says what they mean.
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => undefined)
  let started: Promise<{ server: RunningServer; stop: () => Promise<void> }> | undefined
  process.on('message', (message: ToWorker) => {
    if (message.kind === 'start') started = start(config, message)
    else if (message.kind === 'reloadWordLists') void started?.then(({ server }) => server.reloadWordLists())
    else if (message.kind === 'tellMetrics') void started?.then(({ server }) => tellMetrics(server, message.question))
    else if (message.kind === 'metricsOfOthers') others.hear(message)
    else if (started === undefined) process.exit(0)
    else void started.then(({ stop }) => stop()).then(() => process.exit(0))
  })
  tell({ kind: 'ready' })
}

async function start(config: Config, { number, workers, port }: Extract<ToWorker, { kind: 'start' }>) {
  const log = (await createLog(config.logLevel)).child({ worker: number })
  try {
    const server = await startServer({ ...config, port }, log, {
      hasher: argon2Hasher(config.argon2, { sharedBy: workers }),
      gatherMetrics: async (own) => [own, ...(await others.ask())],
      announce: (addresses) => tell({ kind: 'listening', addresses }),
    })
    return { server, stop: () => drain(server, log) }
  } catch (error) {
    if (!isForOperator(error)) throw error
    tell({ kind: 'refused', problem: error.message }, () => process.exit(1))
    return new Promise<never>(() => {})
  }
}

async function tellMetrics(server: RunningServer, question: number): Promise<void> {
  const snapshot = await server.metrics?.()
  if (snapshot !== undefined) tell({ kind: 'metrics', question, snapshot })
}

function tell(message: FromWorker, done: () => void = () => {}): void {
  process.send?.(message, undefined, undefined, done)
}
