import { BlockList, isIP } from 'node:net'
import type { AliyunOptions, SmtpOptions, TencentOptions, TwilioOptions } from '@acct/delivery'
import { BadSetting, type SettingValues } from './settings.ts'

/** Where text messages go: into the development inbox, nowhere, or through a gateway. */
export type SmsChannel =
  | 'inbox'
  | 'off'
  | ({ readonly gateway: 'aliyun' } & AliyunOptions)
  | ({ readonly gateway: 'tencent' } & TencentOptions)
  | ({ readonly gateway: 'twilio' } & TwilioOptions)

/** Where e-mails go: into the development inbox, nowhere, or to a mail server. */
export type EmailChannel = 'inbox' | 'off' | SmtpOptions

/** Understands `ACCT_SMS` and what its gateway needs. */
export function smsChannelOf(values: SettingValues, production: boolean): SmsChannel {
  const name = values.ACCT_SMS ?? standardChannel('ACCT_SMS', production)
  const need = (setting: keyof SettingValues) => needed(values, setting, `ACCT_SMS=${name}`)
  switch (name) {
    case 'inbox':
    case 'off':
      return name
    case 'aliyun':
      return {
        gateway: name,
        accessKeyId: need('ACCT_ALIYUN_ACCESS_KEY_ID'),
        accessKeySecret: need('ACCT_ALIYUN_ACCESS_KEY_SECRET'),
        signName: need('ACCT_ALIYUN_SIGN_NAME'),
        template: need('ACCT_ALIYUN_TEMPLATE'),
        linkTemplate: values.ACCT_ALIYUN_LINK_TEMPLATE,
        noticeTemplate: values.ACCT_ALIYUN_NOTICE_TEMPLATE,
        endpoint: endpointOf('ACCT_ALIYUN_ENDPOINT', values),
      }
    case 'tencent':
      return {
        gateway: name,
        secretId: need('ACCT_TENCENT_SECRET_ID'),
        secretKey: need('ACCT_TENCENT_SECRET_KEY'),
        sdkAppId: need('ACCT_TENCENT_SDK_APP_ID'),
        signName: need('ACCT_TENCENT_SIGN_NAME'),
        template: need('ACCT_TENCENT_TEMPLATE'),
        linkTemplate: values.ACCT_TENCENT_LINK_TEMPLATE,
        noticeTemplate: values.ACCT_TENCENT_NOTICE_TEMPLATE,
        region: values.ACCT_TENCENT_REGION,
        endpoint: endpointOf('ACCT_TENCENT_ENDPOINT', values),
      }
    case 'twilio':
      return {
        gateway: name,
        accountSid: accountSidOf(need('ACCT_TWILIO_ACCOUNT_SID')),
        authToken: need('ACCT_TWILIO_AUTH_TOKEN'),
        from: need('ACCT_TWILIO_FROM'),
        endpoint: endpointOf('ACCT_TWILIO_ENDPOINT', values),
      }
    default:
      throw new BadSetting('ACCT_SMS', `must be 'inbox', 'off', 'aliyun', 'tencent' or 'twilio', got '${name}'`)
  }
}

/** Understands `ACCT_EMAIL`. Its value may hold a password, so no error repeats it. */
export function emailChannelOf(values: SettingValues, subject: string, production: boolean): EmailChannel {
  const value = values.ACCT_EMAIL ?? standardChannel('ACCT_EMAIL', production)
  if (value === 'inbox' || value === 'off') return value
  if (!/^smtps?:\/\//.test(value) || !URL.canParse(value) || new URL(value).hostname === '') {
    throw new BadSetting('ACCT_EMAIL', `must be 'inbox', 'off' or the smtp:// or smtps:// URL of a mail server`)
  }
  const from = needed(values, 'ACCT_EMAIL_FROM', 'a mail server')
  if (!/^(?:[^<>\r\n]*<[^\s<>@,]+@[^\s<>@,]+>|[^\s<>@,]+@[^\s<>@,]+)$/.test(from)) {
    throw new BadSetting('ACCT_EMAIL_FROM', `must be like 'id@example.com' or 'Name <id@example.com>', got '${from}'`)
  }
  return { url: value, from, subject }
}

function standardChannel(setting: string, production: boolean): 'inbox' {
  if (!production) return 'inbox'
  throw new BadSetting(setting, `has no default with NODE_ENV=production: choose a way to send, 'off' or 'inbox'`)
}

function needed(values: SettingValues, setting: keyof SettingValues, by: string): string {
  const value = values[setting]
  if (typeof value === 'string') return value
  throw new BadSetting(setting, `is needed with ${by}`)
}

function accountSidOf(value: string): string {
  if (value.startsWith('AC')) return value
  throw new BadSetting('ACCT_TWILIO_ACCOUNT_SID', `must begin with 'AC', got '${value}'`)
}

/** An origin to which codes may go: by https, or within this machine. */
function endpointOf(setting: keyof SettingValues, values: SettingValues): string | undefined {
  const value = values[setting]
  if (typeof value !== 'string') return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  const bare = url !== undefined && url.origin === value.replace(/\/$/, '')
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url.hostname))
  if (bare && safe) return url.origin
  throw new BadSetting(setting, `must be an https origin (http only on this machine), got '${value}'`)
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether a host is this machine by its name or address. */
export function isThisMachine(hostname: string): boolean {
  const address = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(address)
  return hostname === 'localhost' || (family !== 0 && loopback.check(address, family === 4 ? 'ipv4' : 'ipv6'))
}
