import { type Static, Type } from '@sinclair/typebox'
import { Value } from '@sinclair/typebox/value'

/** A setting with a bad value: the one line that the start ends with. */
export class BadSetting extends Error {
  override readonly name = 'BadSetting'
  constructor(setting: string, problem: string) {
    super(`${setting}: ${problem}`)
  }
}

const limit = (standard: number, description: string) =>
  Type.Integer({ minimum: 0, maximum: 1_000_000_000, default: standard, description: `${description} 0 is no limit.` })

const optional = (description: string) => Type.Optional(Type.String({ description }))

/** Every setting, as the environment gives it. What a text means is read in config.ts. */
export const settings = {
  PORT: Type.Integer({
    minimum: 0,
    maximum: 65535,
    default: 3000,
    description: 'The port to listen on; 0 takes a free one.',
  }),
  HOST: Type.String({ default: '127.0.0.1', description: 'The address to listen on.' }),
  ACCT_DATA_DIR: Type.String({ default: './data', description: 'The folder of the database.' }),
  ACCT_DATABASE_URL: optional('`file:<path>`; by default `acct.db` in the data folder.'),
  ACCT_PUBLIC_URL: optional(
    'What links and pictures are built from, by default `http://localhost:<port>`. With https the session cookie is Secure.',
  ),
  ACCT_ROOT_VARIANT: optional('The variant that also answers at the root.'),
  ACCT_HOSTS: optional(
    '`variant=host.name` pairs: on its host a variant answers at the root. A proxy must pass `Host` on.',
  ),
  ACCT_CORS_ORIGINS: optional('Foreign origins whose pages may call, an exact list.'),
  ACCT_TRUST_PROXY: optional('Addresses (or address/prefix) of the proxies whose `X-Forwarded-For` is believed.'),
  ACCT_SMS: optional('`inbox` or `off`. With `NODE_ENV=production` it must be chosen, else it is `inbox`.'),
  ACCT_EMAIL: optional('`inbox` or `off`. With `NODE_ENV=production` it must be chosen, else it is `inbox`.'),
  ACCT_ARGON2: Type.String({
    default: 'm=19456,t=2,p=1',
    description:
      'The cost of a password hash: memory in KiB, passes, lanes. Not below the default with `NODE_ENV=production`.',
  }),
  ACCT_LIMIT_PASSWORD_FAILURES: limit(10, 'Wrong passwords of one account in 15 minutes.'),
  ACCT_LIMIT_REQUESTS_PER_MINUTE: limit(1200, 'Requests a minute from one source over everything.'),
  LOG_LEVEL: Type.Union(
    (['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const).map((level) => Type.Literal(level)),
    { default: 'info', description: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.' },
  ),
}

const shape = Type.Object(settings)

export type SettingValues = Static<typeof shape>

/** The settings with their defaults; throws `BadSetting` for a value of the wrong type. An empty value is as good as none. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): SettingValues {
  const given = Object.fromEntries(
    Object.keys(settings)
      .map((name) => [name, environment[name]] as const)
      .filter(([, value]) => value !== undefined && value !== ''),
  )
  const numbers = Object.entries(given).map(([name, value]) => [name, isNumber(name) ? numberFrom(value) : value])
  const values = Value.Default(shape, Object.fromEntries(numbers))
  const error = Value.Errors(shape, values).First()
  if (error === undefined) return values as SettingValues
  const name = error.path.slice(1)
  throw new BadSetting(name, `${expected(name as keyof typeof settings)}, got '${environment[name]}'`)
}

const isNumber = (name: string) => settings[name as keyof typeof settings].type === 'integer'

/** Digits only: `Number` would also take '1e3', '0x10' and ' 5'. What is no number stays as it is, and is refused. */
const numberFrom = (value: string | undefined) => (/^\d{1,15}$/.test(value ?? '') ? Number(value) : value)

function expected(name: keyof typeof settings): string {
  const { type, minimum, maximum, description } = settings[name]
  return type === 'integer' ? `must be a whole number from ${minimum} to ${maximum}` : `must be ${description}`
}
