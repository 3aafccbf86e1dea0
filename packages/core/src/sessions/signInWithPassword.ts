import { type Identifier, readIdentifier } from '../accounts/identifier.ts'
import { noteRefusal } from '../audit/noteRefusal.ts'
import type { Core } from '../core.ts'
import { accountSubject, unknownSubject } from '../credentials/subject.ts'
import { type Refusal, withPassword } from '../credentials/withPassword.ts'
import type { NewSession } from './session.ts'
import { startSession } from './token.ts'

/**
 * Signs in by username, verified phone or verified e-mail and a password; `by` may leave only some of them, the others
 * are then as good as unknown. Every refusal but `locked` takes the same time and the same writes; `locked` is told only
 * to who knows the password. `withTokens` opens the session with an access and a refresh token besides its own.
 */
export async function signInWithPassword(
  core: Core,
  input: {
    identifier: string
    password: string
    by?: readonly Identifier['kind'][] | undefined
    withTokens?: boolean | undefined
  },
): Promise<{ kind: 'signedIn'; session: NewSession } | { kind: 'locked' } | Refusal> {
  const identifier = readIdentifier(input.identifier)
  const isAllowed = input.by?.includes(identifier.kind) ?? true
  const find = async () => (isAllowed ? core.stores.credentials.findByIdentifier(identifier) : undefined)
  const account = await find()
  const subject = account === undefined ? unknownSubject(core, identifier) : accountSubject(account.accountId)
  return withPassword(core, { action: 'signIn', subject, password: input.password, find }, async (verified) => {
    const { hasher, stores } = core
    if (verified.isLocked) {
      // Not waited for: a write more than after a wrong password would tell who only sees that answer that it was right.
      if (verified.tryId !== null) void stores.credentials.removeTry(verified.tryId).catch(() => undefined)
      const { accountId } = verified
      noteRefusal(core, { action: 'signIn', detail: 'password', refusal: 'locked', accountId })
      return { kind: 'locked' }
    }
    const { start, opened } = startSession(core, { withTokens: input.withTokens })
    const upgradedHash = hasher.needsUpgrade(verified.verifiedHash) ? await hasher.hash(input.password) : null
    const outcome = await stores.sessions.open({ ...verified, upgradedHash, start })
    return outcome.kind === 'opened' ? { kind: 'signedIn', session: opened(outcome.session) } : outcome
  })
}
