import type { NewMessage } from '../messages/store.ts'
import type { CodeFailure, CodeScope } from './code.ts'

/**
 * A code that somebody shows. A step that takes one compares it with the pending code of that address and scope and
 * counts it if it is wrong; a right one is used up together with the step's effect, and left as it is where the effect
 * is refused. Comparing, counting and effect are one transaction, so that no try is compared and not counted.
 */
export interface Consuming {
  /** Key of the address. */
  address: string
  scope: CodeScope
  codeHash: Uint8Array
  now: number
  /** Under what the wrong codes of the address are counted. */
  subject: string
  limits: {
    /** The wrong try of this number burns the pending code. */
    perCode: number
    /** With so many wrong tries within `span` (milliseconds), over all scopes, every code is wrong and none is counted. */
    perAddress: number
    span: number
  }
}

/** At most `most` in any `span` of milliseconds. */
export interface Limit {
  most: number
  span: number
}

/** A code to be, and the message that is sent when somebody asks for it. */
export interface Sending {
  address: string
  scope: CodeScope
  codeHash: Uint8Array
  expiresAt: number
  /** Brings the code, or says why there is none to bring. */
  message: NewMessage
  /** Whose sendings are counted: those to this address, and those that this source caused. */
  subject: string
  source: string
  limits: { perAddress: Limit[]; perSource: Limit[] }
  now: number
}

/** What is kept of codes. */
export interface CodeStore {
  /**
   * Replaces the pending code of the address and scope, leaves the message and counts the sending; or does nothing if a
   * limit is reached, and tells when all of them allow one again.
   */
  send(sending: Sending): Promise<{ kind: 'sent' } | { kind: 'tooSoon'; until: number }>
  /** Whether a code would be taken. A wrong one is counted; a right one is not used up. */
  check(consuming: Consuming): Promise<{ kind: 'right' } | CodeFailure>
  /** Each removes up to `limit` rows that count no more, and tells how many. */
  removeExpired(now: number, limit: number): Promise<number>
  removeOldSendings(before: number, limit: number): Promise<number>
  removeOldWrongCodes(before: number, limit: number): Promise<number>
}
