import type { Core } from '../core.ts'
import type { NewToken } from './session.ts'
import { endOf, startToken, tokenHash } from './token.ts'

/**
 * A new access token for a refresh token, which stays as it is: so that many tabs may refresh at once, and none signs the
 * others out. Earlier access tokens live on to their own expiry. Refreshing counts as a use of the session.
 */
export async function refreshAccess(
  core: Core,
  { refreshToken }: { refreshToken: string },
): Promise<{ kind: 'refreshed'; access: NewToken } | { kind: 'invalid' }> {
  const { sessions } = core.stores
  const hash = tokenHash('refresh', refreshToken)
  const now = core.clock.now()
  const kept = hash && (await sessions.findByToken('refresh', hash, now))
  if (kept === undefined) return { kind: 'invalid' }
  const { start, shown } = startToken(core, 'access')
  const use = { at: now, endsAt: endOf(kept.startedAt, now) }
  return (await sessions.addToken(kept.session, start, use))
    ? { kind: 'refreshed', access: shown }
    : { kind: 'invalid' }
}
