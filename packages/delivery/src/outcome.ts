import type { SendResult } from '@acct/core'

/**
 * How long a gateway may take for one message, in milliseconds, unless it is told otherwise: shorter than a server has
 * to stop in, so that a stop finds out what became of the message at hand.
 */
export const standardTimeout = 8000

export const sent: SendResult = { kind: 'sent' }

/** Nothing was sent, for certain: it may be tried again. The reason goes to the log, so it names no address and no code. */
export const refused = (reason: string): SendResult => ({ kind: 'refused', reason })

/** It may have been sent: it must not be tried again. The reason goes to the log, so it names no address and no code. */
export const unclear = (reason: string): SendResult => ({ kind: 'unclear', reason })

/** What a gateway answered with an HTTP status that means failure: only its own trouble (5xx) leaves doubt. */
export const failedWith = (status: number, reason: string): SendResult =>
  status >= 400 && status < 500 ? refused(reason) : unclear(reason)

/**
 * A code from a gateway's answer, fit for the log. Their messages repeat the number and what was sent; their codes are
 * short words or numbers, and what looks otherwise is not shown.
 */
export const codeFrom = (value: unknown): string =>
  /^[A-Za-z][\w.-]{0,79}$|^\d{1,6}$/.test(String(value)) ? String(value) : 'no code'
