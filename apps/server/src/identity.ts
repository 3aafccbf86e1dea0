import type { Parts, ProviderName } from '@acct/core'
import { isPictureHost, type ProviderOptions, qqProvider, wechatProvider, weiboProvider } from '@acct/delivery'
import { isThisMachine } from './channels.ts'
import { BadSetting, listOf, type SettingValues } from './settings.ts'

/** Third-party login by provider; undefined where it is off. */
export type IdentityConfig = Readonly<Record<ProviderName, ProviderOptions | undefined>>

/** Understands the settings of third-party login. A provider is on if at least one app of ours is named. */
export function identityConfigOf(values: SettingValues): IdentityConfig {
  const pictureHosts = listOf(values.ACCT_PICTURE_HOSTS).map(pictureHostOf)
  const optionsOf = (ids: IdSetting, url: UrlSetting): ProviderOptions | undefined => {
    const common = { url: baseUrlOf(url, values[url]), pictureHosts }
    const [first, ...others] = listOf(values[ids]).map((id) => appIdOf(ids, id))
    return first === undefined ? undefined : { ...common, appIds: [first, ...others] }
  }
  return {
    qq: optionsOf('ACCT_QQ_APP_IDS', 'ACCT_QQ_URL'),
    wechat: optionsOf('ACCT_WECHAT_APP_IDS', 'ACCT_WECHAT_URL'),
    weibo: optionsOf('ACCT_WEIBO_APP_KEYS', 'ACCT_WEIBO_URL'),
  }
}

type IdSetting = 'ACCT_QQ_APP_IDS' | 'ACCT_WECHAT_APP_IDS' | 'ACCT_WEIBO_APP_KEYS'
type UrlSetting = 'ACCT_QQ_URL' | 'ACCT_WECHAT_URL' | 'ACCT_WEIBO_URL'

/** The providers that are on. */
export const identityProvidersOf = ({ qq, wechat, weibo }: IdentityConfig): Parts['identityProviders'] => ({
  ...(qq !== undefined && { qq: qqProvider(qq) }),
  ...(wechat !== undefined && { wechat: wechatProvider(wechat) }),
  ...(weibo !== undefined && { weibo: weiboProvider(weibo) }),
})

function appIdOf(setting: IdSetting, value: string): string {
  if (/^[\w-]{1,64}$/.test(value)) return value
  throw new BadSetting(setting, `must be a list of ids, got '${value}'`)
}

/** A place to which tokens may go: by https, or within this machine. Its path, if any, stands before the provider's. */
function baseUrlOf(setting: UrlSetting, value: string | undefined): string | undefined {
  if (value === undefined) return undefined
  const url = URL.canParse(value) ? new URL(value) : undefined
  const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isThisMachine(url.hostname))
  if (url !== undefined && safe && !/[?#@]/.test(value)) return url.href.replace(/\/+$/, '')
  throw new BadSetting(setting, `must be an https URL (http only on this machine), got '${value}'`)
}

function pictureHostOf(value: string): string {
  const host = value.toLowerCase()
  if (isPictureHost(host)) return host
  throw new BadSetting(
    'ACCT_PICTURE_HOSTS',
    `must be a list of host names, '*.' and a name, or a loopback address and a port, got '${value}'`,
  )
}
