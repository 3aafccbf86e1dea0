import type { AddressInfo } from 'node:net'
import { type Clock, type Core, type Hasher, type Random, removeOrphans, sweep } from '@acct/core'
import { variants } from '@acct/schema'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { coreOn } from './coreOn.ts'
import { openDatabase } from './database.ts'
import { prepareFolder, StartRefused } from './dataFolder.ts'
import { type DeliveryWorker, startDelivery, waysToSend } from './delivery.ts'
import { argon2Hasher } from './hasher.ts'
import { linksOf } from './links.ts'
import { systemClock, systemRandom } from './machine.ts'
import { tellOfLeftPictures } from './pictureFiles.ts'
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

/** What a test may bring along in place of the machine's own. */
export interface Machinery {
  readonly clock?: Clock
  readonly random?: Random
  readonly hasher?: Hasher
  /** A folder with a built account centre. */
  readonly webFolder?: string
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
    void removeOrphans(core).catch((error: unknown) => {
      if (!draining) log.error({ err: error }, 'removing orphaned files failed')
    })
    delivery = startDelivery(core, ways, log)
    log.info({ url, publicUrl, ...addressesAt(publicUrl, port, config, web !== undefined) }, 'listening')
    void tellOfLeftPictures(config, log)
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
      await store.close()
    }
    return { app, core, url, reloadWordLists, close }
  } catch (error) {
    await store.close()
    throw error
  }
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
