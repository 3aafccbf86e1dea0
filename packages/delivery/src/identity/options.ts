/** What every provider needs to know. */
export interface ProviderOptions {
  /** The ids of our apps with this provider, at least one: a token that was issued to another app proves nothing. */
  readonly appIds: readonly [string, ...string[]]
  /** Where its API is, without a trailing slash; by default the provider's own address. */
  readonly url?: string | undefined
  /** Hosts that pictures may come from beside the provider's own; `isPictureHost` tells their form. */
  readonly pictureHosts?: readonly string[] | undefined
  /** For everything that one proof needs, in milliseconds. */
  readonly timeout?: number | undefined
}
