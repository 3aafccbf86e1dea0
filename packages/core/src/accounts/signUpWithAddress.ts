import { type Address, addressKey } from '../codes/address.ts'
import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Core } from '../core.ts'
import { hashNewPassword, maySetPassword } from '../credentials/password.ts'
import type { NewSession } from '../sessions/session.ts'
import { startSession } from '../sessions/token.ts'
import { plainAccount } from './plainAccount.ts'
import { underFreshId } from './underFreshId.ts'

/**
 * Opens an account with an address that is verified by the code of the scope `community` sent to it, and a session of it,
 * in one step. `addressTaken` is told only to who has the code, which stays good then; `passwordRefused`, what
 * `maySetPassword` says no to, before the code is looked at.
 */
export async function signUpWithAddress(
  core: Core,
  { address, code, password }: { address: Address; code: string; password: string },
): Promise<
  { kind: 'signedUp'; session: NewSession } | CodeFailure | { kind: 'addressTaken' } | { kind: 'passwordRefused' }
> {
  const { accounts, codes } = core.stores
  if (!maySetPassword(core, password)) return { kind: 'passwordRefused' }
  // In turn, and the code looked at first: nobody makes us hash a password without the code, and a crowd with the right
  // one costs one hash. The step decides anyway.
  return core.inTurn(`signUp:${addressKey(address)}`, async () => {
    const shown = consuming(core, address, 'community', code)
    const checked = await codes.check(shown)
    if (checked.kind !== 'right') return checked
    const verified = address.kind === 'phone' ? { phone: address.e164 } : { email: address.email }
    const account = plainAccount(core, { ...verified, passwordHash: await hashNewPassword(core, password) })
    const { start, opened } = startSession(core)
    const outcome = await underFreshId(core, (id) =>
      accounts.signUpWithCode({ account: { ...account, id }, consuming: shown, start }),
    )
    if (outcome.kind === 'taken') return { kind: 'addressTaken' }
    return outcome.kind === 'signedUp' ? { kind: 'signedUp', session: opened(outcome.session) } : outcome
  })
}
