import { readNewUsername } from '../accounts/username.ts'
import type { Core } from '../core.ts'
import { countLookup, type TooManyLookups } from './countLookup.ts'

/** Tells whether a username could be registered. Counts as a look-up, unless it is `refused`: nobody may have that one. */
export async function checkUsername(
  core: Core,
  input: { username: string; source: string },
): Promise<{ kind: 'free' } | { kind: 'taken' } | { kind: 'refused' } | TooManyLookups> {
  const username = readNewUsername(core, input.username)
  if (username === undefined) return { kind: 'refused' }
  const identifier = { kind: 'username', key: username.key } as const
  const tooMany = await countLookup(core, { source: input.source, identifier })
  if (tooMany !== undefined) return tooMany
  const owner = await core.stores.accounts.findIdByIdentifier(identifier)
  return { kind: owner === undefined ? 'free' : 'taken' }
}
