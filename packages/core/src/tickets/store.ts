import type { Identifier } from '../accounts/identifier.ts'
import type { CodeFailure } from '../codes/code.ts'
import type { Consuming } from '../codes/store.ts'
import type { NewMessage } from '../messages/store.ts'

/** A ticket that is about to be given. */
export interface TicketStart {
  tokenHash: Uint8Array
  expiresAt: number
}

/**
 * What is kept of tickets, each good for one new password. An account has one at most: a new one replaces it, and whatever
 * ends the account's sessions ends it too, be it a new password, a lock or another verified address.
 */
export interface TicketStore {
  /**
   * Gives a ticket to the account that has verified the address, and leaves the message that brings it, for a code.
   * `unknownAccount` and `locked` only after the right code, which stays.
   */
  give(input: {
    address: Identifier
    consuming: Consuming
    start: TicketStart
    message: NewMessage
  }): Promise<{ kind: 'given'; accountId: number } | CodeFailure | { kind: 'unknownAccount' } | { kind: 'locked' }>
  /** Whether a ticket is good at `now`. */
  isGood(tokenHash: Uint8Array, now: number): Promise<boolean>
  /** Sets the password of a good ticket's account, ends all its sessions and tells whose it was; undefined for a ticket that is over. */
  resetPassword(input: { tokenHash: Uint8Array; newHash: string; now: number }): Promise<number | undefined>
  /** Removes up to `limit` tickets that expired by `now` and tells how many. */
  removeExpired(now: number, limit: number): Promise<number>
}
