import { Unavailable } from '@acct/core'
import { DatabaseError } from 'pg'

/** The connection broke, or none could be had: nothing is known of what was under way on it. */
const lost = 'lost'

/** The connection is there, as far as anybody knows, and the answer did not come in time. */
const silent = 'silent'

/** What PostgreSQL says of an error (a five-letter SQLSTATE), `lost`, `silent`, or undefined for what is none of the database's. */
function stateOf(error: unknown): string | undefined {
  if (error instanceof DatabaseError) return error.code
  if (!(error instanceof Error)) return undefined
  if (error.message === 'Query read timeout') return silent
  return 'syscall' in error || brokenConnection.test(error.message) ? lost : undefined
}

// The driver has no codes for these.
const brokenConnection = /^(Connection terminated|Client has encountered a connection error|Client was closed)/

// Connections; resources; the operator's hand, a shutdown, a timeout; a lock that was not to be had;
// a standby; input and output; and what was rolled back a second time.
const machine = /^(lost|silent|08|53|57|55P03|25P0[34]|25006|58|40)/

// The transaction was rolled back for the sake of others; or a random id was drawn twice.
const rolledBack = /^40(001|P01)$/
const drawn = /^(sessions|wrong_codes|sendings|password_tries|phone_changes|messages)_pkey$/

// The server took leave before it answered.
const cutOff = /^(lost|08|57P0[123])/

/** Whether the database has said that nothing of the transaction happened and that it may well the next time. */
export function wasRolledBack(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false
  return rolledBack.test(error.code ?? '') || (error.code === '23505' && drawn.test(error.constraint ?? ''))
}

/** Whether the connection went: what was not committed on it never will be. */
export function wasCutOff(error: unknown): boolean {
  return cutOff.test(stateOf(error) ?? '')
}

/** Whether the connection is of no more use after an error. */
export function isBroken(error: unknown): boolean {
  const state = stateOf(error)
  return state !== undefined && (state.startsWith('25P0') || state === silent || cutOff.test(state))
}

/** Whether the answer did not come in time: it would hardly do on another connection, and who asked has waited long enough. */
export function wasSilent(error: unknown): boolean {
  return stateOf(error) === silent
}

/** Whether something is `Unavailable` because the database takes no writes. */
export function wasReadOnly(error: unknown): boolean {
  return error instanceof Unavailable && stateOf(error.cause) === '25006'
}

/** The same error, or `Unavailable` where it is what the machine cannot do now. */
export function unavailable(error: unknown): unknown {
  const state = stateOf(error)
  if (state === undefined) return error
  const { message } = error as Error
  if (!machine.test(state)) return new Error(`the database refused a statement: ${message} (${state})`)
  return new Unavailable(`the database cannot take it now: ${message} (${state})`, { retryAfter: 5, cause: error })
}

/** The unique index that an error is about (`accounts_phone`); undefined for every other error. */
export function duplicateIndex(error: unknown): string | undefined {
  return error instanceof DatabaseError && error.code === '23505' ? error.constraint : undefined
}
