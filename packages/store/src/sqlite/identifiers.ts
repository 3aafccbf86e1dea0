import type { Identifier } from '@acct/core'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import type { SelectedFields } from 'drizzle-orm/sqlite-core'
import { accounts } from './schema.ts'

/** Prepares reading `fields` of the account that an identifier names; a claimed phone or e-mail names none. */
export function findByIdentifier<Fields extends SelectedFields>(db: BetterSQLite3Database, fields: Fields) {
  const byUsername = db
    .select(fields)
    .from(accounts)
    .where(eq(accounts.usernameKey, sql.placeholder('key')))
    .prepare()
  const byPhone = db
    .select(fields)
    .from(accounts)
    .where(eq(accounts.phone, sql.placeholder('e164')))
    .prepare()
  const byEmail = db
    .select(fields)
    .from(accounts)
    .where(eq(accounts.emailKey, sql.placeholder('key')))
    .prepare()
  return (identifier: Identifier) => {
    switch (identifier.kind) {
      case 'username':
        return byUsername.get(identifier)
      case 'phone':
        return byPhone.get(identifier)
      case 'email':
        return byEmail.get(identifier)
    }
  }
}
