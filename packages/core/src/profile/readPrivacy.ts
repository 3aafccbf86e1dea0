import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import type { Privacy } from './profile.ts'

/** What the caller shows to others. */
export async function readPrivacy(
  core: Core,
  { session }: { session: Session },
): Promise<{ kind: 'privacy'; privacy: Privacy } | { kind: 'sessionOver' }> {
  const privacy = await core.stores.profile.readPrivacy(session)
  return privacy === undefined ? { kind: 'sessionOver' } : { kind: 'privacy', privacy }
}
