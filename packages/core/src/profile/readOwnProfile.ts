import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import type { OwnProfile } from './profile.ts'

/** The caller's own profile. */
export async function readOwnProfile(
  core: Core,
  { session }: { session: Session },
): Promise<{ kind: 'profile'; profile: OwnProfile } | { kind: 'sessionOver' }> {
  const profile = await core.stores.profile.readOwn(session)
  return profile === undefined ? { kind: 'sessionOver' } : { kind: 'profile', profile }
}
