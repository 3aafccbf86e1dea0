import type { Core } from '../core.ts'
import type { Address } from './address.ts'
import { type Sent, sendCode, type TooSoon } from './sendCode.ts'

/** Sends a code that proves an address, the old one or the new one, when an account changes its address. */
export async function requestChangeCode(
  core: Core,
  { address, source }: { address: Address; source: string },
): Promise<Sent | TooSoon> {
  return sendCode(core, { address, scope: 'change', source })
}
