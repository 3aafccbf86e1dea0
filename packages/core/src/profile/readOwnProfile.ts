import { dayOf, wholeYears } from '../calendar.ts'
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

const shown = new WeakMap<KeptProfile, { day: number; profile: OwnProfile }>()

/** What was kept as its owner sees it today: the same object for the same kept one, as long as the day is the same. */
export function withAge(core: Core, kept: KeptProfile): OwnProfile {
  const now = core.clock.now()
  const day = dayOf(now)
  const known = shown.get(kept)
  if (known?.day === day) return known.profile
  const age = kept.birthday === null ? null : wholeYears(kept.birthday, now)
  const profile = { ...kept, age }
  shown.set(kept, { day, profile })
  return profile
}
