import type { Core } from '../core.ts'
import { checkAccount } from './checkAccount.ts'
import type { TooManyLookups } from './countLookup.ts'

/** Tells whether an account has verified a number (E.164). Counts as a look-up. */
export async function checkPhone(
  core: Core,
  { phone, source }: { phone: string; source: string },
): Promise<{ kind: 'free' } | { kind: 'taken' } | TooManyLookups> {
  return checkAccount(core, { identifier: { kind: 'phone', e164: phone }, source })
}
