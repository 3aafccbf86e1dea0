import type { Session } from '../sessions/session.ts'
import type { NewAvatar } from './avatar.ts'
import type { Picture } from './picture.ts'

/**
 * What is kept of pictures: whose they are. The pictures themselves are files or are drawn on demand. An account has at
 * most one of each kind, and an avatar only as long as it is the picture of its account.
 */
export interface PictureStore {
  /** Keeps the name for the profile code of the session's account, unless it has one already; tells which name holds. */
  keepProfileCode(session: Session, name: string, at: number): Promise<string | undefined>
  /** Makes the avatar the picture of the session's account, and tells the name of the avatar that it replaced. */
  setAvatar(
    session: Session,
    avatar: NewAvatar,
  ): Promise<{ kind: 'set'; replaced: string | null } | { kind: 'sessionOver' }>
  find(name: string): Promise<{ kind: Picture['kind']; accountId: number } | undefined>
}
