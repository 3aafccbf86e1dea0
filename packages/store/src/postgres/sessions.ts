import type { SessionStore } from '@acct/core'
import { and, lt, lte, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { findSession } from './findSession.ts'
import { sessionKey, thisSession } from './live.ts'
import { openSession } from './openSession.ts'
import type { ReadAlong } from './readAlong.ts'
import { sessions, tokens } from './schema.ts'
import { turnOfCode } from './spendCode.ts'
import { changes } from './statements.ts'
import { removeSome } from './sweeping.ts'

const { placeholder } = sql

/** Sessions on PostgreSQL. */
export function sessionStore(connection: Connection, along: ReadAlong): SessionStore {
  const { change, write } = connection.prepared(statements)
  return {
    open: (input) => write(({ open }) => open(input)),
    openWithCode: (input) =>
      write(({ openWithCode }) => openWithCode(input), { inTurn: [turnOfCode(input.consuming)] }),
    ...findSession(connection, along),
    addToken: (session, token, use) =>
      change(async ({ addToken }) => (await addToken({ ...sessionKey(session), ...token, ...use })) === 1),
    touch: (session, use) => change(async ({ touch }) => void (await touch({ ...sessionKey(session), ...use }))),
    end: (session) => change(async ({ end }) => (await end(sessionKey(session))) === 1),
    removeExpired: (now, limit) => change(({ removeExpired }) => removeExpired({ now, limit })),
    removeExpiredTokens: (now, limit) => change(({ removeExpiredTokens }) => removeExpiredTokens({ now, limit })),
  }
}

function statements(db: Db) {
  const [at, endsAt] = [sql`${placeholder('at')}::bigint`, sql`${placeholder('endsAt')}::bigint`]
  const isLater = lt(sessions.lastUsedAt, at)
  // Finding the session and adding to it are one statement, so that no token comes after its end.
  const used = db.$with('used').as(
    db
      .update(sessions)
      .set({
        lastUsedAt: sql`greatest(${sessions.lastUsedAt}, ${at})`,
        endsAt: sql`case when ${isLater} then ${endsAt} else ${sessions.endsAt} end`,
      })
      .where(thisSession)
      .returning({ id: sessions.id }),
  )
  return {
    ...openSession(db),
    addToken: changes(
      db
        .with(used)
        .insert(tokens)
        .select(
          db
            .select({
              tokenHash: sql<Uint8Array>`${placeholder('tokenHash')}::bytea`.as('token_hash'),
              kind: sql<'access' | 'refresh'>`${placeholder('kind')}::text`.as('kind'),
              sessionId: used.id,
              expiresAt: sql<number>`${placeholder('expiresAt')}::bigint`.as('expires_at'),
            })
            .from(used),
        ),
    ),
    touch: changes(db.update(sessions).set({ lastUsedAt: at, endsAt }).where(and(thisSession, isLater))),
    end: changes(db.delete(sessions).where(thisSession)),
    removeExpired: removeSome(db, {
      table: sessions,
      key: [sessions.id],
      where: lte(sessions.endsAt, placeholder('now')),
    }),
    removeExpiredTokens: removeSome(db, {
      table: tokens,
      key: [tokens.tokenHash],
      where: lte(tokens.expiresAt, placeholder('now')),
    }),
  }
}
