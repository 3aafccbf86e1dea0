import type { CredentialStore } from '@acct/core'
import { and, eq, exists, lt, sql } from 'drizzle-orm'
import { beginSession } from './beginSession.ts'
import { changePasswordWithCode } from './changePasswordWithCode.ts'
import type { Connection } from './connection.ts'
import { countTry } from './countTry.ts'
import { endSessions } from './endSessions.ts'
import { findByIdentifier } from './identifiers.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { resetPassword } from './resetPassword.ts'
import { accounts, passwordTries, sessions } from './schema.ts'

const { placeholder } = sql

/** Passwords and the tries to guess them on SQLite. */
export function credentialStore({ db, read, write }: Connection): CredentialStore {
  const fields = { accountId: accounts.id, passwordHash: accounts.passwordHash, lockedAt: accounts.lockedAt }
  const find = findByIdentifier(db, fields)
  const findBySession = db.select(fields).from(sessions).innerJoin(accounts, usableAccount).where(thisSession).prepare()
  const count = countTry(db)
  const removeTry = db
    .delete(passwordTries)
    .where(eq(passwordTries.id, placeholder('tryId')))
    .prepare()
  const removeOldTries = db
    .delete(passwordTries)
    .where(lt(passwordTries.at, placeholder('before')))
    .limit(placeholder('limit'))
    .prepare()
  const setHash = { passwordHash: sql`${placeholder('newHash')}` }
  const replace = db
    .update(accounts)
    .set(setHash)
    .where(
      and(
        eq(accounts.id, placeholder('accountId')),
        eq(accounts.passwordHash, placeholder('verifiedHash')),
        exists(db.select({ id: sessions.id }).from(sessions).where(thisSession)),
      ),
    )
    .prepare()
  const set = db
    .update(accounts)
    .set(setHash)
    .where(eq(accounts.id, placeholder('accountId')))
    .prepare()
  const end = endSessions(db)
  const begin = beginSession(db)
  const reset = resetPassword(db)
  const changeWithCode = changePasswordWithCode(db)

  return {
    findByIdentifier: (identifier) => read(() => find(identifier)),
    findBySession: (session) => read(() => findBySession.get(sessionKey(session))),
    countTry: (input) => write(() => count(input)),
    removeTry: (tryId) => write(() => void removeTry.run({ tryId })),
    removeOldTries: (before, limit) => write(() => removeOldTries.run({ before, limit }).changes),
    changePassword: ({ session, verifiedHash, newHash, tryId, start }) =>
      write(() => {
        const key = sessionKey(session)
        if (replace.run({ ...key, verifiedHash, newHash }).changes === 0) {
          if (findBySession.get(key) !== undefined) return { kind: 'passwordChanged' }
          removeTry.run({ tryId })
          return { kind: 'sessionOver' }
        }
        removeTry.run({ tryId })
        end(session.accountId)
        const begun = begin(session.accountId, newHash, start)
        // A locked account has no sessions, so there was none to come here with. Throwing takes the change back.
        if (begun === undefined) throw new Error(`account ${session.accountId} is locked but has a session`)
        return { kind: 'changed', session: begun }
      }),
    resetPassword: (input) => write(() => reset(input)),
    changeWithCode: (input) => write(() => changeWithCode(input)),
    setPassword: (accountId, newHash) =>
      write(() => {
        end(accountId)
        return set.run({ accountId, newHash }).changes === 1
      }),
  }
}
