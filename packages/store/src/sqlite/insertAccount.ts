import type { AccountStore, NewAccount } from '@acct/core'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { duplicateColumn } from './connection.ts'
import { accounts } from './schema.ts'

const { placeholder } = sql

const refusals = {
  'accounts.id': 'idTaken',
  'accounts.username_key': 'usernameTaken',
  'accounts.phone': 'phoneTaken',
  'accounts.email_key': 'emailTaken',
} as const

/** Prepares the step that inserts an account and drops its verified addresses as claims of others. */
export function insertAccount(db: BetterSQLite3Database) {
  const insert = db
    .insert(accounts)
    .values({
      id: placeholder('id'),
      username: placeholder('username'),
      usernameKey: placeholder('usernameKey'),
      nickname: placeholder('nickname'),
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
  const dropPhoneClaims = db
    .update(accounts)
    .set({ phoneClaim: null })
    .where(eq(accounts.phoneClaim, placeholder('phone')))
    .prepare()
  const dropEmailClaims = db
    .update(accounts)
    .set({ emailClaim: null, emailClaimKey: null })
    .where(eq(accounts.emailClaimKey, placeholder('emailKey')))
    .prepare()

  return ({ username, email, ...row }: NewAccount): Awaited<ReturnType<AccountStore['insert']>> => {
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
    dropPhoneClaims.run({ phone: row.phone })
    dropEmailClaims.run({ emailKey })
    return 'inserted'
  }
}
