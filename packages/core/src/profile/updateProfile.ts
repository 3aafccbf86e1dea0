import { readUsername } from '../accounts/username.ts'
import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import type { Gender } from './profile.ts'

/**
 * Changes the caller's profile: everything given, or nothing. A field that is left out stays as it is; null empties it.
 * The picture must be one this account was given; `birthday` is in milliseconds since 1970.
 */
export async function updateProfile(
  core: Core,
  input: {
    session: Session
    changes: {
      username?: string | undefined
      nickname?: string | null | undefined
      gender?: Gender | null | undefined
      birthday?: number | null | undefined
      signature?: string | null | undefined
      picture?: string | null | undefined
    }
  },
): Promise<{ kind: 'updated' | 'usernameRefused' | 'usernameTaken' | 'pictureRefused' | 'sessionOver' }> {
  const { username: text, nickname, gender, birthday, signature, picture } = input.changes
  const username = text === undefined ? undefined : readUsername(text)
  if (text !== undefined && username === undefined) return { kind: 'usernameRefused' }
  const kind = await core.stores.profile.update(input.session, {
    ...(username !== undefined && { username }),
    ...(nickname !== undefined && { nickname }),
    ...(gender !== undefined && { gender }),
    ...(birthday !== undefined && { birthday }),
    ...(signature !== undefined && { signature }),
    ...(picture !== undefined && { picture }),
  })
  return { kind }
}
