import type { Session } from '@acct/core'
import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { accounts, sessions } from './schema.ts'
import { first } from './statements.ts'

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

/**
 * Prepares locking an account until the end of the transaction. Whatever ends its sessions, locks or removes it does so
 * too, first of all: what a statement after this one reads of the account and its sessions stays as it is. (Read in the
 * same statement it may be what was true before somebody else's lock was waited for.)
 */
export function lockAccount(db: Db): (accountId: number) => Promise<void> {
  const lock = first(
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.id, sql.placeholder('accountId')))
      .for('no key update'),
  )
  return async (accountId) => void (await lock({ accountId }))
}
