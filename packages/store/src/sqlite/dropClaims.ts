import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { accounts } from './schema.ts'

const { placeholder } = sql

/** Prepares dropping addresses that were verified as claims of all accounts. */
export function dropClaims(db: BetterSQLite3Database) {
  const dropPhone = db
    .update(accounts)
    .set({ phoneClaim: null })
    .where(eq(accounts.phoneClaim, placeholder('phone')))
    .prepare()
  const dropEmail = db
    .update(accounts)
    .set({ emailClaim: null, emailClaimKey: null })
    .where(eq(accounts.emailClaimKey, placeholder('emailKey')))
    .prepare()

  return ({ phone = null, emailKey = null }: { phone?: string | null; emailKey?: string | null }): void => {
    dropPhone.run({ phone })
    dropEmail.run({ emailKey })
  }
}
