import type { AccountStore } from '@acct/core'
import type { Db } from './connection.ts'
import { findByIdentifier } from './identifiers.ts'
import { lockAccount, sessionKey, thisSession, usableAccount } from './live.ts'
import { removeAccount } from './removeAccount.ts'
import { accounts, sessions } from './schema.ts'
import { spendCode } from './spendCode.ts'
import { first } from './statements.ts'

type Step = AccountStore['removeOwn']

/** Prepares the step that removes the account of somebody who shows a code for its address. */
export function removeOwnAccount(db: Db) {
  const lock = lockAccount(db)
  const find = findByIdentifier(db, { id: accounts.id })
  const isOpen = first(
    db.select({ id: sessions.id }).from(sessions).innerJoin(accounts, usableAccount).where(thisSession),
  )
  const remove = removeAccount(db)
  const { check } = spendCode(db)

  return async ({ session, address, consuming }: Parameters<Step>[0]): ReturnType<Step> => {
    const verdict = await check(consuming)
    if (verdict.kind !== 'right') return verdict
    if (session === undefined) return { kind: 'unknownAccount' }
    const { accountId } = session
    await lock(accountId)
    const isOwner = (await find(address))?.id === accountId
    if (!isOwner || (await isOpen(sessionKey(session))) === undefined) return { kind: 'unknownAccount' }
    // The code goes too: all that are pending for the account's addresses do.
    const removed = await remove(accountId)
    if (removed === undefined) throw new Error(`account ${accountId} has a session and is not there`)
    return { kind: 'removed', accountId, ...removed }
  }
}
