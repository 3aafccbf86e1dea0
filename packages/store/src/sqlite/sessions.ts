import type { SessionStore } from '@acct/core'
import { and, eq, gt, lt, lte, sql } from 'drizzle-orm'
import { beginSession } from './beginSession.ts'
import type { Connection } from './connection.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, passwordTries, sessions } from './schema.ts'

const { placeholder } = sql

/** Sessions on SQLite. */
export function sessionStore({ db, read, write }: Connection): SessionStore {
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
  const find = db
    .select({
      session: { id: sessions.id, accountId: sessions.accountId },
      startedAt: sessions.startedAt,
      lastUsedAt: sessions.lastUsedAt,
    })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(and(eq(sessions.tokenHash, placeholder('tokenHash')), gt(sessions.endsAt, placeholder('now'))))
    .prepare()
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
    find: (tokenHash, now) => read(() => find.get({ tokenHash, now })),
    touch: (session, use) => write(() => void touch.run({ ...sessionKey(session), ...use })),
    end: (session) => write(() => end.run(sessionKey(session)).changes === 1),
    removeExpired: (now, limit) => write(() => removeExpired.run({ now, limit }).changes),
  }
}
