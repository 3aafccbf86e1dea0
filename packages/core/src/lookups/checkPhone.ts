import type { Core } from '../core.ts'
import { countLookup, type TooManyLookups } from './countLookup.ts'

/** Tells whether an account has verified a number (E.164). Counts as a look-up. */
export async function checkPhone(
  core: Core,
  { phone, source }: { phone: string; source: string },
): Promise<{ kind: 'free' } | { kind: 'taken' } | TooManyLookups> {
  const identifier = { kind: 'phone', e164: phone } as const
  const tooMany = await countLookup(core, { source, identifier })
  if (tooMany !== undefined) return tooMany
  const owner = await core.stores.accounts.findIdByIdentifier(identifier)
  return { kind: owner === undefined ? 'free' : 'taken' }
}
