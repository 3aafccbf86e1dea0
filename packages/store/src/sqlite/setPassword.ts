import type { Session } from '@acct/core'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { endSessions } from './endSessions.ts'
import { accounts } from './schema.ts'

const { placeholder } = sql

/**
 * Prepares setting a password, as a part of the step that allows it: the sessions of the account end, but for the one to
 * keep. It tells whether it did; a locked account stays as it is.
 */
export function setPassword(db: BetterSQLite3Database) {
  const setHash = db
    .update(accounts)
    .set({ passwordHash: sql`${placeholder('newHash')}` })
    .where(and(eq(accounts.id, placeholder('accountId')), isNull(accounts.lockedAt)))
    .prepare()
  const end = endSessions(db)
  return (accountId: number, newHash: string, kept?: Session): boolean => {
    if (setHash.run({ accountId, newHash }).changes === 0) return false
    end(accountId, kept)
    return true
  }
}
