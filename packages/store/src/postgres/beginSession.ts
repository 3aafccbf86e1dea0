import type { Session, SessionStart } from '@acct/core'
import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { insertToken } from './insertToken.ts'
import { randomId } from './randomId.ts'
import { accounts, sessions } from './schema.ts'
import { first } from './statements.ts'

const { placeholder } = sql

/**
 * Prepares the step that begins a session if the account is not locked and, where one is given, still has this hash. It
 * shares the account's row: who locks or removes the account or changes its password comes before it or waits, and then
 * finds the session.
 */
export function beginSession(db: Db) {
  const passwordHash = sql`${placeholder('passwordHash')}::text`
  const insert = first(
    db
      .insert(sessions)
      .select(
        db
          .select({
            id: sql<number>`${placeholder('id')}::bigint`.as('id'),
            accountId: accounts.id,
            tokenHash: sql<Uint8Array>`${placeholder('tokenHash')}::bytea`.as('token_hash'),
            startedAt: sql<number>`${placeholder('startedAt')}::bigint`.as('started_at'),
            lastUsedAt: sql<number>`${placeholder('startedAt')}::bigint`.as('last_used_at'),
            endsAt: sql<number>`${placeholder('endsAt')}::bigint`.as('ends_at'),
          })
          .from(accounts)
          .where(
            and(
              eq(accounts.id, placeholder('accountId')),
              or(sql`${passwordHash} is null`, eq(accounts.passwordHash, passwordHash)),
              isNull(accounts.lockedAt),
            ),
          )
          .for('share'),
      )
      .returning({ id: sessions.id, accountId: sessions.accountId }),
  )
  const addToken = insertToken(db)

  return async (accountId: number, passwordHash: string | null, start: SessionStart): Promise<Session | undefined> => {
    const { tokenHash, startedAt, endsAt, tokens } = start
    const session = await insert({ id: randomId(), accountId, passwordHash, tokenHash, startedAt, endsAt })
    if (session !== undefined) for (const token of tokens) await addToken(session, token)
    return session
  }
}
