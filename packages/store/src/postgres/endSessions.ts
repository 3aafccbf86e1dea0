import type { Session } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { resetTickets, sessions } from './schema.ts'
import { changes } from './statements.ts'

const { placeholder } = sql

/**
 * Prepares ending the sessions of an account, but for the one to keep, as a part of the step that makes them doubtful and
 * has locked the account. A pending reset ticket goes with them: it would undo what the step is for.
 */
export function endSessions(db: Db): (accountId: number, kept?: Session) => Promise<void> {
  const isOther = sql`${sessions.id} is distinct from ${placeholder('kept')}::bigint`
  const end = changes(db.delete(sessions).where(and(eq(sessions.accountId, placeholder('accountId')), isOther)))
  const dropTicket = changes(db.delete(resetTickets).where(eq(resetTickets.accountId, placeholder('accountId'))))
  return async (accountId, kept) => {
    await end({ accountId, kept: kept?.id ?? null })
    await dropTicket({ accountId })
  }
}
