import type { Core } from '../core.ts'
import { settleFollows } from '../follows/settleFollows.ts'

/** Lets the owner of a locked account log in again, and others see it. */
export async function unlockAccount(
  core: Core,
  { accountId }: { accountId: number },
): Promise<{ kind: 'done' } | { kind: 'none' }> {
  if (!(await core.stores.accounts.unlock(accountId))) return { kind: 'none' }
  await settleFollows(core, { accountId })
  return { kind: 'done' }
}
