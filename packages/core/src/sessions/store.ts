import type { CodeFailure } from '../codes/code.ts'
import type { Consuming } from '../codes/store.ts'
import type { Session } from './session.ts'

/** An access or refresh token that is about to begin. It ends with its session. */
export interface TokenStart {
  kind: 'access' | 'refresh'
  tokenHash: Uint8Array
  expiresAt: number
}

/** A session that is about to begin. Instants are in milliseconds since 1970. */
export interface SessionStart {
  tokenHash: Uint8Array
  startedAt: number
  /** When it ends unless it is used. */
  endsAt: number
  /** The tokens that it begins with besides its own. */
  tokens: TokenStart[]
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

  /**
   * Begins a session of the account that has verified the phone, for a code. Without such an account `codeMissing`; both
   * that and `locked` only after the right code, which stays.
   */
  openWithCode(input: {
    phone: string
    consuming: Consuming
    start: SessionStart
  }): Promise<{ kind: 'opened'; session: Session } | { kind: 'locked' } | CodeFailure>

  /** A session that has not ended at `now`, of an account that is not locked. One read. */
  find(tokenHash: Uint8Array, now: number): Promise<KeptSession | undefined>
  /** The same by one of the session's tokens that has not expired. One read. */
  findByToken(kind: TokenStart['kind'], tokenHash: Uint8Array, now: number): Promise<KeptSession | undefined>
  /** Adds a token to a session and notes a use; false if the session is over. */
  addToken(session: Session, token: TokenStart, use: { at: number; endsAt: number }): Promise<boolean>
  /** Notes a use, unless a later one has been noted. */
  touch(session: Session, use: { at: number; endsAt: number }): Promise<void>
  /** Ends a session; false if it was over. */
  end(session: Session): Promise<boolean>
  /** Removes up to `limit` sessions that ended by `now` and tells how many. */
  removeExpired(now: number, limit: number): Promise<number>
  /** Removes up to `limit` access and refresh tokens that expired by `now` and tells how many. */
  removeExpiredTokens(now: number, limit: number): Promise<number>
}
