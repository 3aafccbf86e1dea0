import { readEmail } from '../accounts/email.ts'
import { readNewUsername } from '../accounts/username.ts'
import { earliestBirthday } from '../calendar.ts'
import type { Address } from '../codes/address.ts'
import type { Core } from '../core.ts'
import { type AvatarRefusal, dropAvatar, keeping, makeAvatar } from '../pictures/avatar.ts'
import type { OwnProfile, ProfileChanges } from './profile.ts'
import { withAge } from './readOwnProfile.ts'
import type { KeptChanges, Updated } from './store.ts'

/** What may not be kept of changes. */
type ContentRefusal = {
  kind: 'usernameRefused' | 'nicknameRefused' | 'signatureRefused' | 'birthdayRefused' | 'emailRefused'
}

/**
 * Runs the step that keeps changes to a profile, given as the rules want them, with the addresses that are claimed. Before
 * it the texts are looked at, then a picture is made; after it the files are those of the picture that is shown.
 */
export async function applyChanges<Refusal extends { kind: string }>(
  core: Core,
  changes: ProfileChanges,
  step: (kept: KeptChanges, claimed: Address[]) => Promise<Updated | Refusal>,
): Promise<{ kind: 'updated'; profile: OwnProfile } | ContentRefusal | AvatarRefusal | Refusal> {
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

  const outcome = await keeping(core, avatar, () => step(kept, claimed), isUpdated)
  if (!isUpdated(outcome)) return outcome
  if (outcome.replaced !== null) await dropAvatar(core, outcome.replaced)
  return { kind: 'updated', profile: withAge(core, outcome.profile) }
}

function isUpdated<Refusal extends { kind: string }>(outcome: Updated | Refusal): outcome is Updated {
  return outcome.kind === 'updated'
}

function isBirthday(instant: number, now: number): boolean {
  return instant >= earliestBirthday && instant <= now
}
