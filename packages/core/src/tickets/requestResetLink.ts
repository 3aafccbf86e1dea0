import { type Address, identifierOf } from '../codes/address.ts'
import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Core } from '../core.ts'
import { composeResetLink } from '../messages/compose.ts'
import { startTicket } from '../sessions/token.ts'

/**
 * Sends a link to a verified address, for the code of the scope `community` sent there before. Its ticket sets a new
 * password once, within 15 minutes; an earlier one is over. The password in use works until then. Whether an account has
 * verified the address, and whether it is locked, is told only to who has the code, which stays good then. Throws
 * `Unavailable` if the address's channel is off.
 */
export async function requestResetLink(
  core: Core,
  { address, code }: { address: Address; code: string },
): Promise<{ kind: 'sent' } | CodeFailure | { kind: 'unknownAccount' } | { kind: 'locked' }> {
  const { start, ticket } = startTicket(core)
  const outcome = await core.stores.tickets.give({
    address: identifierOf(address),
    consuming: consuming(core, address, 'community', code),
    start,
    message: composeResetLink(core, address, ticket),
  })
  return outcome.kind === 'given' ? { kind: 'sent' } : outcome
}
