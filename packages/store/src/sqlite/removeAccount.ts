import { type AccountStore, accountSubject } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { accounts, codes, messages, passwordTries, pictures, retiredIds } from './schema.ts'
import { markUnsettled } from './unsettle.ts'

const { placeholder } = sql

/**
 * Prepares the step that removes an account and every row about it but its follows, which may be a million. Its id stays
 * taken. Sessions,
 * tokens, pictures, identities, groups, reset tickets and phone changes go by their foreign keys. It belongs into a
 * transaction; after the commit the core runs `afterRemoval` with what it tells.
 */
export function removeAccount(db: BetterSQLite3Database) {
  const avatarOf = db
    .select({ name: pictures.name })
    .from(pictures)
    .where(and(eq(pictures.accountId, placeholder('id')), eq(pictures.kind, 'avatar')))
    .prepare()
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
  const retire = db
    .insert(retiredIds)
    .values({ id: placeholder('id') })
    .prepare()
  const mark = markUnsettled(db)

  return (id: number): Awaited<ReturnType<AccountStore['remove']>> => {
    const avatar = avatarOf.get({ id })?.name ?? null
    const removed = remove.get({ id })
    if (removed === undefined) return undefined
    retire.run({ id })
    mark(id)
    removeTries.run({ subject: accountSubject(id) })
    for (const address of [removed.phone, removed.email]) {
      removeCodes.run({ address })
      removeMessages.run({ address })
    }
    return { avatar }
  }
}
