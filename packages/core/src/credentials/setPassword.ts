import type { Core } from '../core.ts'
import { hashNewPassword } from './password.ts'

/**
 * Sets an account's password for an operator. All its sessions end.
 * Throws a RangeError for a password that `passwordFits` refuses.
 */
export async function setPassword(
  core: Core,
  input: { accountId: number; password: string },
): Promise<{ kind: 'done' } | { kind: 'none' }> {
  const hash = await hashNewPassword(core, input.password)
  return (await core.stores.credentials.setPassword(input.accountId, hash)) ? { kind: 'done' } : { kind: 'none' }
}
