import type { SessionStore } from '@acct/core'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { beginSession } from './beginSession.ts'
import { removePasswordTry } from './changePassword.ts'
import type { Db } from './connection.ts'
import { findByIdentifier } from './identifiers.ts'
import { accounts } from './schema.ts'
import { spendCode } from './spendCode.ts'
import { changes, first } from './statements.ts'

const { placeholder } = sql

type Open = SessionStore['open']
type OpenWithCode = SessionStore['openWithCode']

/** Prepares the steps that begin a session for a password or a code. */
export function openSession(db: Db) {
  const hasHash = and(eq(accounts.id, placeholder('accountId')), eq(accounts.passwordHash, placeholder('passwordHash')))
  const begin = beginSession(db)
  const checkHash = first(db.select({ id: accounts.id }).from(accounts).where(hasHash))
  const upgradeHash = changes(
    db
      .update(accounts)
      .set({ passwordHash: sql`${placeholder('upgradedHash')}` })
      .where(and(hasHash, isNull(accounts.lockedAt))),
  )
  const removeTry = removePasswordTry(db)
  const owner = findByIdentifier(db, { id: accounts.id }, 'share')
  const { check, use } = spendCode(db)

  return {
    open: async ({ accountId, verifiedHash, upgradedHash, tryId, start }: Parameters<Open>[0]): ReturnType<Open> => {
      let passwordHash = verifiedHash
      // Before the session, which only shares the account: two that did and then both wanted it would wait for each other.
      if (upgradedHash !== null && (await upgradeHash({ accountId, passwordHash, upgradedHash })) === 1) {
        passwordHash = upgradedHash
      }
      const session = await begin(accountId, passwordHash, start)
      if (session === undefined && (await checkHash({ accountId, passwordHash })) === undefined) {
        return { kind: 'passwordChanged' }
      }
      if (tryId !== null) await removeTry({ tryId })
      return session === undefined ? { kind: 'locked' } : { kind: 'opened', session }
    },
    openWithCode: async ({ phone, consuming, start }: Parameters<OpenWithCode>[0]): ReturnType<OpenWithCode> => {
      const verdict = await check(consuming)
      if (verdict.kind !== 'right') return verdict
      const account = await owner({ kind: 'phone', e164: phone })
      if (account === undefined) return { kind: 'codeMissing' }
      const session = await begin(account.id, null, start)
      if (session === undefined) return { kind: 'locked' }
      await use(consuming)
      return { kind: 'opened', session }
    },
  }
}
