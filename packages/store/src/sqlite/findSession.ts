import type { KeptProfile, KeptSession, TokenStart } from '@acct/core'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { usableAccount } from './live.ts'
import { isShown, profileFields } from './ownProfile.ts'
import { accounts, pictures, sessions, tokens } from './schema.ts'
import type { SessionCache } from './sessionCache.ts'

const { placeholder } = sql

type Row = KeptProfile & { sessionId: number; startedAt: number; lastUsedAt: number; endsAt: number }

/**
 * Prepares finding a session by its own token's hash or by that of one of its tokens. Its owner's profile is read along
 * with it: most of those who show a session ask for it next, and then nothing more is read.
 */
export function findSession(db: Connection['db'], cache: SessionCache) {
  const fields = {
    ...profileFields,
    sessionId: sessions.id,
    startedAt: sessions.startedAt,
    lastUsedAt: sessions.lastUsedAt,
    endsAt: sessions.endsAt,
  }
  const bySession = db
    .select(fields)
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .leftJoin(pictures, isShown)
    .where(and(eq(sessions.tokenHash, placeholder('tokenHash')), gt(sessions.endsAt, placeholder('now'))))
    .prepare()
  const byToken = db
    .select({ ...fields, endsAt: sql<number>`min(${sessions.endsAt}, ${tokens.expiresAt})` })
    .from(tokens)
    .innerJoin(sessions, eq(sessions.id, tokens.sessionId))
    .innerJoin(accounts, usableAccount)
    .leftJoin(pictures, isShown)
    .where(
      and(
        eq(tokens.tokenHash, placeholder('tokenHash')),
        eq(tokens.kind, placeholder('kind')),
        gt(tokens.expiresAt, placeholder('now')),
        gt(sessions.endsAt, placeholder('now')),
      ),
    )
    .prepare()

  function find(
    kind: string,
    tokenHash: Uint8Array,
    now: number,
    read: () => Row | undefined,
  ): KeptSession | undefined {
    const key = kind + Buffer.from(tokenHash.buffer, tokenHash.byteOffset, tokenHash.length).toString('latin1')
    const known = cache.find(key)
    if (known !== undefined && known.endsAt > now) return known.kept
    // What is over by the clock is looked up and not found, like what never was: else the time would tell them apart.
    const row = read()
    if (row === undefined) return undefined
    const { accountId, sessionId, startedAt, lastUsedAt, endsAt } = row
    const kept = { session: { id: sessionId, accountId }, startedAt, lastUsedAt }
    cache.keep(key, { kept, endsAt, profile: profileIn(row) })
    return kept
  }

  return {
    find: (tokenHash: Uint8Array, now: number) =>
      find('session', tokenHash, now, () => bySession.get({ tokenHash, now })),
    findByToken: (kind: TokenStart['kind'], tokenHash: Uint8Array, now: number) =>
      find(kind, tokenHash, now, () => byToken.get({ kind, tokenHash, now })),
  }
}

// Field by field: V8 reads and copies such an object several times as fast as one that was left over by a `...rest`.
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
