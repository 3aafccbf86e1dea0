import { accountSubject } from '@acct/core'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { accounts, codes, messages, passwordTries } from './schema.ts'

const { placeholder } = sql

/**
 * Prepares the step that removes an account and every row about it. Sessions, tokens and pictures go by their foreign
 * keys.
 */
export function removeAccount(db: BetterSQLite3Database) {
  const remove = db
    .delete(accounts)
    .where(eq(accounts.id, placeholder('id')))
    .returning({ phone: accounts.phone, email: accounts.emailKey })
    .prepare()
  const removeTries = db
    .delete(passwordTries)
    .where(eq(passwordTries.subject, placeholder('subject')))
    .prepare()
  const removeMessages = db
    .delete(messages)
    .where(eq(messages.toKey, placeholder('address')))
    .prepare()
  const removeCodes = db
    .delete(codes)
    .where(eq(codes.address, placeholder('address')))
    .prepare()

  return (id: number): boolean => {
    const removed = remove.get({ id })
    if (removed === undefined) return false
    removeTries.run({ subject: accountSubject(id) })
    for (const address of [removed.phone, removed.email]) {
      removeCodes.run({ address })
      removeMessages.run({ address })
    }
    return true
  }
}
