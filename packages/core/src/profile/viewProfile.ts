import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import { audienceOf, seesFollows, visibleFollows, visibleTo } from './privacy.ts'
import type { ViewedProfile } from './profile.ts'
import type { KeptPage, Viewer } from './store.ts'

/**
 * An account as the caller may see it, with its lists: newest first, 5,000 each; `fansBefore` goes on after the last fan of
 * such a list. Refused in this order, so that nobody learns by ids what they may not read: a caller whose level is under
 * `minimumLevel`, an id that was badly formed (`accountId` undefined), one that no account has; a locked account looks
 * like none.
 */
export async function viewProfile(
  core: Core,
  input: { session: Session; accountId: number | undefined; minimumLevel: number; fansBefore: number | undefined },
): Promise<
  { kind: 'profile'; profile: ViewedProfile } | { kind: 'levelTooLow' | 'idMissing' | 'none' | 'sessionOver' }
> {
  const { session, accountId, minimumLevel, fansBefore } = input
  const listsFor = (viewer: Viewer, { profile, privacy }: KeptPage) => {
    const audience = audienceOf(viewer, profile.accountId)
    return viewer.level >= minimumLevel && seesFollows(audience, privacy) ? audience : undefined
  }
  const found = await core.stores.profile.view(session, { accountId, fansBefore, listsFor })
  if (found === undefined) return { kind: 'sessionOver' }
  const { viewer, page, lists } = found
  if (viewer.level < minimumLevel) return { kind: 'levelTooLow' }
  if (accountId === undefined) return { kind: 'idMissing' }
  if (page === undefined) return { kind: 'none' }

  const { username, nickname, gender, level, picture } = page.profile
  const audience = audienceOf(viewer, accountId)
  const profile = {
    accountId,
    username,
    nickname,
    gender,
    level,
    picture,
    ...visibleTo(audience, page.profile, page.privacy),
    ...visibleFollows(audience, lists),
  }
  return { kind: 'profile', profile }
}
