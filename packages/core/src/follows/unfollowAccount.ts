import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'

/** Stops following an account. A locked one and none are `unknownAccount`, as they are to everybody. */
export async function unfollowAccount(
  core: Core,
  { session, accountId }: { session: Session; accountId: number },
): Promise<{ kind: 'unfollowed' | 'notFollowed' | 'unknownAccount' | 'sessionOver' }> {
  return { kind: await core.stores.follows.unfollow(session, accountId) }
}
