import type { Session } from '../sessions/session.ts'

/** What is kept of pictures: whose they are. The pictures themselves are files or are drawn on demand. */
export interface PictureStore {
  /** Keeps the name for the profile code of the session's account, unless it has one already; tells which name holds. */
  keepProfileCode(session: Session, name: string, at: number): Promise<string | undefined>
  findProfileCode(name: string): Promise<number | undefined>
}
