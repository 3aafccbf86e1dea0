import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import { claimsOf } from './claims.ts'
import { withOwn } from './withOwn.ts'

/**
 * Keeps a number (E.164) that the caller says is theirs. It is shown to them and identifies nobody: anyone can type any
 * number. The verified number, if the account has another one, is told by SMS, at most once a minute.
 */
export async function claimPhone(
  core: Core,
  { session, phone }: { session: Session; phone: string },
): Promise<{ kind: 'claimed' } | { kind: 'sessionOver' }> {
  return withOwn(core, session, (own) =>
    core.stores.profile.claim(session, claimsOf(core, own, [{ kind: 'phone', e164: phone }])),
  )
}
