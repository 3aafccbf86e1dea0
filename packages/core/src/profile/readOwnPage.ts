import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import { visibleFollows } from './privacy.ts'
import type { OwnPage } from './profile.ts'
import { withAge } from './readOwnProfile.ts'

/**
 * The caller's own profile with the lists: every group, empty ones too, and the fans, newest first, 5,000 each;
 * `fansBefore` goes on after the last fan of such a list.
 */
export async function readOwnPage(
  core: Core,
  { session, fansBefore }: { session: Session; fansBefore: number | undefined },
): Promise<{ kind: 'profile'; profile: OwnPage } | { kind: 'sessionOver' }> {
  const { accountId } = session
  const found = await core.stores.profile.view(session, { accountId, fansBefore, listsFor: () => 'owner' })
  if (found?.page === undefined) return { kind: 'sessionOver' }
  return { kind: 'profile', profile: { ...withAge(core, found.page.profile), ...visibleFollows('owner', found.lists) } }
}
