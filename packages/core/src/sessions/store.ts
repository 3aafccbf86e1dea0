import type { Session } from './session.ts'

/** A session that is about to begin. Instants are in milliseconds since 1970. */
export interface SessionStart {
  tokenHash: Uint8Array
  startedAt: number
  /** When it ends unless it is used. */
  endsAt: number
}

/** A session as it is kept. */
export interface KeptSession {
  session: Session
  startedAt: number
  lastUsedAt: number
}

/** What is kept of sessions. */
export interface SessionStore {
  /**
   * Begins a session, if the account still has the hash that was verified and is not locked. `tryId`, the counted try,
   * is removed with it (the password was right, also where the account is locked); `upgradedHash` replaces the hash.
   * An account that is gone has no such hash: `passwordChanged`.
   */
  open(input: {
    accountId: number
    verifiedHash: string
    upgradedHash: string | null
    tryId: number | null
    start: SessionStart
  }): Promise<{ kind: 'opened'; session: Session } | { kind: 'locked' } | { kind: 'passwordChanged' }>

  /** A session that has not ended at `now`, of an account that is not locked. One read. */
  find(tokenHash: Uint8Array, now: number): Promise<KeptSession | undefined>
  /** Notes a use, unless a later one has been noted. */
  touch(session: Session, use: { at: number; endsAt: number }): Promise<void>
  /** Ends a session; false if it was over. */
  end(session: Session): Promise<boolean>
  /** Removes up to `limit` sessions that ended by `now` and tells how many. */
  removeExpired(now: number, limit: number): Promise<number>
}
