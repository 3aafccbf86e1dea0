import type { SessionStore } from '@acct/core'
import { and, eq, lt, lte, sql } from 'drizzle-orm'
import { beginSession } from './beginSession.ts'
import type { Connection } from './connection.ts'
import { findSession } from './findSession.ts'
import { insertToken } from './insertToken.ts'
import { sessionKey, thisSession } from './live.ts'
import { accounts, passwordTries, sessions, tokens } from './schema.ts'
import type { SessionCache } from './sessionCache.ts'
import { spendCode } from './spendCode.ts'

const { placeholder } = sql

/** Sessions on SQLite. */
export function sessionStore({ db, read, write }: Connection, cache: SessionCache): SessionStore {
  const hasHash = and(eq(accounts.id, placeholder('accountId')), eq(accounts.passwordHash, placeholder('passwordHash')))
  const begin = beginSession(db)
  const checkHash = db.select({ id: accounts.id }).from(accounts).where(hasHash).prepare()
  const upgradeHash = db
    .update(accounts)
    .set({ passwordHash: sql`${placeholder('upgradedHash')}` })
    .where(hasHash)
    .prepare()
  const removeTry = db
    .delete(passwordTries)
    .where(eq(passwordTries.id, placeholder('tryId')))
    .prepare()
  const owner = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.phone, placeholder('phone')))
    .prepare()
  const { check, use } = spendCode(db)
  const { find, findByToken } = findSession(db, cache)
  const isOpen = db.select({ id: sessions.id }).from(sessions).where(thisSession).prepare()
  const addToken = insertToken(db)
  const touch = db
    .update(sessions)
    .set({ lastUsedAt: sql`${placeholder('at')}`, endsAt: sql`${placeholder('endsAt')}` })
    .where(and(thisSession, lt(sessions.lastUsedAt, placeholder('at'))))
    .prepare()
  const end = db.delete(sessions).where(thisSession).prepare()
  const removeExpired = db
    .delete(sessions)
    .where(lte(sessions.endsAt, placeholder('now')))
    .limit(placeholder('limit'))
    .prepare()
  const removeExpiredTokens = db
    .delete(tokens)
    .where(lte(tokens.expiresAt, placeholder('now')))
    .limit(placeholder('limit'))
    .prepare()

  return {
    open: ({ accountId, verifiedHash, upgradedHash, tryId, start }) =>
      write(() => {
        const session = begin(accountId, verifiedHash, start)
        const passwordHash = verifiedHash
        if (session === undefined && checkHash.get({ accountId, passwordHash }) === undefined) {
          return { kind: 'passwordChanged' }
        }
        removeTry.run({ tryId })
        if (session === undefined) return { kind: 'locked' }
        if (upgradedHash !== null) upgradeHash.run({ accountId, passwordHash, upgradedHash })
        return { kind: 'opened', session }
      }),
    openWithCode: ({ phone, consuming, start }) =>
      write(() => {
        const verdict = check(consuming)
        if (verdict.kind !== 'right') return verdict
        const account = owner.get({ phone })
        if (account === undefined) return { kind: 'codeMissing' }
        const session = begin(account.id, null, start)
        if (session === undefined) return { kind: 'locked' }
        use(consuming)
        return { kind: 'opened', session }
      }),
    find: (tokenHash, now) => read(() => find(tokenHash, now)),
    findByToken: (kind, tokenHash, now) => read(() => findByToken(kind, tokenHash, now)),
    addToken: (session, token, noted) =>
      write(() => {
        if (isOpen.get(sessionKey(session)) === undefined) return false
        addToken(session, token)
        touch.run({ ...sessionKey(session), ...noted })
        return true
      }),
    touch: (session, use) => write(() => void touch.run({ ...sessionKey(session), ...use })),
    end: (session) => write(() => end.run(sessionKey(session)).changes === 1),
    removeExpired: (now, limit) => write(() => removeExpired.run({ now, limit }).changes),
    removeExpiredTokens: (now, limit) => write(() => removeExpiredTokens.run({ now, limit }).changes),
  }
}
