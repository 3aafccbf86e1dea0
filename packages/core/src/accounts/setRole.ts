import type { Core } from '../core.ts'
import type { Role } from './account.ts'

/** Gives an account a role. Only operators can. */
export async function setRole(
  core: Core,
  input: { accountId: number; role: Role },
): Promise<{ kind: 'done' } | { kind: 'none' }> {
  return (await core.stores.accounts.setRole(input.accountId, input.role)) ? { kind: 'done' } : { kind: 'none' }
}
