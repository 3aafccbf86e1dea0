import { readEmail } from '../accounts/email.ts'
import { readNewUsername } from '../accounts/username.ts'
import { earliestBirthday } from '../calendar.ts'
import type { Address } from '../codes/address.ts'
import type { Core } from '../core.ts'
import { type AvatarRefusal, dropAvatar, keeping, makeAvatar } from '../pictures/avatar.ts'
import type { Session } from '../sessions/session.ts'
import { claimsOf } from './claims.ts'
import type { OwnProfile, ProfileChanges } from './profile.ts'
import { withAge } from './readOwnProfile.ts'
import type { KeptChanges } from './store.ts'

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
  const { nickname, gender, birthday, signature, picture, phoneClaim } = changes
  const username = changes.username === undefined ? undefined : readNewUsername(core, changes.username)
  if (changes.username !== undefined && username === undefined) return { kind: 'usernameRefused' }
  if (core.wordLists.forbids(nickname ?? '')) return { kind: 'nicknameRefused' }
  if (core.wordLists.forbids(signature ?? '')) return { kind: 'signatureRefused' }
  if (typeof birthday === 'number' && !isBirthday(birthday, core.clock.now())) return { kind: 'birthdayRefused' }
  const email = changes.emailClaim === undefined ? undefined : readEmail(changes.emailClaim)
  if (changes.emailClaim !== undefined && email === undefined) return { kind: 'emailRefused' }

  const file = typeof picture === 'object' ? picture?.file : undefined
  const made = file && (await makeAvatar(core, file))
  if (made !== undefined && made.kind !== 'made') return made
  const avatar = made?.avatar ?? null
  const own = typeof picture === 'string' ? { kind: 'own' as const, name: picture } : null
  const kept = {
    ...(username !== undefined && { username }),
    ...(nickname !== undefined && { nickname }),
    ...(gender !== undefined && { gender }),
    ...(birthday !== undefined && { birthday }),
    ...(signature !== undefined && { signature }),
    ...(picture !== undefined && { picture: avatar ?? own }),
  }
  const claimed: Address[] = []
  if (phoneClaim !== undefined) claimed.push({ kind: 'phone', e164: phoneClaim })
  if (email !== undefined) claimed.push({ kind: 'email', email })

  const update = () => updateWithClaims(core, session, kept, claimed)
  const outcome = await keeping(core, avatar, update, ({ kind }) => kind === 'updated')
  if (outcome.kind !== 'updated') return outcome
  if (outcome.replaced !== null) await dropAvatar(core, outcome.replaced)
  return { kind: 'updated', profile: withAge(core, outcome.profile) }
}

/** The step; again where a verified address changed between composing the notice for it and leaving it. */
async function updateWithClaims(core: Core, session: Session, changes: KeptChanges, claimed: Address[]) {
  const { profile } = core.stores
  for (;;) {
    const own = claimed.length === 0 ? undefined : await profile.readOwn(session)
    const claims = own && claimsOf(core, own, claimed)
    if (claimed.length > 0 && claims === undefined) return { kind: 'sessionOver' as const }
    const outcome = await profile.update(session, { ...changes, ...(claims && { claims }) })
    if (outcome.kind !== 'addressesChanged') return outcome
  }
}

function isBirthday(instant: number, now: number): boolean {
  return instant >= earliestBirthday && instant <= now
}
