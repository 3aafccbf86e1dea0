import type { Session } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { resetTickets, sessions } from './schema.ts'

const { placeholder } = sql

/**
 * Prepares ending the sessions of an account, but for the one to keep, as a part of the step that makes them doubtful. A
 * pending reset ticket goes with them: it would undo what the step is for.
 */
export function endSessions(db: BetterSQLite3Database): (accountId: number, kept?: Session) => void {
  const end = db
    .delete(sessions)
    .where(and(eq(sessions.accountId, placeholder('accountId')), sql`${sessions.id} is not ${placeholder('kept')}`))
    .prepare()
  const dropTicket = db
    .delete(resetTickets)
    .where(eq(resetTickets.accountId, placeholder('accountId')))
    .prepare()
  return (accountId, kept) => {
    end.run({ accountId, kept: kept?.id ?? null })
    dropTicket.run({ accountId })
  }
}
