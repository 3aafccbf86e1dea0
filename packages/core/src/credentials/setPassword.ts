import type { Core } from '../core.ts'
import { hashNewPassword, maySetPassword } from './password.ts'

/**
 * Sets an account's password for an operator. All its sessions end. `passwordRefused` is what `maySetPassword`
 * says no to.
 */
export async function setPassword(
  core: Core,
  input: { accountId: number; password: string },
): Promise<{ kind: 'done' } | { kind: 'none' } | { kind: 'passwordRefused' }> {
  if (!maySetPassword(core, input.password)) return { kind: 'passwordRefused' }
  const hash = await hashNewPassword(core, input.password)
  return (await core.stores.credentials.setPassword(input.accountId, hash)) ? { kind: 'done' } : { kind: 'none' }
}
