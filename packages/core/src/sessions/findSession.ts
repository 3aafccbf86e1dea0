import type { Core } from '../core.ts'
import { Unavailable } from '../errors.ts'
import { hour } from '../time.ts'
import type { Session } from './session.ts'
import { endOf, tokenHash } from './token.ts'

/**
 * The session of a session token or an access token. Finding it counts as using it; the use is written down at most once
 * an hour, so that most requests cost one read and no write.
 */
export async function findSession(
  core: Core,
  { token }: { token: string },
): Promise<{ kind: 'found'; session: Session } | { kind: 'none' }> {
  const { sessions } = core.stores
  const now = core.clock.now()
  const [ofSession, ofAccess] = [tokenHash('session', token), tokenHash('access', token)]
  const kept = ofSession
    ? await sessions.find(ofSession, now)
    : ofAccess && (await sessions.findByToken('access', ofAccess, now))
  if (kept === undefined) return { kind: 'none' }
  const { session, startedAt, lastUsedAt } = kept
  if (now - lastUsedAt >= hour) {
    // Where nothing can be written now, the next request notes its use: nobody is turned away for that.
    await sessions.touch(session, { at: now, endsAt: endOf(startedAt, now) }).catch(orLater)
  }
  return { kind: 'found', session }
}

function orLater(error: unknown): void {
  if (!(error instanceof Unavailable)) throw error
}
