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
  ACCT_WORKERS: Type.String({
    default: '1',
    description: 'How many processes share the port, 1 to 64; `auto` is one for each core.',
  }),
  ACCT_DATA_DIR: Type.String({
    default: './data',
    description: 'The folder of the SQLite database, of pictures and of the generated secret.',
  }),
  ACCT_DATABASE_URL: optional(
    '`file:<path>` (SQLite) or `postgres://user:password@host/database`; by default `acct.db` in the data folder.',
  ),
  ACCT_PICTURES: optional(
    'Where pictures are kept: `folder` (in the data folder), `database` or `s3://bucket/prefix`. By default `folder` with SQLite, `database` with PostgreSQL.',
  ),
  ACCT_PUBLIC_URL: optional(
    'What links and pictures are built from, by default `http://localhost:<port>`. With https the session cookie is Secure.',
  ),
  ACCT_ROOT_VARIANT: optional('The variant that also answers at the root.'),
  ACCT_HOSTS: optional(
    '`variant=host.name` pairs: on its host a variant answers at the root. A proxy must pass `Host` on.',
  ),
  ACCT_CORS_ORIGINS: optional('Foreign origins whose pages may call, an exact list.'),
  ACCT_TRUST_PROXY: optional('Addresses (or address/prefix) of the proxies whose `X-Forwarded-For` is believed.'),
  ACCT_SECRET: optional(
    'At least 32 bytes; keys the hashes of codes and seals what is kept of messages. By default made once, in the data folder.',
  ),
  ACCT_SERVICE_NAME: Type.String({ default: 'acct', description: 'What messages call this service.' }),
  ACCT_SMS: optional(
    '`inbox`, `off`, `aliyun`, `tencent` or `twilio`. With `NODE_ENV=production` it must be chosen, else it is `inbox`.',
  ),
  ACCT_EMAIL: optional(
    '`inbox`, `off` or an `smtp://` or `smtps://` URL. With `NODE_ENV=production` it must be chosen, else it is `inbox`.',
  ),
  ACCT_EMAIL_FROM: optional('Who e-mails come from: an address, or `Name <address>`.'),
  ACCT_ALIYUN_ACCESS_KEY_ID: optional('Of the account with Alibaba Cloud.'),
  ACCT_ALIYUN_ACCESS_KEY_SECRET: optional('Of the account with Alibaba Cloud.'),
  ACCT_ALIYUN_SIGN_NAME: optional('The registered signature.'),
  ACCT_ALIYUN_TEMPLATE: optional('The template of messages with a code, with the variable `code`.'),
  ACCT_ALIYUN_LINK_TEMPLATE: optional('The template of messages with a link, with the variable `link`.'),
  ACCT_ALIYUN_NOTICE_TEMPLATE: optional('The template of all other messages, without variables.'),
  ACCT_ALIYUN_ENDPOINT: optional('Another origin of its API.'),
  ACCT_TENCENT_SECRET_ID: optional('Of the account with Tencent Cloud.'),
  ACCT_TENCENT_SECRET_KEY: optional('Of the account with Tencent Cloud.'),
  ACCT_TENCENT_SDK_APP_ID: optional('Of the SMS application.'),
  ACCT_TENCENT_SIGN_NAME: optional('The registered signature.'),
  ACCT_TENCENT_TEMPLATE: optional('The template of messages with a code: `{1}` is the code, `{2}` its minutes.'),
  ACCT_TENCENT_LINK_TEMPLATE: optional('The template of messages with a link: `{1}` is the link, `{2}` its minutes.'),
  ACCT_TENCENT_NOTICE_TEMPLATE: optional('The template of all other messages, without variables.'),
  ACCT_TENCENT_REGION: Type.String({ default: 'ap-guangzhou', description: 'The region of its API.' }),
  ACCT_TENCENT_ENDPOINT: optional('Another origin of its API.'),
  ACCT_TWILIO_ACCOUNT_SID: optional('Of the account with Twilio.'),
  ACCT_TWILIO_AUTH_TOKEN: optional('Of the account with Twilio.'),
  ACCT_TWILIO_FROM: optional('A number in E.164, an alphanumeric sender, or a messaging service (`MG…`).'),
  ACCT_TWILIO_ENDPOINT: optional('Another origin of its API.'),
  ACCT_QQ_APP_IDS: optional('Our app ids with QQ, a list; without one its users can not log in.'),
  ACCT_WECHAT_APP_IDS: optional('Our app ids with WeChat, a list; its people are kept under the first one.'),
  ACCT_WEIBO_APP_KEYS: optional('Our app keys with Weibo, a list.'),
  ACCT_QQ_URL: optional('Another base URL of its API.'),
  ACCT_WECHAT_URL: optional('Another base URL of its API.'),
  ACCT_WEIBO_URL: optional('Another base URL of its API.'),
  ACCT_PICTURE_HOSTS: optional(
    'Hosts that pictures of third-party logins may come from beside the providers’ own: a list of `name` or `*.name`, by https. For tests an entry may be a server on this machine, `127.0.0.1:<port>`: by http.',
  ),
  ACCT_OPEN_ROLES: Type.String({ default: 'normal_user', description: 'Roles that anybody may register with.' }),
  ACCT_DEFAULT_LEVEL: Type.Integer({ minimum: 0, maximum: 15, default: 0, description: 'The level of a new account.' }),
  ACCT_DEFAULT_SIGNATURE: optional('The signature of who sets none, at most 100 characters.'),
  ACCT_RESET_URL: optional(
    'Where the link leads that resets a password, with `{ticket}` in it; by default a page of this server.',
  ),
  ACCT_SENSITIVE_WORDS: optional(
    'A file of words that no name, signature or group may contain, beside our own: one a line, UTF-8, `#` begins a comment. Read again at SIGHUP.',
  ),
  ACCT_PASSWORD_BLOCKLIST: optional(
    'A file of passwords that nobody may set: one a line, UTF-8, in any case. Read again at SIGHUP.',
  ),
  ACCT_ARGON2: Type.String({
    default: 'm=19456,t=2,p=1',
    description:
      'The cost of a password hash: memory in KiB, passes, lanes. Not below the default with `NODE_ENV=production`.',
  }),
  ACCT_LIMIT_PASSWORD_FAILURES: limit(10, 'Wrong passwords of one account in 15 minutes.'),
  ACCT_LIMIT_CODE_INTERVAL: limit(60, 'Seconds between two codes to one address.'),
  ACCT_LIMIT_CODES_PER_HOUR: limit(5, 'Codes to one address in an hour.'),
  ACCT_LIMIT_CODES_PER_DAY: limit(10, 'Codes to one address in a day.'),
  ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: limit(60, 'Codes that one source may ask for in a day.'),
  ACCT_LIMIT_LOOKUPS_PER_HOUR: limit(
    60,
    'Different names and numbers whose existence one source may ask about in an hour.',
  ),
  ACCT_LIMIT_REQUESTS_PER_MINUTE: limit(1200, 'Requests a minute from one source over everything.'),
  ACCT_AUDIT_DAYS: Type.Integer({
    minimum: 0,
    maximum: 36500,
    default: 90,
    description: 'How many days the audit log is kept; 0 is for good.',
  }),
  ACCT_METRICS: Type.String({
    default: 'off',
    description: 'Who may read `/metrics`: `off` (nobody), `local` (this machine) or a token of 16 or more characters.',
  }),
  ACCT_LOG_REQUESTS: Type.Union(
    (['all', 'failed', 'none'] as const).map((which) => Type.Literal(which)),
    { default: 'all', description: '`all`, `failed` or `none`.' },
  ),
  LOG_LEVEL: Type.Union(
    (['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const).map((level) => Type.Literal(level)),
    { default: 'info', description: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`.' },
  ),
}

/** A setting's comma list, without blanks around its entries. */
export const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

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
