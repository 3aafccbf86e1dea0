import type { Core } from '../core.ts'

/** Gives an account a level, a whole number from 0. Only operators can. */
export async function setLevel(
  core: Core,
  input: { accountId: number; level: number },
): Promise<{ kind: 'done' } | { kind: 'none' }> {
  return (await core.stores.accounts.setLevel(input.accountId, input.level)) ? { kind: 'done' } : { kind: 'none' }
}
