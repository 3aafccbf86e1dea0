import type { InsertOutcome, NewAccount } from '@acct/core'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { duplicateColumn } from './connection.ts'
import { dropClaims } from './dropClaims.ts'
import { accounts, retiredIds } from './schema.ts'

const { placeholder } = sql

const refusals = {
  'accounts.id': 'idTaken',
  'accounts.username_key': 'usernameTaken',
  'accounts.phone': 'phoneTaken',
  'accounts.email_key': 'emailTaken',
} as const

/** Prepares the step that inserts an account, under an id that no other ever had, and drops its verified addresses as claims of others. */
export function insertAccount(db: BetterSQLite3Database) {
  const insert = db
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
    .prepare()
  const retired = db
    .select({ id: retiredIds.id })
    .from(retiredIds)
    .where(eq(retiredIds.id, placeholder('id')))
    .prepare()
  const dropAsClaims = dropClaims(db)

  return ({ username, email, ...row }: NewAccount): InsertOutcome => {
    if (retired.get({ id: row.id }) !== undefined) return 'idTaken'
    const emailKey = email?.key ?? null
    try {
      insert.run({
        ...row,
        username: username?.shown ?? null,
        usernameKey: username?.key ?? null,
        email: email?.shown ?? null,
        emailKey,
      })
    } catch (error) {
      const column = duplicateColumn(error)
      if (column !== undefined && column in refusals) return refusals[column as keyof typeof refusals]
      throw error
    }
    dropAsClaims({ phone: row.phone, emailKey })
    return 'inserted'
  }
}
