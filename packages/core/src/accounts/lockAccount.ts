import type { Core } from '../core.ts'

/** Locks an account: nobody can log in to it any more, and its sessions end at once. */
export async function lockAccount(
  core: Core,
  { accountId }: { accountId: number },
): Promise<{ kind: 'done' } | { kind: 'none' }> {
  return (await core.stores.accounts.lock(accountId, core.clock.now())) ? { kind: 'done' } : { kind: 'none' }
}
