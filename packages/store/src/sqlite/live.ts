import type { Session } from '@acct/core'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { accounts, sessions } from './schema.ts'

/** Joins sessions with the account they belong to, one that may be used. */
export const usableAccount: SQL | undefined = and(eq(accounts.id, sessions.accountId), isNull(accounts.lockedAt))

/** The session that is asked for. One that was ended has no row, so whoever still holds it finds nothing. */
export const thisSession: SQL | undefined = and(
  eq(sessions.id, sql.placeholder('sessionId')),
  eq(sessions.accountId, sql.placeholder('accountId')),
)

/** The values for `thisSession`. */
export function sessionKey({ id, accountId }: Session): { sessionId: number; accountId: number } {
  return { sessionId: id, accountId }
}
