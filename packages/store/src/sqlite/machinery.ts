import { Unavailable } from '@acct/core'
import Database from 'better-sqlite3'

/** Whether another process is in the way. */
export const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')

const machine = /^SQLITE_(FULL|IOERR|BUSY|READONLY|CANTOPEN|LOCKED)/

/** What the machine cannot do now is `Unavailable`; every other error is itself, a bug. */
export function asUnavailable(error: unknown): unknown {
  if (!(error instanceof Database.SqliteError) || !machine.test(error.code)) return error
  return new Unavailable(`the database cannot take it now: ${error.message}`, { retryAfter: 5, cause: error })
}
