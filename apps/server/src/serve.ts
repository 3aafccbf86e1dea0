import type { AddressInfo } from 'node:net'
import type { Clock, Core, Hasher, Random } from '@acct/core'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { type Addresses, addressesOf, logListening } from './addresses.ts'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { coreOn } from './coreOn.ts'
import { openDatabase } from './database.ts'
import { prepareFolder } from './dataFolder.ts'
import { type DeliveryWorker, startDelivery, waysToSend } from './delivery.ts'
import { argon2Hasher } from './hasher.ts'
import { keepHouse } from './housekeeping.ts'
import { linksOf } from './links.ts'
import { listen } from './listen.ts'
import { systemClock, systemRandom } from './machine.ts'
import { builtWebFolder, loadWeb } from './routes/web.ts'
import { loadWordLists } from './wordLists.ts'

/** A server that listens. */
export interface RunningServer {
  readonly app: FastifyInstance
  readonly core: Core
  /** Where it is bound, whatever the public URL is. */
  readonly url: string
  /** Reads the operator's word lists again, and logs how it went; lists that can not be read leave the old ones. */
  readonly reloadWordLists: () => void
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
  }: Machinery = {},
): Promise<RunningServer> {
  const ways = waysToSend(config)
  const web = await loadWeb(webFolder ?? builtWebFolder())
  const { wordLists, reload } = await loadWordLists(config)
  prepareFolder(config.dataDir)
  prepareFolder(config.filesDir)
  const store = await openDatabase(config.database)
  let draining = false
  let publicUrl = config.publicUrl ?? ''
  let delivery: DeliveryWorker | undefined
  try {
    const links = linksOf(config, () => publicUrl)
    const core = coreOn(store.stores, config, { clock, random, hasher, links, wordLists })
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
      web,
    })
    await listen(app, config)
    const addresses = addressesOf(app.server.address() as AddressInfo, config, {
      hasWeb: web !== undefined,
      hasInbox: hasInbox(config),
    })
    publicUrl = addresses.publicUrl
    const stopKeepingHouse = keepHouse(core, log)
    delivery = startDelivery(core, ways, log)
    announce(addresses)
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
      await store.close()
    }
    return { app, core, url: addresses.url, reloadWordLists, close }
  } catch (error) {
    await store.close()
    throw error
  }
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
