import type { Core } from '../core.ts'
import type { Address } from './address.ts'
import { type Sent, sendCode, type TooSoon } from './sendCode.ts'

/**
 * Sends a code that proves an address for whatever its owner does next: sign up, sign in, set a password, change the
 * address, leave. It is the same whether or not there is an account.
 */
export async function requestIdentityCode(
  core: Core,
  { address, source }: { address: Address; source: string },
): Promise<Sent | TooSoon> {
  return sendCode(core, { address, scope: 'community', source })
}
