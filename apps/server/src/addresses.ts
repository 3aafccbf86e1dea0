import type { AddressInfo } from 'node:net'
import { variants } from '@acct/schema'
import type { Logger } from 'pino'
import type { Config } from './config.ts'

/** Where a server is found: what an operator wants to open first. */
export interface Addresses {
  /** Where it is bound, whatever the public URL is. */
  readonly url: string
  readonly publicUrl: string
  /** The account centre, if it was built. */
  readonly web?: string
  readonly variants: readonly string[]
  readonly reference: string
  /** Shown on this machine only, and only with the development inbox. */
  readonly desk?: string
  readonly inbox?: string
}

export function addressesOf(
  { address, port, family }: AddressInfo,
  config: Config,
  { hasWeb, hasInbox }: { hasWeb: boolean; hasInbox: boolean },
): Addresses {
  const publicUrl = config.publicUrl ?? `http://localhost:${port}`
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
    publicUrl,
    ...(hasWeb && { web: `${publicUrl}/` }),
    variants: Object.keys(variants).map((name) => `${publicUrl}/${name}`),
    reference: `${publicUrl}/docs`,
    // Shown on this machine only, whatever the public URL is.
    ...(hasInbox && { desk: `http://localhost:${port}/dev`, inbox: `http://localhost:${port}/dev/inbox` }),
  }
}

/** Leaves the line by which programs know that the server listens. */
export function logListening(log: Logger, addresses: Addresses & { readonly workers?: number }): void {
  log.info(addresses, 'listening')
  if (addresses.web === undefined) log.warn('the account centre was not built: nothing is served at /')
}
