import type { Username } from '../accounts/username.ts'
import type { Session } from '../sessions/session.ts'
import type { Gender, OwnProfile, PublicProfile } from './profile.ts'

/** Changes that keep the rules. A field that is left out stays as it is; null empties it. */
export interface KeptChanges {
  username?: Username
  nickname?: string | null
  gender?: Gender | null
  birthday?: number | null
  signature?: string | null
  picture?: string | null
}

/** What the verified number is told, unless it was told something less than `quiet` milliseconds before `at`. */
export interface Notice {
  text: string
  at: number
  quiet: number
}

/** What is kept of profiles. A step that takes a session does nothing once that session is over. */
export interface ProfileStore {
  readOwn(session: Session): Promise<Omit<OwnProfile, 'age'> | undefined>
  /** Undefined for a locked account too. */
  readPublic(accountId: number): Promise<PublicProfile | undefined>
  /** Changes everything given or nothing. A picture must be one of the account's own. */
  update(
    session: Session,
    changes: KeptChanges,
  ): Promise<'updated' | 'usernameTaken' | 'pictureRefused' | 'sessionOver'>
  /**
   * Keeps the number as the account's claim, and leaves the notice for its verified number, if that is another one.
   * Claiming the verified number clears the claim.
   */
  claimPhone(session: Session, phone: string, notice: Notice): Promise<'claimed' | 'sessionOver'>
}
