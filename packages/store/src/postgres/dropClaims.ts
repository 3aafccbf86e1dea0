import { eq, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { accounts } from './schema.ts'
import { changes } from './statements.ts'

const { placeholder } = sql

/** Prepares dropping addresses that were verified as claims of all accounts. */
export function dropClaims(db: Db) {
  const dropPhone = changes(
    db
      .update(accounts)
      .set({ phoneClaim: null })
      .where(eq(accounts.phoneClaim, placeholder('phone'))),
  )
  const dropEmail = changes(
    db
      .update(accounts)
      .set({ emailClaim: null, emailClaimKey: null })
      .where(eq(accounts.emailClaimKey, placeholder('emailKey'))),
  )

  return async ({ phone = null, emailKey = null }: { phone?: string | null; emailKey?: string | null }) => {
    if (phone !== null) await dropPhone({ phone })
    if (emailKey !== null) await dropEmail({ emailKey })
  }
}
