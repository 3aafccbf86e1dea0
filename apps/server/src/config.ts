import { BlockList, isIP } from 'node:net'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { variants } from '@acct/schema'
import type { LevelWithSilent } from 'pino'
import type { Argon2Cost } from './hasher.ts'
import type { Mounts } from './mounts.ts'
import { BadSetting, readSettings, settings } from './settings.ts'

/** The environment, understood. */
export interface Config {
  readonly host: string
  readonly port: number
  readonly dataDir: string
  readonly databaseFile: string
  /** Without a trailing slash; undefined: `http://localhost:` and the port that was taken. */
  readonly publicUrl: string | undefined
  readonly mounts: Mounts
  readonly allowedOrigins: ReadonlySet<string>
  readonly trustedProxies: readonly string[]
  readonly sms: Channel
  readonly email: Channel
  readonly argon2: Argon2Cost
  /** Limits; 0 is none. */
  readonly passwordFailures: number
  readonly requestsPerMinute: number
  readonly logLevel: LevelWithSilent
}

/** Where messages of a kind go: into the development inbox, or nowhere. */
type Channel = 'inbox' | 'off'

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings; throws `BadSetting` naming the first bad one. An empty value is as good as none. */
export function readConfig(environment: Environment): Config {
  const values = readSettings(environment)
  const production = environment.NODE_ENV === 'production'
  const dataDir = resolve(values.ACCT_DATA_DIR)
  return {
    host: values.HOST,
    port: values.PORT,
    dataDir,
    databaseFile: databaseFileOf(values.ACCT_DATABASE_URL, dataDir),
    publicUrl: values.ACCT_PUBLIC_URL === undefined ? undefined : publicUrlOf(values.ACCT_PUBLIC_URL),
    mounts: { rootVariant: rootVariantOf(values.ACCT_ROOT_VARIANT), hosts: hostsOf(listOf(values.ACCT_HOSTS)) },
    allowedOrigins: new Set(listOf(values.ACCT_CORS_ORIGINS).map(originOf)),
    trustedProxies: listOf(values.ACCT_TRUST_PROXY).map(addressOf),
    sms: channelOf('ACCT_SMS', values.ACCT_SMS, production),
    email: channelOf('ACCT_EMAIL', values.ACCT_EMAIL, production),
    argon2: argon2Of(values.ACCT_ARGON2, production),
    passwordFailures: values.ACCT_LIMIT_PASSWORD_FAILURES,
    requestsPerMinute: values.ACCT_LIMIT_REQUESTS_PER_MINUTE,
    logLevel: values.LOG_LEVEL,
  }
}

const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

function databaseFileOf(url: string | undefined, dataDir: string): string {
  if (url === undefined) return resolve(dataDir, 'acct.db')
  if (!url.startsWith('file:') || url === 'file:')
    throw new BadSetting('ACCT_DATABASE_URL', `must be 'file:<path>', got '${url}'`)
  if (!url.startsWith('file://')) return resolve(url.slice('file:'.length))
  try {
    return fileURLToPath(url)
  } catch {
    throw new BadSetting('ACCT_DATABASE_URL', `is no file URL of this machine: '${url}'`)
  }
}

function publicUrlOf(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const usable =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    !url.search &&
    !url.hash &&
    !url.username
  if (!usable)
    throw new BadSetting(
      'ACCT_PUBLIC_URL',
      `must be an http or https origin such as https://id.example.com, got '${value}'`,
    )
  return url.origin
}

function rootVariantOf(name: string | undefined): string | undefined {
  if (name !== undefined) requireVariant('ACCT_ROOT_VARIANT', name)
  return name
}

function requireVariant(setting: string, name: string): void {
  if (!Object.hasOwn(variants, name)) {
    throw new BadSetting(setting, `'${name}' is not one of ${Object.keys(variants).join(', ')}`)
  }
}

function hostsOf(entries: readonly string[]): ReadonlyMap<string, string> {
  const hosts = new Map<string, string>()
  for (const entry of entries) {
    const [variant = '', host = '', ...rest] = entry.split('=').map((part) => part.trim().toLowerCase())
    if (rest.length > 0 || !/^[a-z0-9.-]+$/.test(host)) {
      throw new BadSetting('ACCT_HOSTS', `must be a list of variant=host.name, got '${entry}'`)
    }
    requireVariant('ACCT_HOSTS', variant)
    if (hosts.has(host)) throw new BadSetting('ACCT_HOSTS', `'${host}' is given twice`)
    hosts.set(host, variant)
  }
  return hosts
}

function originOf(value: string): string {
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol) && new URL(value).origin === value) return value
  throw new BadSetting('ACCT_CORS_ORIGINS', `must be a list of origins such as https://app.example.com, got '${value}'`)
}

function addressOf(value: string): string {
  const [address = '', prefix] = value.split('/')
  const family = isIP(address)
  try {
    if (family === 0) throw new Error('no address')
    if (prefix !== undefined)
      new BlockList().addSubnet(address, /^\d+$/.test(prefix) ? Number(prefix) : -1, family === 4 ? 'ipv4' : 'ipv6')
    return value
  } catch {
    throw new BadSetting('ACCT_TRUST_PROXY', `must be a list of addresses or address/prefix, got '${value}'`)
  }
}

function channelOf(setting: string, value: string | undefined, production: boolean): Channel {
  if (value === 'inbox' || value === 'off') return value
  if (value !== undefined) throw new BadSetting(setting, `must be 'inbox' or 'off', got '${value}'`)
  if (!production) return 'inbox'
  throw new BadSetting(setting, `has no default with NODE_ENV=production: set it to 'off' or 'inbox'`)
}

/** OWASP's recommended minimum for Argon2id; below it a stolen database is too cheap to guess. */
const productionFloor: Argon2Cost = { memory: 19456, passes: 2, lanes: 1 }

function argon2Of(value: string, production: boolean): Argon2Cost {
  const [, memory, passes, lanes] = (/^m=(\d+),t=(\d+),p=(\d+)$/.exec(value) ?? []).map(Number)
  const valid = memory && passes && lanes && memory >= 8 * lanes && memory <= 4_194_304 && passes <= 1000 && lanes <= 64
  if (!valid)
    throw new BadSetting('ACCT_ARGON2', `must be like '${settings.ACCT_ARGON2.default}' (m in KiB), got '${value}'`)
  const weak = memory < productionFloor.memory || passes < productionFloor.passes || lanes < productionFloor.lanes
  if (production && weak)
    throw new BadSetting('ACCT_ARGON2', `is below '${settings.ACCT_ARGON2.default}', which production needs`)
  return { memory, passes, lanes }
}
