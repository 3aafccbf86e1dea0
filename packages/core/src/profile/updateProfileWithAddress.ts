import type { Address } from '../codes/address.ts'
import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Consuming } from '../codes/store.ts'
import type { Core } from '../core.ts'
import type { AvatarRefusal } from '../pictures/avatar.ts'
import type { Session } from '../sessions/session.ts'
import { addressChange, type TooManyPhoneChanges, tooManyPhoneChanges } from './addressChange.ts'
import { applyChanges } from './applyChanges.ts'
import type { OwnProfile, ProfileChanges } from './profile.ts'
import type { VerifiedAddresses } from './store.ts'
import { verifiedAddress } from './verifiedAddress.ts'
import { withOwn } from './withOwn.ts'

type Refusal =
  | 'originalCodeMissing'
  | 'changesRefused'
  | 'usernameRefused'
  | 'usernameTaken'
  | 'nicknameRefused'
  | 'signatureRefused'
  | 'birthdayRefused'
  | 'pictureRefused'
  | 'phoneTaken'
  | 'emailTaken'
  | 'emailRefused'
  | 'sessionOver'

/**
 * Changes the caller's profile and, in the same step, a verified phone or e-mail: everything or nothing. Codes are of the
 * scope `community`: `code` is the one sent to `next`, `originalCode` the one sent to the verified phone, else to the
 * verified e-mail; an account with neither needs none. What else follows is as with `changeAddress`.
 *
 * Refused in this order: no original code where one is needed, before any code is looked at; the codes, a wrong one before
 * a missing one; what may not be kept of the changes; what another account has; too many changes of the number. Only the
 * wrong codes leave a trace; right ones stay good. `next` is undefined where what was typed is no address: nobody can
 * have a code for it, so it is `codeMissing`, unless the original's code is wrong. `changes` is undefined where one of
 * them was badly formed: `changesRefused`, with what else may not be kept.
 */
export async function updateProfileWithAddress(
  core: Core,
  input: {
    session: Session
    changes: Omit<ProfileChanges, 'phoneClaim' | 'emailClaim'> | undefined
    address: { next: Address | undefined; code: string; originalCode: string }
  },
): Promise<
  { kind: 'updated'; profile: OwnProfile } | CodeFailure | TooManyPhoneChanges | AvatarRefusal | { kind: Refusal }
> {
  const { session, changes } = input
  const { next, code, originalCode } = input.address
  const { profile } = core.stores
  const own = await profile.readOwn(session)
  if (own === undefined) return { kind: 'sessionOver' }
  if (originalOf(own) !== undefined && originalCode === '') return { kind: 'originalCodeMissing' }
  const shown = (proven: Address | undefined): Consuming[] => [
    ...(proven === undefined ? [] : [consuming(core, proven, 'community', originalCode)]),
    ...(next === undefined ? [] : [consuming(core, next, 'community', code)]),
  ]
  const failure = await failureOf(core, shown(originalOf(own)))
  if (failure !== undefined) return failure
  if (next === undefined) return { kind: 'codeMissing' }
  if (changes === undefined) return { kind: 'changesRefused' }

  // Whoever has the codes may have us look at words and make a picture. The step decides.
  const outcome = await applyChanges(core, changes, (kept) =>
    withOwn(core, session, (found) => {
      const proven = originalOf(found)
      const change = addressChange(core, found, { next, proven, consuming: shown(proven) })
      return profile.updateWithAddress(session, kept, change)
    }),
  )
  return outcome.kind === 'tooManyPhoneChanges' ? tooManyPhoneChanges(core, outcome) : outcome
}

/** The address by which an owner shows that the account is still theirs. */
function originalOf(verified: VerifiedAddresses): Address | undefined {
  return verifiedAddress(verified, 'phone') ?? verifiedAddress(verified, 'email')
}

/** Why one of the codes would not be taken; all are looked at, and a wrong one is told before a missing one. */
async function failureOf(core: Core, shown: Consuming[]): Promise<CodeFailure | undefined> {
  const failures: CodeFailure[] = []
  for (const one of shown) {
    const verdict = await core.stores.codes.check(one)
    if (verdict.kind !== 'right') failures.push(verdict)
  }
  return failures.find(({ kind }) => kind === 'codeWrong') ?? failures[0]
}
