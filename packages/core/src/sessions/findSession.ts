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
  if (now - lastUsedAt >= hour) await noteUse(core, session, { at: now, endsAt: endOf(startedAt, now) })
  return { kind: 'found', session }
}

/** Where nothing can be written now, the next request notes its use: nobody is turned away for that. */
async function noteUse(core: Core, session: Session, use: { at: number; endsAt: number }): Promise<void> {
  try {
    await core.stores.sessions.touch(session, use)
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error
  }
}
