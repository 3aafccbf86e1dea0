import type { Core } from '../core.ts'
import { settleFollows } from '../follows/settleFollows.ts'
import { dropAvatar } from '../pictures/avatar.ts'

/**
 * What comes after the step that removed an account, whichever it was: its avatar's files go, its follows and fans, and
 * what the database's files still hold of it. Nobody sees any of that any more, so nothing that fails here fails the
 * removal; `sweep` and `removeOrphans` take it up.
 */
export async function afterRemoval(
  core: Core,
  { accountId, avatar }: { accountId: number; avatar: string | null },
): Promise<void> {
  if (avatar !== null) await dropAvatar(core, avatar)
  await settleFollows(core, { accountId })
}
