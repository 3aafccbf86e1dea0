import { type Address, addressKey, identifierOf } from '../codes/address.ts'
import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import { hashNewPassword, maySetPassword } from './password.ts'

/**
 * Sets the password of the account that has verified an address, for the code of the scope `community` sent to it. All
 * sessions of the account end, but for the `caller`'s own. `unknownAccount` and `locked` are told only to who has the
 * code, which stays good then; `passwordRefused`, what `maySetPassword` says no to, before the code is looked at.
 */
export async function changePasswordWithCode(
  core: Core,
  input: { address: Address; code: string; newPassword: string; caller: Session | undefined },
): Promise<
  { kind: 'changed' } | CodeFailure | { kind: 'unknownAccount' } | { kind: 'locked' } | { kind: 'passwordRefused' }
> {
  const { codes, credentials } = core.stores
  const { address, newPassword, caller } = input
  if (!maySetPassword(core, newPassword)) return { kind: 'passwordRefused' }
  // In turn, and the code looked at first: nobody makes us hash a password without the code.
  return core.inTurn(`reset:${addressKey(address)}`, async () => {
    const shown = consuming(core, address, 'community', input.code)
    const checked = await codes.check(shown)
    if (checked.kind !== 'right') return checked
    const newHash = await hashNewPassword(core, newPassword)
    const outcome = await credentials.changeWithCode({
      address: identifierOf(address),
      consuming: shown,
      newHash,
      caller,
    })
    return outcome.kind === 'changed' ? { kind: 'changed' } : outcome
  })
}
