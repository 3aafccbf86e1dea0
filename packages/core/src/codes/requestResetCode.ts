import type { Core } from '../core.ts'
import { type Sent, sendCode, type TooSoon } from './sendCode.ts'

/** Sends a code that resets the password of a number's (E.164) account; without one, an SMS that says so. */
export async function requestResetCode(
  core: Core,
  { phone, source }: { phone: string; source: string },
): Promise<Sent | TooSoon> {
  const address = { kind: 'phone', e164: phone } as const
  const accountId = await core.stores.accounts.findIdByIdentifier(address)
  return sendCode(core, { address, scope: 'reset', source, instead: accountId === undefined ? 'noAccount' : undefined })
}
