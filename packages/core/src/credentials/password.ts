import type { Core } from '../core.ts'
import { isWellFormed } from '../text.ts'

const longest = 128

/** Whether a password can be set: 1 to 128 bytes of UTF-8. More would never match again, see `passwordMatches`. */
export function passwordFits(password: string): boolean {
  return password !== '' && isWellFormed(password) && Buffer.byteLength(password) <= longest
}

/** Whether a password may be set: one that fits and that the operator's list of common passwords does not have. */
export function maySetPassword(core: Pick<Core, 'wordLists'>, password: string): boolean {
  return passwordFits(password) && !core.wordLists.isCommonPassword(password)
}

/** Today's hash of a password that is to be set. Throws a RangeError for one that `passwordFits` refuses. */
export async function hashNewPassword(core: Core, password: string): Promise<string> {
  if (!passwordFits(password)) throw new RangeError('a password must have 1 to 128 bytes of UTF-8')
  return core.hasher.hash(password)
}

/**
 * Verifies a password against a hash, or against the dummy where there is none: always one computation of the hash.
 * A password that could not have been set never matches, and is never cut to one that could.
 */
export async function passwordMatches(core: Core, hash: string | null, password: string): Promise<boolean> {
  const possible = hash !== null && passwordFits(password)
  const matched = await core.hasher.verify(possible ? hash : await core.dummyHash(), possible ? password : '')
  return possible && matched
}
