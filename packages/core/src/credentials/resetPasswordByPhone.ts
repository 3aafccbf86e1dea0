import { readIdentifier } from '../accounts/identifier.ts'
import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Core } from '../core.ts'
import type { NewSession } from '../sessions/session.ts'
import { startSession } from '../sessions/token.ts'
import { hashNewPassword, maySetPassword } from './password.ts'

/**
 * Sets the password of the account that has verified a number (E.164), for the code of the scope `reset` sent to it. All
 * sessions of the account end and a fresh one begins. With `account`, the account's username or the number, in any
 * spelling, must stand there. `accountMismatch`, `locked` and `passwordRefused` (what `maySetPassword` says no to) are told
 * only to who has the code, which stays good then.
 */
export async function resetPasswordByPhone(
  core: Core,
  input: { phone: string; code: string; account?: string | undefined; newPassword: string },
): Promise<
  | { kind: 'reset'; session: NewSession }
  | CodeFailure
  | { kind: 'accountMismatch' }
  | { kind: 'locked' }
  | { kind: 'passwordRefused' }
> {
  const { codes, credentials } = core.stores
  const { phone } = input
  const account = input.account === undefined ? null : readIdentifier(input.account)
  // In turn, and the code looked at first: nobody makes us hash a password without the code.
  return core.inTurn(`reset:${phone}`, async () => {
    const shown = consuming(core, { kind: 'phone', e164: phone }, 'reset', input.code)
    const checked = await codes.check(shown)
    if (checked.kind !== 'right') return checked
    if (!maySetPassword(core, input.newPassword)) return { kind: 'passwordRefused' }
    const newHash = await hashNewPassword(core, input.newPassword)
    const { start, opened } = startSession(core)
    const outcome = await credentials.resetPassword({ phone, account, consuming: shown, newHash, start })
    return outcome.kind === 'reset' ? { kind: 'reset', session: opened(outcome.session) } : outcome
  })
}
