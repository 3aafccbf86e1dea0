import type { Core } from '../core.ts'
import { hour } from '../time.ts'
import type { Session } from './session.ts'
import { endOf, tokenHash } from './token.ts'

/**
 * The session of a token. Finding it counts as using it; the use is written down at most once an hour, so that most
 * requests cost one read and no write.
 */
export async function findSession(
  core: Core,
  { token }: { token: string },
): Promise<{ kind: 'found'; session: Session } | { kind: 'none' }> {
  const hash = tokenHash(token)
  const now = core.clock.now()
  const kept = hash === undefined ? undefined : await core.stores.sessions.find(hash, now)
  if (kept === undefined) return { kind: 'none' }
  const { session, startedAt, lastUsedAt } = kept
  if (now - lastUsedAt >= hour) await core.stores.sessions.touch(session, { at: now, endsAt: endOf(startedAt, now) })
  return { kind: 'found', session }
}
