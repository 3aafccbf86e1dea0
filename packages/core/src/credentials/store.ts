import type { Identifier } from '../accounts/identifier.ts'
import type { CodeFailure } from '../codes/code.ts'
import type { Consuming } from '../codes/store.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionStart } from '../sessions/store.ts'

/** An account and its password's hash, null without one. */
export interface Credentials {
  accountId: number
  passwordHash: string | null
  /** When an operator locked it, in milliseconds since 1970; null where nobody did. */
  lockedAt: number | null
}

/** What is kept of passwords and of tries to guess them. */
export interface CredentialStore {
  findByIdentifier(identifier: Identifier): Promise<Credentials | undefined>
  /** The session's account, while the session lasts. */
  findBySession(session: Session): Promise<Credentials | undefined>

  /**
   * Counts a try before anybody knows whether it is right. The subject is closed while its newest try is younger than
   * `span` and `limit` tries lie in the `span` that ends with the newest; then nothing is counted, and as much is
   * written as otherwise.
   */
  countTry(input: {
    subject: string
    at: number
    limit: number
    span: number
  }): Promise<{ kind: 'counted'; tryId: number } | { kind: 'closed' }>
  /** Takes back a try that came to no verdict. */
  removeTry(tryId: number): Promise<void>
  /** Removes up to `limit` tries older than `before` and tells how many. */
  removeOldTries(before: number, limit: number): Promise<number>

  /**
   * Replaces the hash that was verified, ends all sessions of the account and begins one, if that hash is still there and
   * the session not over. Removes the counted try unless the hash has changed.
   */
  changePassword(input: {
    session: Session
    verifiedHash: string
    newHash: string
    tryId: number | null
    start: SessionStart
  }): Promise<{ kind: 'changed'; session: Session } | { kind: 'sessionOver' } | { kind: 'passwordChanged' }>
  /**
   * Sets the hash of the account that has verified the phone, ends all its sessions and begins one, for a code.
   * `accountMismatch`: no account has verified it, or `account` names another one; that and `locked` only after the right
   * code, which stays.
   */
  resetPassword(input: {
    phone: string
    account: Identifier | null
    consuming: Consuming
    newHash: string
    start: SessionStart
  }): Promise<{ kind: 'reset'; session: Session } | CodeFailure | { kind: 'accountMismatch' } | { kind: 'locked' }>
  /**
   * Sets the hash of the account that has verified the address and ends its sessions, but for the caller's own, for a
   * code. `unknownAccount` and `locked` only after the right one, which stays.
   */
  changeWithCode(input: {
    address: Identifier
    consuming: Consuming
    newHash: string
    caller: Session | undefined
  }): Promise<{ kind: 'changed'; accountId: number } | CodeFailure | { kind: 'unknownAccount' } | { kind: 'locked' }>
  /** Sets the hash and ends all sessions; false if there is no such account. */
  setPassword(accountId: number, hash: string): Promise<boolean>
}
