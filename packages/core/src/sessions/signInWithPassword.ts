import { readIdentifier } from '../accounts/identifier.ts'
import type { Core } from '../core.ts'
import { accountSubject, unknownSubject } from '../credentials/subject.ts'
import { type Refusal, withPassword } from '../credentials/withPassword.ts'
import type { NewSession } from './session.ts'
import { startSession } from './token.ts'

/**
 * Signs in by username, verified phone or verified e-mail and a password. Every refusal but `locked` takes the same time
 * and the same writes; `locked` is told only to who knows the password.
 */
export async function signInWithPassword(
  core: Core,
  input: { identifier: string; password: string },
): Promise<{ kind: 'signedIn'; session: NewSession } | { kind: 'locked' } | Refusal> {
  const identifier = readIdentifier(input.identifier)
  const find = () => core.stores.credentials.findByIdentifier(identifier)
  const account = await find()
  const subject = account === undefined ? unknownSubject(identifier) : accountSubject(account.accountId)
  return withPassword(core, { subject, password: input.password, find }, async (verified) => {
    const { start, opened } = startSession(core)
    const { hasher, stores } = core
    const upgradedHash = hasher.needsUpgrade(verified.verifiedHash) ? await hasher.hash(input.password) : null
    const outcome = await stores.sessions.open({ ...verified, upgradedHash, start })
    return outcome.kind === 'opened' ? { kind: 'signedIn', session: opened(outcome.session) } : outcome
  })
}
