import type { Core } from '../core.ts'
import { countLookup, type TooManyLookups } from '../lookups/countLookup.ts'
import { requireChannel } from '../messages/compose.ts'
import type { Session } from '../sessions/session.ts'
import { type Sent, sendCode, type TooSoon } from './sendCode.ts'

/**
 * Sends a code that signs in with a number (E.164). It tells whether the number has an account, so it counts as a
 * look-up. A caller whose `session` is that account's gets no code.
 */
export async function requestLoginCode(
  core: Core,
  input: { phone: string; source: string; session?: Session | undefined },
): Promise<
  Sent | TooSoon | TooManyLookups | { kind: 'unknownAccount' } | { kind: 'alreadySignedIn'; accountId: number }
> {
  const { source, session } = input
  const address = { kind: 'phone', e164: input.phone } as const
  requireChannel(core, address)
  const tooMany = await countLookup(core, { source, identifier: address })
  if (tooMany !== undefined) return tooMany
  const accountId = await core.stores.accounts.findIdByIdentifier(address)
  if (accountId === undefined) return { kind: 'unknownAccount' }
  if (accountId === session?.accountId) return { kind: 'alreadySignedIn', accountId }
  return sendCode(core, { address, scope: 'login', source })
}
