import { accountSubject } from '@acct/core'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { accounts, messages, passwordTries } from './schema.ts'

const { placeholder } = sql

/** Prepares the step that removes an account and every row about it. Sessions and pictures go by their foreign keys. */
export function removeAccount(db: BetterSQLite3Database) {
  const remove = db
    .delete(accounts)
    .where(eq(accounts.id, placeholder('id')))
    .returning({ phone: accounts.phone, email: accounts.email })
    .prepare()
  const removeTries = db
    .delete(passwordTries)
    .where(eq(passwordTries.subject, placeholder('subject')))
    .prepare()
  const removeMessages = db
    .delete(messages)
    .where(eq(messages.to, placeholder('address')))
    .prepare()

  return (id: number): boolean => {
    const removed = remove.get({ id })
    if (removed === undefined) return false
    removeTries.run({ subject: accountSubject(id) })
    removeMessages.run({ address: removed.phone })
    removeMessages.run({ address: removed.email })
    return true
  }
}
