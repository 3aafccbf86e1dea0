import { wholeYears } from '../calendar.ts'
import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import type { OwnProfile } from './profile.ts'

/** The caller's own profile. */
export async function readOwnProfile(
  core: Core,
  { session }: { session: Session },
): Promise<{ kind: 'profile'; profile: OwnProfile } | { kind: 'sessionOver' }> {
  const kept = await core.stores.profile.readOwn(session)
  if (kept === undefined) return { kind: 'sessionOver' }
  const age = kept.birthday === null ? null : wholeYears(kept.birthday, core.clock.now())
  return { kind: 'profile', profile: { ...kept, age } }
}
