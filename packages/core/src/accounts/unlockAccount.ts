import type { Core } from '../core.ts'

/** Lets the owner of a locked account log in again. */
export async function unlockAccount(
  core: Core,
  { accountId }: { accountId: number },
): Promise<{ kind: 'done' } | { kind: 'none' }> {
  return (await core.stores.accounts.unlock(accountId)) ? { kind: 'done' } : { kind: 'none' }
}
