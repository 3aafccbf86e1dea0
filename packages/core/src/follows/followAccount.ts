import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'

/**
 * Follows an account in one of the caller's groups, `default` unless told otherwise. Who is followed already moves there
 * from where they are. The caller's own account, a locked one and none are all `unknownAccount`.
 */
export async function followAccount(
  core: Core,
  {
    session,
    accountId,
    groupName = 'default',
  }: { session: Session; accountId: number; groupName?: string | undefined },
): Promise<
  { kind: 'followed'; groupName: string } | { kind: 'alreadyThere' | 'unknownAccount' | 'unknownGroup' | 'sessionOver' }
> {
  const kind = await core.stores.follows.follow(session, { accountId, groupName })
  return kind === 'followed' ? { kind, groupName } : { kind }
}
