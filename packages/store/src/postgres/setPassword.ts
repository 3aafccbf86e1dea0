import type { Session } from '@acct/core'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { endSessions } from './endSessions.ts'
import { accounts } from './schema.ts'
import { changes } from './statements.ts'

const { placeholder } = sql

/**
 * Prepares setting a password, as a part of the step that allows it: the sessions of the account end, but for the one to
 * keep. It tells whether it did; a locked account stays as it is.
 */
export function setPassword(db: Db) {
  const setHash = changes(
    db
      .update(accounts)
      .set({ passwordHash: sql`${placeholder('newHash')}` })
      .where(and(eq(accounts.id, placeholder('accountId')), isNull(accounts.lockedAt))),
  )
  const end = endSessions(db)
  return async (accountId: number, newHash: string, kept?: Session): Promise<boolean> => {
    if ((await setHash({ accountId, newHash })) === 0) return false
    await end(accountId, kept)
    return true
  }
}
