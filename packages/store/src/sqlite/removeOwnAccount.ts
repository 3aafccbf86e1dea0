import type { AccountStore } from '@acct/core'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { findByIdentifier } from './identifiers.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { removeAccount } from './removeAccount.ts'
import { accounts, sessions } from './schema.ts'
import { spendCode } from './spendCode.ts'

type Step = AccountStore['removeOwn']

/** Prepares the step that removes the account of somebody who shows a code for its address. */
export function removeOwnAccount(db: BetterSQLite3Database) {
  const find = findByIdentifier(db, { id: accounts.id })
  const isOpen = db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const remove = removeAccount(db)
  const { check } = spendCode(db)

  return ({ session, address, consuming }: Parameters<Step>[0]): Awaited<ReturnType<Step>> => {
    const verdict = check(consuming)
    if (verdict.kind !== 'right') return verdict
    const isOwner = session !== undefined && find(address)?.id === session.accountId
    if (!isOwner || isOpen.get(sessionKey(session)) === undefined) return { kind: 'unknownAccount' }
    // The code goes too: all that are pending for the account's addresses do.
    const { accountId } = session
    const removed = remove(accountId)
    if (removed === undefined) throw new Error(`account ${accountId} has a session and is not there`)
    return { kind: 'removed', accountId, ...removed }
  }
}
