import type { AccountStore } from '@acct/core'
import { and, count, eq, getTableColumns, gt, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { endSessions } from './endSessions.ts'
import { findByIdentifier } from './identifiers.ts'
import { insertAccount, turnsOfAccount } from './insertAccount.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { removeAccount } from './removeAccount.ts'
import { removeOwnAccount } from './removeOwnAccount.ts'
import { accounts, sessions, unsettledFollows } from './schema.ts'
import { signUp } from './signUp.ts'
import { spendCode, turnOfCode } from './spendCode.ts'
import { changes, first } from './statements.ts'
import { markUnsettled } from './unsettle.ts'

const { placeholder } = sql

/** Accounts on PostgreSQL. */
export function accountStore({ prepared }: Connection): AccountStore {
  const { read, change, write } = prepared(statements)
  return {
    find: (id, now) => read(({ find }) => find({ id, now })),
    findIdByIdentifier: (identifier) => read(async ({ findId }) => (await findId(identifier))?.accountId),
    insert: (row) => write(({ insert }) => insert(row), { inTurn: turnsOfAccount(row) }),
    insertGranted: (row, by) =>
      write(
        async ({ administrator, insert }) =>
          (await administrator(sessionKey(by))) === undefined ? 'roleRefused' : insert(row),
        { inTurn: turnsOfAccount(row) },
      ),
    insertWithCode: (row, consuming) =>
      write(
        async ({ insert, check, use }) => {
          const verdict = await check(consuming)
          if (verdict.kind !== 'right') return verdict.kind
          const outcome = await insert(row)
          if (outcome === 'inserted') await use(consuming)
          return outcome
        },
        { inTurn: [turnOfCode(consuming), ...turnsOfAccount(row)] },
      ),
    signUp: (input) => write((steps) => steps.signUp(input), { inTurn: turnsOfAccount(input.account) }),
    signUpWithCode: (input) =>
      write((steps) => steps.signUpWithCode(input), {
        inTurn: [turnOfCode(input.consuming), ...turnsOfAccount(input.account)],
      }),
    signInOrSignUp: (input) =>
      write((steps) => steps.signInOrSignUp(input), {
        inTurn: [turnOfCode(input.consuming), ...turnsOfAccount(input.account)],
      }),
    setRole: (id, role) => change(async (steps) => (await steps.setRole({ id, role })) === 1),
    setLevel: (id, level) => change(async (steps) => (await steps.setLevel({ id, level })) === 1),
    lock: (id, at) =>
      write(async ({ lock, end, mark }) => {
        if ((await lock({ id, at })) === 0) return false
        await end(id)
        await mark(id)
        return true
      }),
    unlock: (id) =>
      write(async ({ unlock, mark }) => {
        if ((await unlock({ id })) === 0) return false
        await mark(id)
        return true
      }),
    remove: (id) => write(({ remove }) => remove(id)),
    removeOwn: (input) => write(({ removeOwn }) => removeOwn(input), { inTurn: [turnOfCode(input.consuming)] }),
    // What the files still hold of removed rows is autovacuum's to clear, which has no end that could be waited for.
    forget: (accountIds) =>
      change(async ({ unmark }) => {
        await unmark({ accountIds })
        return true
      }),
  }
}

function statements(db: Db) {
  const account = eq(accounts.id, placeholder('id'))
  const { usernameKey, emailKey, emailClaimKey, passwordHash, picture, ...shown } = getTableColumns(accounts)
  const openSessions = db
    .select({ count: count() })
    .from(sessions)
    .where(and(eq(sessions.accountId, accounts.id), gt(sessions.endsAt, placeholder('now'))))
  return {
    find: first(
      db
        .select({
          ...shown,
          hasPassword: sql<boolean>`${passwordHash} is not null`,
          sessions: sql`(${openSessions})`.mapWith(Number),
        })
        .from(accounts)
        .where(account),
    ),
    findId: findByIdentifier(db, { accountId: accounts.id }),
    insert: insertAccount(db),
    ...signUp(db),
    ...spendCode(db),
    setRole: changes(
      db
        .update(accounts)
        .set({ role: sql`${placeholder('role')}` })
        .where(account),
    ),
    setLevel: changes(
      db
        .update(accounts)
        .set({ level: sql`${placeholder('level')}` })
        .where(account),
    ),
    lock: changes(
      db
        .update(accounts)
        .set({ lockedAt: sql`coalesce(${accounts.lockedAt}, ${placeholder('at')})` })
        .where(account),
    ),
    unlock: changes(db.update(accounts).set({ lockedAt: null }).where(account)),
    end: endSessions(db),
    mark: markUnsettled(db),
    unmark: changes(
      db
        .delete(unsettledFollows)
        .where(sql`${unsettledFollows.accountId} = any(${placeholder('accountIds')}::bigint[])`),
    ),
    remove: removeAccount(db),
    removeOwn: removeOwnAccount(db),
    administrator: first(
      db
        .select({ id: accounts.id })
        .from(sessions)
        .innerJoin(accounts, usableAccount)
        .where(and(thisSession, eq(accounts.role, 'admin'))),
    ),
  }
}
