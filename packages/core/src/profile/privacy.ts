import type { Audience, FollowLists } from '../follows/store.ts'
import type { OwnProfile, Privacy, VisibleFollows } from './profile.ts'
import type { KeptProfile, Viewer } from './store.ts'

// Who may see what of whom is decided here, and nowhere else.

/** From this level on somebody administers the service. */
const administratorLevel = 10

/** As what somebody looks at an account. Whoever is not signed in is one of the others. */
export function audienceOf({ accountId, level }: Viewer, ownerId: number): Audience {
  if (accountId === ownerId) return 'owner'
  return level >= administratorLevel ? 'administrator' : 'others'
}

/**
 * The details that an owner may hide, as an audience sees them; null for what is hidden. Only the owner sees addresses that
 * nobody has verified: what anybody can type is no way to reach them.
 */
export function visibleTo(
  audience: Audience,
  profile: KeptProfile,
  privacy: Privacy,
): Pick<OwnProfile, 'phone' | 'email' | 'birthday'> {
  const { phone, phoneClaim, email, emailClaim, birthday } = profile
  if (audience === 'owner') return { phone: phone ?? phoneClaim, email: email ?? emailClaim, birthday }
  const seesAll = audience === 'administrator'
  return {
    phone: seesAll || privacy.showsPhone ? phone : null,
    email: seesAll || privacy.showsEmail ? email : null,
    birthday: seesAll || privacy.showsBirthday ? birthday : null,
  }
}

/** Whether an audience sees whom an account follows and who follows it. */
export function seesFollows(audience: Audience, { showsFollows }: Privacy): boolean {
  return audience !== 'others' || showsFollows
}

/**
 * The lists as an audience sees them, of those that were read for it; undefined where they are hidden from it. To all but
 * the owner, groups with nobody in them are no groups: who follows nobody looks like who hides it.
 */
export function visibleFollows(audience: Audience, lists: FollowLists | undefined): VisibleFollows {
  const { groups, fans } = lists ?? { groups: [], fans: [] }
  const isEmpty = audience !== 'owner' && groups.every(({ accountIds }) => accountIds.length === 0)
  return { follows: isEmpty ? [] : groups, fans }
}
