import { readUsername } from '../accounts/username.ts'
import { earliestBirthday } from '../calendar.ts'
import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import type { ProfileChanges } from './profile.ts'

type Refusal = 'usernameRefused' | 'usernameTaken' | 'birthdayRefused' | 'pictureRefused' | 'sessionOver'

/** Changes the caller's profile: everything given, or nothing. */
export async function updateProfile(
  core: Core,
  { session, changes }: { session: Session; changes: ProfileChanges },
): Promise<{ kind: 'updated' } | { kind: Refusal }> {
  const { username: text, nickname, gender, birthday, signature, picture } = changes
  const username = text === undefined ? undefined : readUsername(text)
  if (text !== undefined && username === undefined) return { kind: 'usernameRefused' }
  if (typeof birthday === 'number' && !isBirthday(birthday, core.clock.now())) return { kind: 'birthdayRefused' }
  const kind = await core.stores.profile.update(session, {
    ...(username !== undefined && { username }),
    ...(nickname !== undefined && { nickname }),
    ...(gender !== undefined && { gender }),
    ...(birthday !== undefined && { birthday }),
    ...(signature !== undefined && { signature }),
    ...(picture !== undefined && { picture }),
  })
  return { kind }
}

function isBirthday(instant: number, now: number): boolean {
  return instant >= earliestBirthday && instant <= now
}
