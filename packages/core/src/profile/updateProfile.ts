import type { Core } from '../core.ts'
import type { AvatarRefusal } from '../pictures/avatar.ts'
import type { Session } from '../sessions/session.ts'
import { applyChanges } from './applyChanges.ts'
import { claimsOf } from './claims.ts'
import type { OwnProfile, ProfileChanges } from './profile.ts'
import { withOwn } from './withOwn.ts'

type Refusal =
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
 * Changes the caller's profile: everything given, or nothing. A phone or an e-mail given here is a claim: it identifies
 * nobody, and a verified one in its place stays and is told. One that another account has verified is `phoneTaken` or
 * `emailTaken`. A name or signature may hold no forbidden word. A file given as the picture follows the rules of
 * `setPicture`.
 */
export async function updateProfile(
  core: Core,
  { session, changes }: { session: Session; changes: ProfileChanges },
): Promise<{ kind: 'updated'; profile: OwnProfile } | { kind: Refusal } | AvatarRefusal> {
  return applyChanges(core, changes, (kept, claimed) =>
    withOwn(core, session, (own) =>
      core.stores.profile.update(session, {
        ...kept,
        ...(claimed.length > 0 && { claims: claimsOf(core, own, claimed) }),
      }),
    ),
  )
}
