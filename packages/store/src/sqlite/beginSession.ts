import type { Session, SessionStart } from '@acct/core'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { insertToken } from './insertToken.ts'
import { accounts, sessions } from './schema.ts'

const { placeholder } = sql

/** Prepares the step that begins a session if the account is not locked and, where one is given, still has this hash. */
export function beginSession(db: BetterSQLite3Database) {
  const passwordHash = placeholder('passwordHash')
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
            or(sql`${passwordHash} is null`, eq(accounts.passwordHash, passwordHash)),
            isNull(accounts.lockedAt),
          ),
        ),
    )
    .returning({ id: sessions.id, accountId: sessions.accountId })
    .prepare()
  const addToken = insertToken(db)

  return (accountId: number, passwordHash: string | null, start: SessionStart): Session | undefined => {
    const { tokenHash, startedAt, endsAt, tokens } = start
    const session = insert.get({ accountId, passwordHash, tokenHash, startedAt, endsAt })
    if (session !== undefined) for (const token of tokens) addToken(session, token)
    return session
  }
}
