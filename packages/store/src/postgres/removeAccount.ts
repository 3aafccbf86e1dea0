import { type AccountStore, accountSubject } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { accounts, codes, messages, passwordTries, pictures, retiredIds } from './schema.ts'
import { changes, first } from './statements.ts'
import { markUnsettled } from './unsettle.ts'

const { placeholder } = sql

/**
 * Prepares the step that removes an account and every row about it but its follows, which may be a million. Its id stays
 * taken. Sessions, tokens, pictures, identities, groups, reset tickets and phone changes go by their foreign keys. It
 * belongs into a transaction; after the commit the core runs `afterRemoval` with what it tells.
 */
export function removeAccount(db: Db) {
  // Its row first: whoever is about to add something to the account waits, or has done it by the next statement.
  const lock = first(
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.id, placeholder('id')))
      .for('update'),
  )
  const avatarOf = first(
    db
      .select({ name: pictures.name })
      .from(pictures)
      .where(and(eq(pictures.accountId, placeholder('id')), eq(pictures.kind, 'avatar'))),
  )
  const remove = first(
    db
      .delete(accounts)
      .where(eq(accounts.id, placeholder('id')))
      .returning({ phone: accounts.phone, email: accounts.emailKey }),
  )
  const removeTries = changes(db.delete(passwordTries).where(eq(passwordTries.subject, placeholder('subject'))))
  const removeMessages = changes(db.delete(messages).where(eq(messages.toKey, placeholder('address'))))
  const removeCodes = changes(db.delete(codes).where(eq(codes.address, placeholder('address'))))
  const retire = changes(db.insert(retiredIds).values({ id: placeholder('id') }))
  const mark = markUnsettled(db)

  return async (id: number): ReturnType<AccountStore['remove']> => {
    if ((await lock({ id })) === undefined) return undefined
    const avatar = (await avatarOf({ id }))?.name ?? null
    const removed = await remove({ id })
    if (removed === undefined) throw new Error(`account ${id} went although it was locked`)
    await retire({ id })
    await mark(id)
    await removeTries({ subject: accountSubject(id) })
    for (const address of [removed.phone, removed.email]) {
      if (address === null) continue
      await removeCodes({ address })
      await removeMessages({ address })
    }
    return { avatar }
  }
}
