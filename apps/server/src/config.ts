import { BlockList, isIP } from 'node:net'
import { resolve } from 'node:path'
import { codePoints, type Role, roles } from '@acct/core'
import { variants } from '@acct/schema'
import type { LevelWithSilent } from 'pino'
import { type EmailChannel, emailChannelOf, type SmsChannel, smsChannelOf } from './channels.ts'
import { type DatabaseConfig, databaseOf } from './database.ts'
import type { Argon2Cost } from './hasher.ts'
import type { LoggedRequests } from './http/requestLog.ts'
import { type IdentityConfig, identityConfigOf } from './identity.ts'
import type { Mounts } from './mounts.ts'
import { type PicturesConfig, picturesConfigOf } from './pictureFiles.ts'
import type { MetricReaders } from './routes/metrics.ts'
import { BadSetting, listOf, readSettings, settings } from './settings.ts'
import { mostWorkers, workersOf } from './workers/workersOf.ts'

/** The environment, understood. */
export interface Config {
  readonly host: string
  readonly port: number
  /** How many processes share the port. */
  readonly workers: number
  readonly dataDir: string
  readonly database: DatabaseConfig
  readonly pictures: PicturesConfig
  /** The folder of pictures, if they are kept in one. */
  readonly filesDir: string
  /** Without a trailing slash; undefined: `http://localhost:` and the port that was taken. */
  readonly publicUrl: string | undefined
  readonly mounts: Mounts
  readonly allowedOrigins: ReadonlySet<string>
  readonly trustedProxies: readonly string[]
  /** Undefined: made once and kept in the data folder. */
  readonly secret: Uint8Array | undefined
  /** What messages call this service. */
  readonly serviceName: string
  readonly sms: SmsChannel
  readonly email: EmailChannel
  readonly identity: IdentityConfig
  /** Roles that anybody may register with. */
  readonly openRoles: readonly Role[]
  /** The level of a new account. */
  readonly defaultLevel: number
  readonly defaultSignature: string
  /** Where the link leads that resets a password, with `{ticket}` in it; undefined: a page of ours. */
  readonly resetUrl: string | undefined
  /** Files of the operator's own; undefined: none. */
  readonly sensitiveWordsFile: string | undefined
  readonly passwordBlocklistFile: string | undefined
  readonly argon2: Argon2Cost
  /** Limits; 0 is none. */
  readonly passwordFailures: number
  /** Seconds between two codes to one address. */
  readonly codeInterval: number
  readonly codesPerHour: number
  readonly codesPerDay: number
  readonly codesPerSourcePerDay: number
  readonly lookupsPerHour: number
  readonly requestsPerMinute: number
  /** How long the audit log is kept, in days; 0 is for good. */
  readonly auditDays: number
  readonly metrics: MetricReaders
  /** Which requests leave a line in the log. */
  readonly loggedRequests: LoggedRequests
  readonly logLevel: LevelWithSilent
}

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the settings; throws `BadSetting` naming the first bad one. An empty value is as good as none. */
export function readConfig(environment: Environment): Config {
  const values = readSettings(environment)
  const production = environment.NODE_ENV === 'production'
  const dataDir = resolve(values.ACCT_DATA_DIR)
  const database = databaseOf(values.ACCT_DATABASE_URL, dataDir)
  const serviceName = serviceNameOf(values.ACCT_SERVICE_NAME)
  return {
    host: values.HOST,
    port: values.PORT,
    workers: workerCountOf(values.ACCT_WORKERS),
    dataDir,
    database,
    pictures: picturesConfigOf(values.ACCT_PICTURES, database),
    filesDir: resolve(dataDir, 'files'),
    publicUrl: values.ACCT_PUBLIC_URL === undefined ? undefined : publicUrlOf(values.ACCT_PUBLIC_URL),
    mounts: { rootVariant: rootVariantOf(values.ACCT_ROOT_VARIANT), hosts: hostsOf(listOf(values.ACCT_HOSTS)) },
    allowedOrigins: new Set(listOf(values.ACCT_CORS_ORIGINS).map(originOf)),
    trustedProxies: listOf(values.ACCT_TRUST_PROXY).map(addressOf),
    secret: values.ACCT_SECRET === undefined ? undefined : secretOf(values.ACCT_SECRET),
    serviceName,
    sms: smsChannelOf(values, production),
    email: emailChannelOf(values, serviceName, production),
    identity: identityConfigOf(values),
    openRoles: listOf(values.ACCT_OPEN_ROLES).map(openRoleOf),
    defaultLevel: values.ACCT_DEFAULT_LEVEL,
    resetUrl: values.ACCT_RESET_URL === undefined ? undefined : resetUrlOf(values.ACCT_RESET_URL),
    defaultSignature: signatureOf(values.ACCT_DEFAULT_SIGNATURE ?? ''),
    sensitiveWordsFile: fileOf(values.ACCT_SENSITIVE_WORDS),
    passwordBlocklistFile: fileOf(values.ACCT_PASSWORD_BLOCKLIST),
    argon2: argon2Of(values.ACCT_ARGON2, production),
    passwordFailures: values.ACCT_LIMIT_PASSWORD_FAILURES,
    codeInterval: values.ACCT_LIMIT_CODE_INTERVAL,
    codesPerHour: values.ACCT_LIMIT_CODES_PER_HOUR,
    codesPerDay: values.ACCT_LIMIT_CODES_PER_DAY,
    codesPerSourcePerDay: values.ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY,
    lookupsPerHour: values.ACCT_LIMIT_LOOKUPS_PER_HOUR,
    requestsPerMinute: values.ACCT_LIMIT_REQUESTS_PER_MINUTE,
    auditDays: values.ACCT_AUDIT_DAYS,
    metrics: metricReadersOf(values.ACCT_METRICS),
    loggedRequests: values.ACCT_LOG_REQUESTS,
    logLevel: values.LOG_LEVEL,
  }
}

function workerCountOf(value: string): number {
  const workers = workersOf(value)
  if (workers !== undefined) return workers
  throw new BadSetting('ACCT_WORKERS', `must be a whole number from 1 to ${mostWorkers} or 'auto', got '${value}'`)
}

/** Never repeats a value that is meant to be a token. */
function metricReadersOf(value: string): MetricReaders {
  if (value === 'off' || value === 'local') return value
  if (/^[!-~]{16,}$/.test(value)) return { token: value }
  throw new BadSetting('ACCT_METRICS', "must be 'off', 'local' or a token of at least 16 characters without blanks")
}

const fileOf = (path: string | undefined) => (path === undefined ? undefined : resolve(path))

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

/** The value is a secret, so the error does not repeat it. */
function secretOf(value: string): Uint8Array {
  const bytes = Buffer.from(value)
  if (bytes.length >= 32) return bytes
  throw new BadSetting('ACCT_SECRET', `must be at least 32 bytes, got ${bytes.length}`)
}

function serviceNameOf(value: string): string {
  if (codePoints(value) <= 40 && !/\p{Cc}/u.test(value)) return value
  throw new BadSetting('ACCT_SERVICE_NAME', 'must be at most 40 characters in one line')
}

function openRoleOf(value: string): Role {
  const role = roles.find((each) => each === value && each !== 'admin')
  if (role !== undefined) return role
  const open = roles.filter((each) => each !== 'admin').join(', ')
  throw new BadSetting('ACCT_OPEN_ROLES', `must be a list of ${open}, got '${value}'`)
}

function signatureOf(value: string): string {
  if (codePoints(value) <= 100) return value
  throw new BadSetting('ACCT_DEFAULT_SIGNATURE', `must be at most 100 characters, got ${codePoints(value)}`)
}

function resetUrlOf(value: string): string {
  const filled = value.replace('{ticket}', 'ticket')
  if (value.includes('{ticket}') && URL.canParse(filled) && /^https?:$/.test(new URL(filled).protocol)) return value
  throw new BadSetting(
    'ACCT_RESET_URL',
    `must be an http or https URL with {ticket} in it, such as https://app.example.com/reset?ticket={ticket}, got '${value}'`,
  )
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
