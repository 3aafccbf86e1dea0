/** A service that people sign in with elsewhere. */
export type ProviderName = 'qq' | 'wechat' | 'weibo'

/** Somebody as an app of ours knows them at a provider. Another app of ours would be told another openid. */
export interface Identity {
  provider: ProviderName
  appId: string
  openid: string
  /** What the provider's apps of one owner have in common, where it tells. Nobody is found by it. */
  unionId: string | null
}
