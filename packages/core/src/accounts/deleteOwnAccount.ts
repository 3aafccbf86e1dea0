import { type Address, identifierOf } from '../codes/address.ts'
import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import { afterRemoval } from './afterRemoval.ts'

/**
 * Deletes the caller's account and everything kept about it, for good, for the code of the scope `community` sent to one
 * of its verified addresses. `unknownAccount`: nobody is signed in, or the address is not the caller's; it is told only to
 * who has the code, which stays good then.
 */
export async function deleteOwnAccount(
  core: Core,
  { session, address, code }: { session: Session | undefined; address: Address; code: string },
): Promise<{ kind: 'deleted' } | CodeFailure | { kind: 'unknownAccount' }> {
  const outcome = await core.stores.accounts.removeOwn({
    session,
    address: identifierOf(address),
    consuming: consuming(core, address, 'community', code),
  })
  if (outcome.kind !== 'removed') return outcome
  await afterRemoval(core, outcome)
  return { kind: 'deleted' }
}
