import cluster, { type Worker } from 'node:cluster'
import type { DestinationStream, Logger } from 'pino'
import type { Addresses } from '../addresses.ts'
import { StartRefused } from '../dataFolder.ts'
import type { FromWorker, ToWorker } from './messages.ts'
import { metricsExchange } from './metricsExchange.ts'
import { forwardLines } from './output.ts'
import { restartPause, youngDeaths } from './restartPause.ts'

/** The workers of this program. */
export interface Crew {
  /** Resolves once all listen for the first time; rejects with `StartRefused` if one of them can not. */
  readonly started: Promise<Addresses>
  /** Rejects when none serves any more and none can be started; all have ended then. */
  readonly failed: Promise<never>
  readonly reloadWordLists: () => void
  /** Resolves once all have ended by themselves, or have been ended because it took them too long. */
  readonly stop: () => Promise<void>
}

/** A worker's place. Whoever is started in place of one that died has the same number. */
interface Place {
  readonly number: number
  worker: Worker | undefined
  serves: boolean
  /** How often in a row its worker has died soon after its start. */
  deaths: number
  restart: NodeJS.Timeout | undefined
}

/** A worker cuts off itself what takes too long; this is for one that can not even do that. In milliseconds. */
const longestStop = 9700

/** Starts so many workers on one port, and again whichever dies. */
export function startCrew(
  { workers, port }: { readonly workers: number; readonly port: number },
  log: Logger,
  output: DestinationStream,
): Crew {
  // Connections are dealt out by turns: workers that all wait for them get them very unevenly, and keep them.
  cluster.schedulingPolicy = cluster.SCHED_RR
  cluster.setupPrimary({ stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  const started = promised<Addresses>()
  const failed = promised<never>()
  const stopped = promised<void>()
  const places = Array.from({ length: workers }, (_, index): Place => {
    return { number: index + 1, worker: undefined, serves: false, deaths: 0, restart: undefined }
  })
  let phase: 'starting' | 'serving' | 'ending' = 'starting'
  /** What is to happen when the last one has ended. */
  let whenAllEnded = () => {}

  const serving = () => places.flatMap(({ serves, worker }) => (serves && worker !== undefined ? [worker] : []))
  const hearOfMetrics = metricsExchange((asking) => serving().filter((worker) => worker !== asking), tell)

  for (const place of places) start(place)

  function start(place: Place): void {
    const worker = cluster.fork()
    const from = performance.now()
    let problem: string | undefined
    place.worker = worker
    place.restart = undefined
    if (worker.process.stdout !== null) forwardLines(worker.process.stdout, output)
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') tell(worker, { kind: 'start', number: place.number, workers, port })
      else if (message.kind === 'listening') listens(place, message.addresses)
      else if (message.kind === 'refused') problem = message.problem
      else hearOfMetrics(worker, message)
    })
    worker.on('error', (error) => log.error({ err: error, worker: place.number }, 'a worker could not be reached'))
    // Once its last line was read, too.
    worker.process.once('close', (code, signal) => {
      place.worker = undefined
      place.serves = false
      place.deaths = youngDeaths(place.deaths, performance.now() - from)
      ended(place, problem, signal ?? code)
    })
  }

  function listens(place: Place, addresses: Addresses): void {
    place.serves = true
    if (phase === 'serving') log.info({ worker: place.number }, 'a worker serves again')
    if (phase !== 'starting' || !places.every(({ serves }) => serves)) return
    phase = 'serving'
    started.resolve(addresses)
  }

  function ended(place: Place, problem: string | undefined, how: number | string | null): void {
    const { number, deaths } = place
    if (phase === 'ending') {
      if (places.every(({ worker }) => worker === undefined)) whenAllEnded()
      return
    }
    const nobodyServes = !places.some(({ serves }) => serves)
    if (phase === 'starting' || (problem !== undefined && nobodyServes)) {
      fail(new StartRefused(problem ?? `worker ${number} ended with ${how} before it listened`))
      return
    }
    const pause = restartPause(deaths)
    log.error({ worker: number, how, problem, pause }, 'a worker has died, and is started again')
    place.restart = setTimeout(() => start(place), pause)
  }

  function end(then: () => void): void {
    phase = 'ending'
    whenAllEnded = then
    for (const { restart } of places) clearTimeout(restart)
    if (places.every(({ worker }) => worker === undefined)) then()
  }

  function fail(error: StartRefused): void {
    end(() => {
      started.reject(error)
      failed.reject(error)
    })
    for (const { worker } of places) worker?.process.kill('SIGKILL')
  }

  return {
    started: started.promise,
    failed: failed.promise,
    reloadWordLists: () => {
      for (const { worker } of places) tell(worker, { kind: 'reloadWordLists' })
    },
    stop: () => {
      const late = setTimeout(() => {
        log.warn('workers took too long to stop and were ended')
        for (const { worker } of places) worker?.process.kill('SIGKILL')
      }, longestStop)
      end(() => {
        clearTimeout(late)
        stopped.resolve()
      })
      for (const { worker } of places) tell(worker, { kind: 'stop' })
      return stopped.promise
    },
  }
}

/** What can not be told because the worker has just died, nobody has to know. */
function tell(worker: Worker | undefined, message: ToWorker): void {
  if (worker?.isConnected()) worker.process.send(message, () => {})
}

/** A promise with what settles it. That nobody listens is no error. */
function promised<Value>() {
  let resolve: (value: Value) => void = () => {}
  let reject: (error: unknown) => void = () => {}
  const promise = new Promise<Value>((...both) => {
    ;[resolve, reject] = both
  })
  promise.catch(() => undefined)
  return { promise, resolve, reject }
}
