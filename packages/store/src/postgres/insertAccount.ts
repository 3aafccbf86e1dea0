import type { InsertOutcome, NewAccount } from '@acct/core'
import { eq, type SQL, sql } from 'drizzle-orm'
import { again, type Db } from './connection.ts'
import { dropClaims } from './dropClaims.ts'
import { accounts, retiredIds } from './schema.ts'
import { changes, first } from './statements.ts'
import { turnOf } from './turns.ts'

const { placeholder } = sql

/**
 * Prepares the step that inserts an account, under an id that no other ever had, and drops its verified addresses as
 * claims of others. It belongs into a step in turn with `turnsOfAccount`.
 */
export function insertAccount(db: Db) {
  const insert = changes(
    db
      .insert(accounts)
      .values({
        id: placeholder('id'),
        username: placeholder('username'),
        usernameKey: placeholder('usernameKey'),
        nickname: placeholder('nickname'),
        gender: placeholder('gender'),
        phone: placeholder('phone'),
        phoneClaim: placeholder('phoneClaim'),
        email: placeholder('email'),
        emailKey: placeholder('emailKey'),
        passwordHash: placeholder('passwordHash'),
        role: placeholder('role'),
        level: placeholder('level'),
        createdAt: placeholder('createdAt'),
      })
      .onConflictDoNothing(),
  )
  const isThere = (condition: SQL) => first(db.select({ id: accounts.id }).from(accounts).where(condition))
  const withId = isThere(eq(accounts.id, placeholder('id')))
  const withUsername = isThere(eq(accounts.usernameKey, placeholder('usernameKey')))
  const withPhone = isThere(eq(accounts.phone, placeholder('phone')))
  const withEmail = isThere(eq(accounts.emailKey, placeholder('emailKey')))
  const retired = first(
    db
      .select({ id: retiredIds.id })
      .from(retiredIds)
      .where(eq(retiredIds.id, placeholder('id'))),
  )
  const takeBack = changes(db.delete(accounts).where(eq(accounts.id, placeholder('id'))))
  const dropAsClaims = dropClaims(db)

  return async ({ username, email, ...row }: NewAccount): Promise<InsertOutcome | typeof again> => {
    const { id, phone } = row
    const [usernameKey, emailKey] = [username?.key ?? null, email?.key ?? null]
    const names = { username: username?.shown ?? null, usernameKey, email: email?.shown ?? null, emailKey }
    if ((await insert({ ...row, ...names })) === 0) {
      if ((await withId({ id })) !== undefined) return 'idTaken'
      if (usernameKey !== null && (await withUsername({ usernameKey })) !== undefined) return 'usernameTaken'
      if (phone !== null && (await withPhone({ phone })) !== undefined) return 'phoneTaken'
      if (emailKey !== null && (await withEmail({ emailKey })) !== undefined) return 'emailTaken'
      // Who was in the way is gone by now.
      return again
    }
    // Asked last: while this one waited, the account that had the id may have gone.
    if ((await retired({ id })) !== undefined) {
      await takeBack({ id })
      return 'idTaken'
    }
    await dropAsClaims({ phone, emailKey })
    return 'inserted'
  }
}

/** What an account must be inserted in turn with. */
export function turnsOfAccount({ phone, email }: NewAccount): string[] {
  return [phone, email?.key ?? null].filter((key) => key !== null).map(turnOf.address)
}
