import { wholeYears } from '../calendar.ts'
import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import type { OwnProfile } from './profile.ts'
import type { KeptProfile } from './store.ts'

/** The caller's own profile. */
export async function readOwnProfile(
  core: Core,
  { session }: { session: Session },
): Promise<{ kind: 'profile'; profile: OwnProfile } | { kind: 'sessionOver' }> {
  const kept = await core.stores.profile.readOwn(session)
  if (kept === undefined) return { kind: 'sessionOver' }
  return { kind: 'profile', profile: withAge(core, kept) }
}

/** What was kept as its owner sees it today. */
export function withAge(core: Core, kept: KeptProfile): OwnProfile {
  const age = kept.birthday === null ? null : wholeYears(kept.birthday, core.clock.now())
  return { ...kept, age }
}
