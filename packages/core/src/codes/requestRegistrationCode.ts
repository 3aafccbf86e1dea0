import type { Core } from '../core.ts'
import { countLookup, type TooManyLookups } from '../lookups/countLookup.ts'
import { requireChannel } from '../messages/compose.ts'
import { type Sent, sendCode, type TooSoon } from './sendCode.ts'

/**
 * Sends a code that registers a number (E.164). A number that has an account gets none. `whenTaken: 'tellOwner'` keeps
 * that between us and the number's owner, who is told by SMS; `'refuse'` tells the caller, so it counts as a look-up.
 */
export async function requestRegistrationCode(
  core: Core,
  input: { phone: string; source: string; whenTaken: 'tellOwner' | 'refuse' },
): Promise<Sent | TooSoon | { kind: 'taken' } | TooManyLookups> {
  const { source, whenTaken } = input
  const address = { kind: 'phone', e164: input.phone } as const
  requireChannel(core, address)
  if (whenTaken === 'refuse') {
    const tooMany = await countLookup(core, { source, identifier: address })
    if (tooMany !== undefined) return tooMany
  }
  const taken = (await core.stores.accounts.findIdByIdentifier(address)) !== undefined
  if (taken && whenTaken === 'refuse') return { kind: 'taken' }
  return sendCode(core, { address, scope: 'register', source, instead: taken ? 'numberTaken' : undefined })
}
