import type { Core } from '../core.ts'
import { settleFollows } from '../follows/settleFollows.ts'

/**
 * Locks an account: nobody can log in to it any more, its sessions end at once, and others see as little of it as of one
 * that does not exist.
 */
export async function lockAccount(
  core: Core,
  { accountId }: { accountId: number },
): Promise<{ kind: 'done' } | { kind: 'none' }> {
  if (!(await core.stores.accounts.lock(accountId, core.clock.now()))) return { kind: 'none' }
  await settleFollows(core, { accountId })
  return { kind: 'done' }
}
