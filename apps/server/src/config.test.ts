import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'
import { shownDatabase } from './database.ts'
import { settings } from './settings.ts'

const aliyun = {
  ACCT_SMS: 'aliyun',
  ACCT_ALIYUN_ACCESS_KEY_ID: 'id',
  ACCT_ALIYUN_ACCESS_KEY_SECRET: 'secret',
  ACCT_ALIYUN_SIGN_NAME: '阿克特',
  ACCT_ALIYUN_TEMPLATE: 'SMS_1',
}
const tencent = {
  ACCT_SMS: 'tencent',
  ACCT_TENCENT_SECRET_ID: 'id',
  ACCT_TENCENT_SECRET_KEY: 'key',
  ACCT_TENCENT_SDK_APP_ID: '1400006666',
  ACCT_TENCENT_SIGN_NAME: '阿克特',
  ACCT_TENCENT_TEMPLATE: '11',
}
const twilio = {
  ACCT_SMS: 'twilio',
  ACCT_TWILIO_ACCOUNT_SID: 'AC1',
  ACCT_TWILIO_AUTH_TOKEN: 'token',
  ACCT_TWILIO_FROM: '+15005550006',
}

const inProduction = { NODE_ENV: 'production', ACCT_SMS: 'off', ACCT_EMAIL: 'off' }

describe('settings', () => {
  it('all have working defaults; an empty one is as good as none', () => {
    const config = readConfig({ PORT: '', ACCT_HOSTS: '', ACCT_PUBLIC_URL: '' })
    expect(config).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      workers: 1,
      database: { kind: 'file', file: resolve('data/acct.db') },
      publicUrl: undefined,
      sms: 'inbox',
      email: 'inbox',
      argon2: { memory: 19456, passes: 2, lanes: 1 },
      secret: undefined,
      serviceName: 'acct',
      openRoles: ['normal_user'],
      defaultSignature: '',
      passwordFailures: 10,
      codeInterval: 60,
      codesPerHour: 5,
      codesPerDay: 10,
      codesPerSourcePerDay: 60,
      lookupsPerHour: 60,
      requestsPerMinute: 1200,
      logLevel: 'info',
    })
    expect(config.mounts).toEqual({ rootVariant: undefined, hosts: new Map() })
  })

  it('are understood', () => {
    const config = readConfig({
      ...inProduction,
      PORT: '0',
      ACCT_DATABASE_URL: 'file:///var/lib/acct/acct.db',
      ACCT_PUBLIC_URL: 'https://id.example.com/',
      ACCT_ROOT_VARIANT: 'card',
      ACCT_HOSTS: 'card=Card.example.com, card=other.example.com',
      ACCT_CORS_ORIGINS: 'https://app.example.com,http://localhost:5173',
      ACCT_TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,2001:db8::/32',
      ACCT_ARGON2: 'm=65536,t=3,p=4',
      ACCT_LIMIT_PASSWORD_FAILURES: '0',
      ACCT_WORKERS: '4',
    })
    expect(config.workers).toBe(4)
    expect(readConfig({ ACCT_WORKERS: 'auto' }).workers).toBe(availableParallelism())
    expect(config.database).toEqual({ kind: 'file', file: '/var/lib/acct/acct.db' })
    expect(config.publicUrl).toBe('https://id.example.com')
    expect([...config.mounts.hosts.keys()]).toEqual(['card.example.com', 'other.example.com'])
    expect([...config.allowedOrigins]).toEqual(['https://app.example.com', 'http://localhost:5173'])
    expect(config.trustedProxies).toEqual(['127.0.0.1', '10.0.0.0/8', '2001:db8::/32'])
    expect(config.argon2).toEqual({ memory: 65536, passes: 3, lanes: 4 })
    expect(config.passwordFailures).toBe(0)
  })

  it('say where pictures are kept; by default where every process finds them', () => {
    const picturesOf = (value: string, url = '') =>
      readConfig({ ACCT_PICTURES: value, ACCT_DATABASE_URL: url }).pictures
    expect(picturesOf('')).toEqual({ kind: 'folder' })
    expect(picturesOf('', 'postgres://acct@db/acct')).toEqual({ kind: 'database' })
    expect(picturesOf('database')).toEqual({ kind: 'database' })
    expect(picturesOf('folder', 'postgres://acct@db/acct')).toEqual({ kind: 'folder' })
    expect(picturesOf('s3://acct-pictures')).toMatchObject({ kind: 's3', bucket: 'acct-pictures', prefix: '' })
    expect(
      picturesOf('s3://acct/people/pictures/?region=eu-1&endpoint=http://127.0.0.1:9000&use_path_style=true'),
    ).toEqual({
      kind: 's3',
      bucket: 'acct',
      prefix: 'people/pictures/',
      region: 'eu-1',
      endpoint: 'http://127.0.0.1:9000',
      usePathStyle: true,
    })
  })

  it.each([
    'disk',
    's3:bucket',
    's3://',
    's3://B',
    's3://acct?endpoint=ftp://x',
    's3://acct?region_=x',
    's3://acct/a b',
  ])('refuse to keep pictures in %s', (value) =>
    expect(() => readConfig({ ACCT_PICTURES: value })).toThrow(/^ACCT_PICTURES: must be 'folder'/),
  )

  it('say which database keeps the accounts', () => {
    for (const url of [
      'postgres://acct:hunter2@db.example.com:5432/acct?sslmode=verify-full',
      'postgresql://acct@localhost/acct?host=/run/postgresql',
    ]) {
      expect(readConfig({ ACCT_DATABASE_URL: url }).database).toEqual({ kind: 'postgres', url })
    }
    const [url, shown] = ['postgres://acct:hunter2@db/acct?password=hunter2', 'postgres://acct@db/acct']
    expect(shownDatabase(readConfig({ ACCT_DATABASE_URL: url }).database)).toBe(shown)
  })

  it('say how messages are sent', () => {
    expect(
      readConfig({ ...aliyun, ACCT_ALIYUN_LINK_TEMPLATE: 'SMS_3', ACCT_ALIYUN_NOTICE_TEMPLATE: 'SMS_2' }).sms,
    ).toMatchObject({
      gateway: 'aliyun',
      accessKeyId: 'id',
      accessKeySecret: 'secret',
      signName: '阿克特',
      template: 'SMS_1',
      linkTemplate: 'SMS_3',
      noticeTemplate: 'SMS_2',
      endpoint: undefined,
    })
    expect(readConfig(tencent).sms).toMatchObject({
      gateway: 'tencent',
      region: 'ap-guangzhou',
      sdkAppId: '1400006666',
    })
    const local = { ...twilio, ACCT_TWILIO_ENDPOINT: 'http://127.0.0.1:4010' }
    expect(readConfig(local).sms).toMatchObject({ gateway: 'twilio', endpoint: 'http://127.0.0.1:4010' })
    const mail = {
      ACCT_EMAIL: 'smtps://u:p@mail.example.com',
      ACCT_EMAIL_FROM: 'acct <id@example.com>',
      ACCT_SERVICE_NAME: '阿克特',
    }
    expect(readConfig(mail).email).toEqual({ url: mail.ACCT_EMAIL, from: mail.ACCT_EMAIL_FROM, subject: '阿克特' })
    expect(readConfig({ ACCT_SECRET: '0'.repeat(32) }).secret).toHaveLength(32)
    expect(readConfig({ ACCT_OPEN_ROLES: 'normal_user, vip_user' }).openRoles).toEqual(['normal_user', 'vip_user'])
  })

  it('say by whom people may log in', () => {
    expect(readConfig({}).identity).toEqual({ qq: undefined, wechat: undefined, weibo: undefined })
    const { identity, filesDir } = readConfig({
      ACCT_DATA_DIR: '/var/lib/acct',
      ACCT_QQ_APP_IDS: '101, 102',
      ACCT_QQ_URL: 'http://127.0.0.1:4711/',
      ACCT_WEIBO_APP_KEYS: '1352222456',
      ACCT_WEIBO_URL: 'https://gateway.example.com/weibo/',
      ACCT_PICTURE_HOSTS: 'Pictures.example.com,*.example.org,127.0.0.1:4711',
    })
    const pictureHosts = ['pictures.example.com', '*.example.org', '127.0.0.1:4711']
    expect(identity).toEqual({
      qq: { appIds: ['101', '102'], url: 'http://127.0.0.1:4711', pictureHosts },
      wechat: undefined,
      weibo: { appIds: ['1352222456'], url: 'https://gateway.example.com/weibo', pictureHosts },
    })
    expect(filesDir).toBe('/var/lib/acct/files')
  })

  it.each([
    ['ACCT_EMAIL', { ACCT_EMAIL: 'smtp:user:hunter2@mail' }],
    ['ACCT_SECRET', { ACCT_SECRET: 'hunter2' }],
    ['ACCT_DATABASE_URL', { ACCT_DATABASE_URL: 'postgre://acct:hunter2@db/acct' }],
    ['ACCT_DATABASE_URL', { ACCT_DATABASE_URL: 'postgres://acct:hunter2/@db/acct' }],
  ])('%s may hold a secret, which is not repeated', (name, environment) => {
    expect(() => readConfig(environment)).toThrow(new RegExp(`^${name}: (?!.*hunter2)`))
  })

  it.each([aliyun, tencent, twilio])('$ACCT_SMS names each setting that it lacks', (gateway) => {
    for (const name of Object.keys(gateway).filter((each) => each !== 'ACCT_SMS')) {
      const lacking = `${name}: is needed with ACCT_SMS=${gateway.ACCT_SMS}`
      expect(() => readConfig({ ...gateway, [name]: '' })).toThrow(lacking)
    }
  })

  it.each<[string, string, Record<string, string>]>([
    ['PORT', 'a port in words', { PORT: 'abc' }],
    ['PORT', 'a port too high', { PORT: '65536' }],
    ['PORT', 'a port in hexadecimal', { PORT: '0x50' }],
    ['ACCT_WORKERS', 'no worker', { ACCT_WORKERS: '0' }],
    ['ACCT_WORKERS', 'too many workers', { ACCT_WORKERS: '65' }],
    ['ACCT_WORKERS', 'a word', { ACCT_WORKERS: 'many' }],
    ['ACCT_DATABASE_URL', 'an unknown database', { ACCT_DATABASE_URL: 'mysql://x' }],
    ['ACCT_DATABASE_URL', 'no file', { ACCT_DATABASE_URL: 'file:' }],
    ['ACCT_DATABASE_URL', 'a server and no database', { ACCT_DATABASE_URL: 'postgres://acct@db' }],
    ['ACCT_DATABASE_URL', 'no URL', { ACCT_DATABASE_URL: 'postgres://acct:a#b@db/acct' }],
    ['ACCT_PUBLIC_URL', 'no URL', { ACCT_PUBLIC_URL: 'id.example.com' }],
    ['ACCT_PUBLIC_URL', 'a URL with a path', { ACCT_PUBLIC_URL: 'https://example.com/id' }],
    ['ACCT_PUBLIC_URL', 'another protocol', { ACCT_PUBLIC_URL: 'ftp://example.com' }],
    ['ACCT_ROOT_VARIANT', 'no variant', { ACCT_ROOT_VARIANT: 'nothing' }],
    ['ACCT_ROOT_VARIANT', 'a name that objects have', { ACCT_ROOT_VARIANT: 'constructor' }],
    ['ACCT_HOSTS', 'no pair', { ACCT_HOSTS: 'card' }],
    ['ACCT_HOSTS', 'no variant', { ACCT_HOSTS: 'nothing=a.example.com' }],
    ['ACCT_HOSTS', 'one host twice', { ACCT_HOSTS: 'card=a.example.com,card=A.example.com' }],
    ['ACCT_HOSTS', 'a host with a port', { ACCT_HOSTS: 'card=a.example.com:80' }],
    ['ACCT_CORS_ORIGINS', 'a star', { ACCT_CORS_ORIGINS: '*' }],
    ['ACCT_CORS_ORIGINS', 'an origin with a slash', { ACCT_CORS_ORIGINS: 'https://a.example.com/' }],
    ['ACCT_TRUST_PROXY', 'no address', { ACCT_TRUST_PROXY: 'loopback' }],
    ['ACCT_TRUST_PROXY', 'a prefix too long', { ACCT_TRUST_PROXY: '10.0.0.0/33' }],
    ['ACCT_SMS', 'an unknown gateway', { ACCT_SMS: 'pigeon' }],
    ['ACCT_SMS', 'no choice in production', { NODE_ENV: 'production' }],
    ['ACCT_EMAIL', 'no choice in production', { NODE_ENV: 'production', ACCT_SMS: 'off' }],
    ['ACCT_EMAIL', 'no mail server', { ACCT_EMAIL: 'https://mail.example.com' }],
    ['ACCT_EMAIL_FROM', 'nobody to come from', { ACCT_EMAIL: 'smtp://mail.example.com' }],
    ['ACCT_EMAIL_FROM', 'no address', { ACCT_EMAIL: 'smtp://mail.example.com', ACCT_EMAIL_FROM: 'acct' }],
    ['ACCT_TWILIO_ACCOUNT_SID', 'another kind of id', { ...twilio, ACCT_TWILIO_ACCOUNT_SID: 'SK1' }],
    ['ACCT_ALIYUN_ENDPOINT', 'codes in the clear', { ...aliyun, ACCT_ALIYUN_ENDPOINT: 'http://sms.example.com' }],
    ['ACCT_TENCENT_ENDPOINT', 'a path', { ...tencent, ACCT_TENCENT_ENDPOINT: 'https://sms.example.com/v1' }],
    ['ACCT_QQ_APP_IDS', 'no ids', { ACCT_QQ_APP_IDS: '101 102' }],
    ['ACCT_WECHAT_URL', 'tokens in the clear', { ACCT_WECHAT_URL: 'http://wechat.example.com' }],
    ['ACCT_WEIBO_URL', 'a query', { ACCT_WEIBO_URL: 'https://weibo.example.com/?a=b' }],
    ['ACCT_WEIBO_URL', 'no URL', { ACCT_WEIBO_APP_KEYS: '1', ACCT_WEIBO_URL: 'weibo' }],
    ['ACCT_PICTURE_HOSTS', 'everybody', { ACCT_PICTURE_HOSTS: '*' }],
    ['ACCT_PICTURE_HOSTS', 'half the world', { ACCT_PICTURE_HOSTS: '*.com' }],
    ['ACCT_PICTURE_HOSTS', 'a private address', { ACCT_PICTURE_HOSTS: '10.0.0.1' }],
    ['ACCT_PICTURE_HOSTS', 'a private address and a port', { ACCT_PICTURE_HOSTS: '10.0.0.1:80' }],
    ['ACCT_PICTURE_HOSTS', 'a URL', { ACCT_PICTURE_HOSTS: 'https://pictures.example.com' }],
    ['ACCT_SECRET', 'too short a secret', { ACCT_SECRET: 'x'.repeat(31) }],
    ['ACCT_SERVICE_NAME', 'a long name', { ACCT_SERVICE_NAME: 'x'.repeat(41) }],
    ['ACCT_SERVICE_NAME', 'two lines', { ACCT_SERVICE_NAME: 'a\nb' }],
    ['ACCT_OPEN_ROLES', 'admin', { ACCT_OPEN_ROLES: 'normal_user,admin' }],
    ['ACCT_OPEN_ROLES', 'no role', { ACCT_OPEN_ROLES: 'king' }],
    ['ACCT_DEFAULT_SIGNATURE', 'a long one', { ACCT_DEFAULT_SIGNATURE: '😀'.repeat(101) }],
    ['ACCT_LIMIT_CODE_INTERVAL', 'a negative interval', { ACCT_LIMIT_CODE_INTERVAL: '-1' }],
    ['ACCT_ARGON2', 'no cost', { ACCT_ARGON2: 'cheap' }],
    ['ACCT_ARGON2', 'a cost that Argon2 does not have', { ACCT_ARGON2: 'm=7,t=1,p=1' }],
    ['ACCT_ARGON2', 'too little memory for production', { ...inProduction, ACCT_ARGON2: 'm=19455,t=2,p=1' }],
    ['ACCT_ARGON2', 'too few passes for production', { ...inProduction, ACCT_ARGON2: 'm=65536,t=1,p=1' }],
    ['ACCT_LIMIT_PASSWORD_FAILURES', 'a negative limit', { ACCT_LIMIT_PASSWORD_FAILURES: '-1' }],
    ['ACCT_LIMIT_REQUESTS_PER_MINUTE', 'a broken limit', { ACCT_LIMIT_REQUESTS_PER_MINUTE: '1e3' }],
    ['LOG_LEVEL', 'an unknown level', { LOG_LEVEL: 'loud' }],
  ])('%s is refused in one line: %s', (name, _, environment) => {
    expect(() => readConfig(environment)).toThrow(new RegExp(`^${name}: [^\n]+$`))
  })

  it('stand in the README with their defaults', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
    for (const [name, { default: standard }] of Object.entries(settings)) {
      const row = readme.split('\n').find((line) => line.startsWith('|') && line.includes(`\`${name}\``))
      expect([name, row?.split('|')[2]?.trim()]).toEqual([name, String(standard ?? '')])
    }
  })
})
