import type { Session, SessionStart } from '@acct/core'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { accounts, sessions } from './schema.ts'

const { placeholder } = sql

/** Prepares the step that begins a session if the account still has this hash and is not locked. */
export function beginSession(db: BetterSQLite3Database) {
  const insert = db
    .insert(sessions)
    .select(
      db
        .select({
          id: sql<number>`null`.as('id'),
          accountId: accounts.id,
          tokenHash: sql<Buffer>`${placeholder('tokenHash')}`.as('token_hash'),
          startedAt: sql<number>`${placeholder('startedAt')}`.as('started_at'),
          lastUsedAt: sql<number>`${placeholder('startedAt')}`.as('last_used_at'),
          endsAt: sql<number>`${placeholder('endsAt')}`.as('ends_at'),
        })
        .from(accounts)
        .where(
          and(
            eq(accounts.id, placeholder('accountId')),
            eq(accounts.passwordHash, placeholder('passwordHash')),
            isNull(accounts.lockedAt),
          ),
        ),
    )
    .returning({ id: sessions.id, accountId: sessions.accountId })
    .prepare()

  return (
    accountId: number,
    passwordHash: string,
    { tokenHash, startedAt, endsAt }: SessionStart,
  ): Session | undefined => insert.get({ accountId, passwordHash, tokenHash, startedAt, endsAt })
}
