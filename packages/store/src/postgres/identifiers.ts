import type { Identifier } from '@acct/core'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { SelectedFields } from 'drizzle-orm/pg-core'
import type { Db } from './connection.ts'
import { accounts } from './schema.ts'
import { first } from './statements.ts'

/**
 * Prepares reading `fields` of the account that an identifier names; a claimed phone or e-mail names none. With a lock the
 * account keeps that identifier until the end of the transaction: `share` where it is only read, else `no key update`.
 */
export function findByIdentifier<Fields extends SelectedFields>(
  db: Db,
  fields: Fields,
  lock?: 'share' | 'no key update',
) {
  const by = (condition: SQL) => {
    const query = db.select(fields).from(accounts).where(condition).$dynamic()
    return first(lock === undefined ? query : query.for(lock))
  }
  const byUsername = by(eq(accounts.usernameKey, sql.placeholder('key')))
  const byPhone = by(eq(accounts.phone, sql.placeholder('e164')))
  const byEmail = by(eq(accounts.emailKey, sql.placeholder('key')))
  return (identifier: Identifier) => {
    switch (identifier.kind) {
      case 'username':
        return byUsername({ ...identifier })
      case 'phone':
        return byPhone({ ...identifier })
      case 'email':
        return byEmail({ ...identifier })
    }
  }
}
