import type { Core } from '../core.ts'

/** Deletes an account and everything kept about it, for good. Its username and addresses are free again. */
export async function deleteAccount(
  core: Core,
  { accountId }: { accountId: number },
): Promise<{ kind: 'done' } | { kind: 'none' }> {
  return (await core.stores.accounts.remove(accountId)) ? { kind: 'done' } : { kind: 'none' }
}
