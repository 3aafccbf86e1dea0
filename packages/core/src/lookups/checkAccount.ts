import type { Identifier } from '../accounts/identifier.ts'
import type { Core } from '../core.ts'
import { countLookup, type TooManyLookups } from './countLookup.ts'

/** Tells whether an identifier is some account's, a locked one's too. Counts as a look-up. */
export async function checkAccount(
  core: Core,
  { identifier, source }: { identifier: Identifier; source: string },
): Promise<{ kind: 'free' } | { kind: 'taken' } | TooManyLookups> {
  const tooMany = await countLookup(core, { source, identifier })
  if (tooMany !== undefined) return tooMany
  const owner = await core.stores.accounts.findIdByIdentifier(identifier)
  return { kind: owner === undefined ? 'free' : 'taken' }
}
