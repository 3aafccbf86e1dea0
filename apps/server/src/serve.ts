import { accessSync, constants, mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { type Clock, type Core, createCore, type Hasher, type Random, sweep } from '@acct/core'
import { variants } from '@acct/schema'
import { openStore } from '@acct/store'
import type { FastifyInstance } from 'fastify'
import type { Logger } from 'pino'
import { buildApp } from './app.ts'
import type { Config } from './config.ts'
import { argon2Hasher } from './hasher.ts'
import { systemClock, systemRandom } from './machine.ts'

/** A start that can not be, for a reason that the operator can mend: one clear line. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

/** A server that listens. */
export interface RunningServer {
  readonly app: FastifyInstance
  readonly core: Core
  /** Where it is bound, whatever the public URL is. */
  readonly url: string
  /** No new connections; what is in flight finishes; then the store is closed. */
  readonly close: () => Promise<void>
}

/** What a test may bring along in place of the machine's own. */
export interface Machinery {
  readonly clock?: Clock
  readonly random?: Random
  readonly hasher?: Hasher
}

/** How often expired sessions and old tries are swept away, in milliseconds. */
const sweepInterval = 3_600_000

/** Opens the store and serves. Throws `StartRefused`, or the store's own refusal, for what the operator has to mend. */
export async function startServer(
  config: Config,
  log: Logger,
  { clock = systemClock, random = systemRandom, hasher = argon2Hasher(config.argon2) }: Machinery = {},
): Promise<RunningServer> {
  prepareFolder(config.dataDir)
  const store = openStore({ file: config.databaseFile })
  let draining = false
  let publicUrl = config.publicUrl ?? ''
  try {
    const core = createCore({
      clock,
      random,
      hasher,
      stores: store.stores,
      settings: { passwordFailureLimit: config.passwordFailures },
    })
    const app = await buildApp({
      core,
      log,
      health: { isDraining: () => draining, pingStore: atMostOnceASecond(clock, () => store.ping()) },
      publicUrl: () => publicUrl,
      https: publicUrl.startsWith('https:'),
      mounts: config.mounts,
      allowedOrigins: config.allowedOrigins,
      trustedProxies: config.trustedProxies,
      requestsPerMinute: config.requestsPerMinute,
      inbox: config.sms === 'inbox' || config.email === 'inbox',
    })
    await listen(app, config)
    const { address, port, family } = app.server.address() as AddressInfo
    const url = `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`
    publicUrl ||= `http://localhost:${port}`
    const sweeping = sweepRegularly(core, log)
    log.info({ url, publicUrl, ...addressesAt(publicUrl, config) }, 'listening')
    const close = async () => {
      draining = true
      clearInterval(sweeping)
      await app.close()
      store.close()
    }
    return { app, core, url, close }
  } catch (error) {
    store.close()
    throw error
  }
}

/** Makes the data folder, for this user only; throws `StartRefused` if it can not be written. */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new StartRefused(
      `ACCT_DATA_DIR: the folder '${folder}' can not be written (${(error as NodeJS.ErrnoException).code})`,
    )
  }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port })
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
function addressesAt(publicUrl: string, config: Config) {
  return {
    variants: Object.keys(variants).map((name) => `${publicUrl}/${name}`),
    reference: `${publicUrl}/docs`,
    ...((config.sms === 'inbox' || config.email === 'inbox') && { inbox: `${publicUrl}/dev/inbox.json` }),
  }
}

/** Spares the disk a write for each of many callers that ask at the same time; a failure is never remembered. */
function atMostOnceASecond(clock: Clock, ping: () => void): () => void {
  let pinged = Number.NEGATIVE_INFINITY
  return () => {
    const now = clock.now()
    if (now - pinged < 1000) return
    ping()
    pinged = now
  }
}

function sweepRegularly(core: Core, log: Logger): NodeJS.Timeout {
  const once = () => sweep(core).catch((error: unknown) => log.error({ err: error }, 'sweeping failed'))
  void once()
  return setInterval(once, sweepInterval).unref()
}
