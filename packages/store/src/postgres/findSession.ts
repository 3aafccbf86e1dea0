import type { KeptProfile, KeptSession, SessionStore, TokenStart } from '@acct/core'
import { and, eq, gt, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Connection, Db } from './connection.ts'
import { usableAccount } from './live.ts'
import { isShown, profileFields } from './ownProfile.ts'
import type { ReadAlong } from './readAlong.ts'
import { accounts, pictures, sessions, tokens } from './schema.ts'
import { rows } from './statements.ts'
import { together } from './together.ts'

const { placeholder } = sql

/** `hash` is what it was found by, and `endsAt` when that stops opening it. */
type Row = KeptProfile & { hash: string; sessionId: number; startedAt: number; lastUsedAt: number; endsAt: number }

/**
 * Finding sessions by their own tokens' hashes or by those of their tokens. Their owners' profiles are read along with them:
 * most of those who show a session ask for it next, and then nothing more is read. What is over by the clock is not found by
 * the statement, like what never was: else the time would tell them apart.
 */
export function findSession({ prepared }: Connection, along: ReadAlong): Pick<SessionStore, 'find' | 'findByToken'> {
  const { read } = prepared(statements)
  const bySession = together((hashes, now) => read((find) => find.bySession({ hashes: bytesOf(hashes), now })))
  const byToken = (kind: TokenStart['kind']) =>
    together((hashes, now) => read((find) => find.byToken({ kind, hashes: bytesOf(hashes), now })))
  const byTokenOf = { access: byToken('access'), refresh: byToken('refresh') }

  const told = (row: Row | undefined, now: number): KeptSession | undefined => {
    if (row === undefined || row.endsAt <= now) return undefined
    const { accountId, sessionId, startedAt, lastUsedAt } = row
    const session = { id: sessionId, accountId }
    along.keep(session, profileIn(row))
    return { session, startedAt, lastUsedAt }
  }
  return {
    find: async (tokenHash, now) => told(await bySession(tokenHash, now), now),
    findByToken: async (kind, tokenHash, now) => told(await byTokenOf[kind](tokenHash, now), now),
  }
}

function statements(db: Db) {
  const fields = {
    ...profileFields,
    sessionId: sessions.id,
    startedAt: sessions.startedAt,
    lastUsedAt: sessions.lastUsedAt,
  }
  return {
    bySession: rows(
      db
        .select({ ...fields, hash: asText(sessions.tokenHash), endsAt: sessions.endsAt })
        .from(sessions)
        .innerJoin(accounts, usableAccount)
        .leftJoin(pictures, isShown)
        .where(and(isOneOf(sessions.tokenHash), gt(sessions.endsAt, placeholder('now')))),
    ),
    byToken: rows(
      db
        .select({
          ...fields,
          hash: asText(tokens.tokenHash),
          endsAt: sql<number>`least(${sessions.endsAt}, ${tokens.expiresAt})`.mapWith(Number),
        })
        .from(tokens)
        .innerJoin(sessions, eq(sessions.id, tokens.sessionId))
        .innerJoin(accounts, usableAccount)
        .leftJoin(pictures, isShown)
        .where(
          and(
            isOneOf(tokens.tokenHash),
            eq(tokens.kind, placeholder('kind')),
            gt(tokens.expiresAt, placeholder('now')),
            gt(sessions.endsAt, placeholder('now')),
          ),
        ),
    ),
  }
}

// Read by a query of its own, the list is unknown to the planner whatever is in it: one plan, made once, does for lists of
// every length. Written plainly, PostgreSQL would plan anew each time for the sake of the shorter ones.
const isOneOf = (hash: PgColumn): SQL => sql`${hash} = any((select ${placeholder('hashes')}::bytea[])::bytea[])`

const asText = (bytes: PgColumn) => sql<string>`encode(${bytes}, 'hex')`

/** PostgreSQL's way to write a list of bytes. */
const bytesOf = (hashes: readonly string[]) => `{${hashes.map((hash) => `"\\\\x${hash}"`).join()}}`

const profileIn = (row: Row): KeptProfile => ({
  accountId: row.accountId,
  username: row.username,
  nickname: row.nickname,
  gender: row.gender,
  birthday: row.birthday,
  signature: row.signature,
  picture: row.picture,
  phone: row.phone,
  phoneClaim: row.phoneClaim,
  email: row.email,
  emailClaim: row.emailClaim,
  level: row.level,
  createdAt: row.createdAt,
})
