import type { AddressInfo } from 'node:net'
import type { Clock, Core, Hasher, Random } from '@acct/core'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { type Addresses, addressesOf, logListening } from './addresses.ts'
import { buildApp } from './app.ts'
import { startAuditTrail } from './auditTrail.ts'
import type { Config } from './config.ts'
import { coreOn } from './coreOn.ts'
import { type Database, openDatabase } from './database.ts'
import { prepareFolder } from './dataFolder.ts'
import { type DeliveryWorker, startDelivery, waysToSend } from './delivery.ts'
import { argon2Hasher, type WatchedHasher } from './hasher.ts'
import { keepHouse } from './housekeeping.ts'
import { linksOf } from './links.ts'
import { listen } from './listen.ts'
import { systemClock, systemRandom } from './machine.ts'
import type { Snapshot } from './metrics/metrics.ts'
import { tellOfLeftPictures } from './pictureFiles.ts'
import { builtWebFolder, loadWeb } from './routes/web.ts'
import { startTracing } from './tracing/tracing.ts'
import { trustsOf } from './trusted.ts'
import { loadWordLists } from './wordLists.ts'

/** A server that listens. */
export interface RunningServer {
  readonly app: FastifyInstance
  readonly core: Core
  /** Where it is bound, whatever the public URL is. */
  readonly url: string
  /** Reads the operator's word lists again, and logs how it went; lists that can not be read leave the old ones. */
  readonly reloadWordLists: () => void
  /** What this process has to tell, for one that tells it with its own; undefined while metrics are off. */
  readonly metrics: (() => Promise<Snapshot>) | undefined
  /** No new connections; what is in flight finishes, messages too; then the store is closed. */
  readonly close: () => Promise<void>
}

/** What a test, or a worker among others, brings along in place of the usual. */
export interface Machinery {
  readonly clock?: Clock
  readonly random?: Random
  readonly hasher?: Hasher
  /** A folder with a built account centre. */
  readonly webFolder?: string
  /** Where OpenTelemetry's standard variables stand. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Asks the processes beside this one for their metrics, too. */
  readonly gatherMetrics?: (own: Snapshot) => Promise<readonly Snapshot[]>
  /** How late the event loop may be, in milliseconds, before requests are turned away; 0 is no limit. */
  readonly longestEventLoopDelay?: number
  /** Is told once that the server listens; else the log is. */
  readonly announce?: (addresses: Addresses) => void
}

/** Opens the store and serves. Throws `StartRefused`, or the store's own refusal, for what the operator has to mend. */
export async function startServer(
  config: Config,
  log: Logger,
  {
    clock = systemClock,
    random = systemRandom,
    hasher = argon2Hasher(config.argon2),
    longestEventLoopDelay = 2000,
    webFolder,
    announce = (addresses) => logListening(log, addresses),
    environment = process.env,
    gatherMetrics = async (own) => [own],
  }: Machinery = {},
): Promise<RunningServer> {
  const ways = waysToSend(config)
  const web = await loadWeb(webFolder ?? builtWebFolder())
  const { wordLists, reload } = await loadWordLists(config)
  prepareFolder(config.dataDir)
  const store = await openDatabase(config.database)
  let draining = false
  let publicUrl = config.publicUrl ?? ''
  let delivery: DeliveryWorker | undefined
  try {
    const links = linksOf(config, () => publicUrl)
    const core = coreOn(store, config, { clock, random, hasher, links, wordLists })
    const metrics = await metricsOf(config, core, store)
    const trusts = trustsOf(config.trustedProxies)
    const tracing = await startTracing(environment, { serviceName: config.serviceName, trusts, log })
    const app = await buildApp({
      core,
      log,
      loggedRequests: config.loggedRequests,
      health: { isDraining: () => draining, pingStore: atMostOnceASecond(clock, () => store.ping()) },
      onArrival: store.noteArrival ?? (() => undefined),
      // Messages leave after the answer that they belong to, so that no gateway's pace shows in it.
      onAnswered: () => delivery?.wake(),
      publicUrl: () => publicUrl,
      https: publicUrl.startsWith('https:'),
      mounts: config.mounts,
      allowedOrigins: config.allowedOrigins,
      trustedProxies: config.trustedProxies,
      requestsPerMinute: config.requestsPerMinute,
      longestEventLoopDelay,
      inbox: hasInbox(config),
      tracing,
      metrics: metrics && {
        ...metrics,
        page: async () => metrics.pageOf(await gatherMetrics(await metrics.snapshot())),
      },
      web,
    })
    await listen(app, config)
    const addresses = addressesOf(app.server.address() as AddressInfo, config, {
      hasWeb: web !== undefined,
      hasInbox: hasInbox(config),
    })
    publicUrl = addresses.publicUrl
    const stopKeepingHouse = keepHouse(core, log)
    const endAuditTrail = startAuditTrail(core, log)
    delivery = startDelivery(core, ways, log, ({ channel, outcome }) => metrics?.countMessage(channel, outcome))
    announce(addresses)
    void tellOfLeftPictures(config, log)
    const reloadWordLists = () => {
      try {
        log.info(reload(), 'word lists reloaded')
      } catch (error) {
        log.error({ err: error }, 'reloading the word lists failed; the old ones stay')
      }
    }
    const close = async () => {
      draining = true
      stopKeepingHouse()
      await Promise.all([app.close(), delivery?.stop()])
      await Promise.all([endAuditTrail(), tracing?.close()])
      await store.close()
    }
    return { app, core, url: addresses.url, reloadWordLists, metrics: metrics?.snapshot, close }
  } catch (error) {
    await store.close()
    throw error
  }
}

/** Loaded where they are wanted: nobody else pays for them. */
async function metricsOf({ metrics: readers }: Config, core: Core, store: Database) {
  if (readers === 'off') return undefined
  const { createMetrics } = await import('./metrics/metrics.ts')
  const { hasher } = core as { hasher: Partial<WatchedHasher> }
  const metrics = createMetrics({
    waitingMessages: (channel) => core.stores.messages.countWaiting(channel),
    hashes: () => hasher.load?.(),
    database: store.load,
  })
  return { ...metrics, readers }
}

const hasInbox = ({ sms, email }: Config) => sms === 'inbox' || email === 'inbox'

/** Spares the disk a write for each of many callers that ask at the same time; a failure is never remembered. */
function atMostOnceASecond(clock: Clock, ping: () => Promise<void>): () => Promise<void> {
  let pinged = Number.NEGATIVE_INFINITY
  return async () => {
    const now = clock.now()
    if (now - pinged < 1000) return
    await ping()
    pinged = now
  }
}
