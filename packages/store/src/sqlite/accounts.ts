import type { AccountStore } from '@acct/core'
import { and, count, eq, getTableColumns, gt, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { endSessions } from './endSessions.ts'
import { forget } from './forget.ts'
import { findByIdentifier } from './identifiers.ts'
import { insertAccount } from './insertAccount.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { removeAccount } from './removeAccount.ts'
import { removeOwnAccount } from './removeOwnAccount.ts'
import { accounts, sessions } from './schema.ts'
import { signUp } from './signUp.ts'
import { spendCode } from './spendCode.ts'
import { markUnsettled } from './unsettle.ts'

const { placeholder } = sql

/** Accounts on SQLite. */
export function accountStore(connection: Connection): AccountStore {
  const { db, read, write } = connection
  const account = eq(accounts.id, placeholder('id'))
  const { usernameKey, emailKey, emailClaimKey, passwordHash, picture, ...shown } = getTableColumns(accounts)
  const openSessions = db
    .select({ count: count() })
    .from(sessions)
    .where(and(eq(sessions.accountId, accounts.id), gt(sessions.endsAt, placeholder('now'))))
  const find = db
    .select({
      ...shown,
      hasPassword: sql`${passwordHash} is not null`.mapWith(Boolean),
      sessions: sql`${openSessions}`.mapWith(Number),
    })
    .from(accounts)
    .where(account)
    .prepare()
  const findId = findByIdentifier(db, { accountId: accounts.id })
  const insert = insertAccount(db)
  const setRole = db
    .update(accounts)
    .set({ role: sql`${placeholder('role')}` })
    .where(account)
    .prepare()
  const setLevel = db
    .update(accounts)
    .set({ level: sql`${placeholder('level')}` })
    .where(account)
    .prepare()
  const lock = db
    .update(accounts)
    .set({ lockedAt: sql`coalesce(${accounts.lockedAt}, ${placeholder('at')})` })
    .where(account)
    .prepare()
  const unlock = db.update(accounts).set({ lockedAt: null }).where(account).prepare()
  const end = endSessions(db)
  const remove = removeAccount(db)
  const removeOwn = removeOwnAccount(db)
  const mark = markUnsettled(db)
  const administrator = db
    .select({ id: accounts.id })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(and(thisSession, eq(accounts.role, 'admin')))
    .prepare()
  const { check, use } = spendCode(db)
  const signingUp = signUp(db)

  return {
    find: (id, now) => read(() => find.get({ id, now })),
    findIdByIdentifier: (identifier) => read(() => findId(identifier)?.accountId),
    insert: (row) => write(() => insert(row)),
    insertGranted: (row, by) =>
      write(() => (administrator.get(sessionKey(by)) === undefined ? 'roleRefused' : insert(row))),
    insertWithCode: (row, consuming) =>
      write(() => {
        const verdict = check(consuming)
        if (verdict.kind !== 'right') return verdict.kind
        const outcome = insert(row)
        if (outcome === 'inserted') use(consuming)
        return outcome
      }),
    signUp: (input) => write(() => signingUp.signUp(input)),
    signUpWithCode: (input) => write(() => signingUp.signUpWithCode(input)),
    signInOrSignUp: (input) => write(() => signingUp.signInOrSignUp(input)),
    setRole: (id, role) => write(() => setRole.run({ id, role }).changes === 1),
    setLevel: (id, level) => write(() => setLevel.run({ id, level }).changes === 1),
    lock: (id, at) =>
      write(() => {
        if (lock.run({ id, at }).changes === 0) return false
        end(id)
        mark(id)
        return true
      }),
    unlock: (id) =>
      write(() => {
        if (unlock.run({ id }).changes === 0) return false
        mark(id)
        return true
      }),
    remove: (id) => write(() => remove(id)),
    removeOwn: (input) => write(() => removeOwn(input)),
    forget: forget(connection),
  }
}
