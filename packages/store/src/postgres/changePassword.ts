import type { CredentialStore } from '@acct/core'
import { and, eq, exists, sql } from 'drizzle-orm'
import { beginSession } from './beginSession.ts'
import type { Db } from './connection.ts'
import { endSessions } from './endSessions.ts'
import { lockAccount, sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, passwordTries, sessions } from './schema.ts'
import { changes, first } from './statements.ts'

const { placeholder } = sql

type Step = CredentialStore['changePassword']

/** Prepares the step that replaces the hash that was verified. */
export function changePassword(db: Db) {
  const lock = lockAccount(db)
  const isOpen = first(
    db.select({ id: accounts.id }).from(sessions).innerJoin(accounts, usableAccount).where(thisSession),
  )
  const replace = changes(
    db
      .update(accounts)
      .set({ passwordHash: sql`${placeholder('newHash')}` })
      .where(
        and(
          eq(accounts.id, placeholder('accountId')),
          eq(accounts.passwordHash, placeholder('verifiedHash')),
          exists(db.select({ id: sessions.id }).from(sessions).where(thisSession)),
        ),
      ),
  )
  const removeTry = removePasswordTry(db)
  const end = endSessions(db)
  const begin = beginSession(db)

  return async ({ session, verifiedHash, newHash, tryId, start }: Parameters<Step>[0]): ReturnType<Step> => {
    const key = sessionKey(session)
    await lock(session.accountId)
    if ((await replace({ ...key, verifiedHash, newHash })) === 0) {
      if ((await isOpen(key)) !== undefined) return { kind: 'passwordChanged' }
      await removeTry({ tryId })
      return { kind: 'sessionOver' }
    }
    await removeTry({ tryId })
    await end(session.accountId)
    const begun = await begin(session.accountId, newHash, start)
    // A locked account has no sessions, so there was none to come here with. Throwing takes the change back.
    if (begun === undefined) throw new Error(`account ${session.accountId} is locked but has a session`)
    return { kind: 'changed', session: begun }
  }
}

/** Prepares taking back a counted try. */
export function removePasswordTry(db: Db) {
  return changes(db.delete(passwordTries).where(eq(passwordTries.id, placeholder('tryId'))))
}
