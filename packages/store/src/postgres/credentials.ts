import type { CredentialStore } from '@acct/core'
import { eq, lt, sql } from 'drizzle-orm'
import { changePassword, removePasswordTry } from './changePassword.ts'
import { changePasswordWithCode } from './changePasswordWithCode.ts'
import type { Connection, Db } from './connection.ts'
import { countTry } from './countTry.ts'
import { endSessions } from './endSessions.ts'
import { findByIdentifier } from './identifiers.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { resetPassword } from './resetPassword.ts'
import { accounts, passwordTries, sessions } from './schema.ts'
import { turnOfCode } from './spendCode.ts'
import { changes, first } from './statements.ts'
import { removeSome } from './sweeping.ts'
import { turnOf } from './turns.ts'

const { placeholder } = sql

/** Passwords and the tries to guess them on PostgreSQL. */
export function credentialStore({ prepared }: Connection): CredentialStore {
  const { read, change, write } = prepared(statements)
  return {
    findByIdentifier: (identifier) => read(({ find }) => find(identifier)),
    findBySession: (session) => read(({ findBySession }) => findBySession(sessionKey(session))),
    countTry: (input) => write(({ count }) => count(input), { inTurn: [turnOf.tries(input.subject)] }),
    removeTry: (tryId) => change(async ({ removeTry }) => void (await removeTry({ tryId }))),
    removeOldTries: (before, limit) => change(({ removeOldTries }) => removeOldTries({ before, limit })),
    changePassword: (input) => write((steps) => steps.changePassword(input)),
    resetPassword: (input) => write(({ reset }) => reset(input), { inTurn: [turnOfCode(input.consuming)] }),
    changeWithCode: (input) =>
      write(({ changeWithCode }) => changeWithCode(input), { inTurn: [turnOfCode(input.consuming)] }),
    setPassword: (accountId, newHash) =>
      write(async ({ set, end }) => {
        if ((await set({ accountId, newHash })) === 0) return false
        await end(accountId)
        return true
      }),
  }
}

function statements(db: Db) {
  const fields = { accountId: accounts.id, passwordHash: accounts.passwordHash, lockedAt: accounts.lockedAt }
  return {
    find: findByIdentifier(db, fields),
    findBySession: first(db.select(fields).from(sessions).innerJoin(accounts, usableAccount).where(thisSession)),
    count: countTry(db),
    removeTry: removePasswordTry(db),
    removeOldTries: removeSome(db, {
      table: passwordTries,
      key: [passwordTries.id],
      where: lt(passwordTries.at, placeholder('before')),
    }),
    changePassword: changePassword(db),
    reset: resetPassword(db),
    changeWithCode: changePasswordWithCode(db),
    set: changes(
      db
        .update(accounts)
        .set({ passwordHash: sql`${placeholder('newHash')}` })
        .where(eq(accounts.id, placeholder('accountId'))),
    ),
    end: endSessions(db),
  }
}
