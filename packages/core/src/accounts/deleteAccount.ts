import type { Core } from '../core.ts'
import { afterRemoval } from './afterRemoval.ts'

/** Deletes an account and everything kept about it, for good. Its username and addresses are free again. */
export async function deleteAccount(
  core: Core,
  { accountId }: { accountId: number },
): Promise<{ kind: 'done' } | { kind: 'none' }> {
  const removed = await core.stores.accounts.remove(accountId)
  if (removed === undefined) return { kind: 'none' }
  await afterRemoval(core, { accountId, ...removed })
  return { kind: 'done' }
}
