import type { AddressInfo } from 'node:net'
import { type Clock, type Core, type Hasher, type Random, removeOrphans, sweep } from '@acct/core'
import { variants } from '@acct/schema'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import { startAuditTrail } from './auditTrail.ts'
import type { Config } from './config.ts'
import { coreOn } from './coreOn.ts'
import { type Database, openDatabase } from './database.ts'
import { prepareFolder, StartRefused } from './dataFolder.ts'
import { type DeliveryWorker, startDelivery, waysToSend } from './delivery.ts'
import { argon2Hasher, type WatchedHasher } from './hasher.ts'
import { linksOf } from './links.ts'
import { systemClock, systemRandom } from './machine.ts'
import type { Snapshot } from './metrics/metrics.ts'
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

/** What a test may bring along in place of the machine's own. */
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
}

/**
 * How many connections may wait to be accepted; the kernel may allow fewer. Node 20 accepts one in a turn of the event loop,
 * and whom the kernel turns away comes again only after a second.
 */
const longestBacklog = 4096

/** How often expired sessions and old tries are swept away, in milliseconds. */
const sweepInterval = 3_600_000
/** When it begins: not while the first requests are waiting for a server that has just been restarted. */
const firstSweep = 2000

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
    environment = process.env,
    gatherMetrics = async (own) => [own],
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
    const metrics = await metricsOf(config, core, store)
    const trusts = trustsOf(config.trustedProxies)
    const tracing = await startTracing(environment, { serviceName: config.serviceName, trusts, log })
    const app = await buildApp({
      core,
      log,
      loggedRequests: config.loggedRequests,
      health: { isDraining: () => draining, pingStore: atMostOnceASecond(clock, () => store.ping()) },
      publicUrl: () => publicUrl,
      https: publicUrl.startsWith('https:'),
      mounts: config.mounts,
      allowedOrigins: config.allowedOrigins,
      trustedProxies: config.trustedProxies,
      requestsPerMinute: config.requestsPerMinute,
      longestEventLoopDelay,
      inbox: hasInbox(config),
      tracing,
      metrics: metrics && { ...metrics, gather: async () => gatherMetrics(await metrics.snapshot()) },
      web,
    })
    // Messages leave after the answer that they belong to, so that no gateway's pace shows in it.
    app.addHook('onResponse', (_request, _reply, done) => {
      done()
      delivery?.wake()
    })
    await listen(app, config)
    const { address, port, family } = app.server.address() as AddressInfo
    const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
    publicUrl ||= `http://localhost:${port}`
    const stopSweeping = sweepRegularly(core, log)
    const endAuditTrail = startAuditTrail(core, log)
    void removeOrphans(core).catch((error: unknown) => {
      if (!draining) log.error({ err: error }, 'removing orphaned files failed')
    })
    delivery = startDelivery(core, ways, log, ({ channel, outcome }) => metrics?.countMessage(channel, outcome))
    log.info({ url, publicUrl, ...addressesAt(publicUrl, port, config, web !== undefined) }, 'listening')
    if (web === undefined) log.warn('the account centre was not built: nothing is served at /')
    const reloadWordLists = () => {
      try {
        log.info(reload(), 'word lists reloaded')
      } catch (error) {
        log.error({ err: error }, 'reloading the word lists failed; the old ones stay')
      }
    }
    const close = async () => {
      draining = true
      stopSweeping()
      await Promise.all([app.close(), delivery?.stop()])
      await Promise.all([endAuditTrail(), tracing?.close()])
      await store.close()
    }
    return { app, core, url, reloadWordLists, metrics: metrics?.snapshot, close }
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

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port, backlog: longestBacklog })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new StartRefused(`PORT: port ${port} on ${host} is taken by another program`)
    if (code === 'EACCES') throw new StartRefused(`PORT: port ${port} on ${host} needs more rights than this user has`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new StartRefused(`HOST: '${host}' is no address of this machine`)
    throw error
  }
}

/** What an operator wants to open first. */
function addressesAt(publicUrl: string, port: number, config: Config, hasWeb: boolean) {
  return {
    ...(hasWeb && { web: `${publicUrl}/` }),
    variants: Object.keys(variants).map((name) => `${publicUrl}/${name}`),
    reference: `${publicUrl}/docs`,
    // Shown on this machine only, whatever the public URL is.
    ...(hasInbox(config) && { desk: `http://localhost:${port}/dev`, inbox: `http://localhost:${port}/dev/inbox` }),
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

/** Sweeps soon after the start and then every hour, until what it returns is called. */
function sweepRegularly(core: Core, log: Logger): () => void {
  const once = () => void sweep(core).catch((error: unknown) => log.error({ err: error }, 'sweeping failed'))
  const first = setTimeout(once, firstSweep).unref()
  const others = setInterval(once, sweepInterval).unref()
  return () => {
    clearTimeout(first)
    clearInterval(others)
  }
}
