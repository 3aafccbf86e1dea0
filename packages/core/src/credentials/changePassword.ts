import type { Core } from '../core.ts'
import type { NewSession, Session } from '../sessions/session.ts'
import { startSession } from '../sessions/token.ts'
import { hashNewPassword, maySetPassword } from './password.ts'
import { accountSubject } from './subject.ts'
import { withPassword } from './withPassword.ts'

/**
 * Replaces the caller's password. All sessions of the account end and a fresh one begins. A wrong old password counts
 * like one at sign-in. `passwordRefused`, what `maySetPassword` says no to, is told before the old one is looked at.
 */
export async function changePassword(
  core: Core,
  input: { session: Session; oldPassword: string; newPassword: string },
): Promise<
  | { kind: 'changed'; session: NewSession }
  | { kind: 'wrongPassword' }
  | { kind: 'closed' }
  | { kind: 'sessionOver' }
  | { kind: 'passwordRefused' }
> {
  const { session, oldPassword, newPassword } = input
  const find = () => core.stores.credentials.findBySession(session)
  if ((await find()) === undefined) return { kind: 'sessionOver' }
  if (!maySetPassword(core, newPassword)) return { kind: 'passwordRefused' }
  const gate = {
    action: 'changePassword' as const,
    subject: accountSubject(session.accountId),
    password: oldPassword,
    find,
  }
  const outcome = await withPassword(core, gate, async ({ verifiedHash, tryId }) => {
    const newHash = await hashNewPassword(core, newPassword)
    const { start, opened } = startSession(core)
    const step = await core.stores.credentials.changePassword({ session, verifiedHash, newHash, tryId, start })
    return step.kind === 'changed' ? { kind: 'changed' as const, session: opened(step.session) } : step
  })
  // Behind the gate the account is looked for through its session, so an unknown one is a session that has just ended.
  return outcome.kind === 'unknownAccount' ? { kind: 'sessionOver' } : outcome
}
