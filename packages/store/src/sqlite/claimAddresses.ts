import type { Claims, ProfileStore, Session } from '@acct/core'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { keepClaims } from './keepClaims.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, sessions } from './schema.ts'

/** Prepares the step that keeps claimed addresses, whoever has verified them. */
export function claimAddresses(db: BetterSQLite3Database) {
  const current = db
    .select({ phone: accounts.phone, email: accounts.email })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const { fit, keep } = keepClaims(db)

  return (session: Session, claims: Claims): Awaited<ReturnType<ProfileStore['claim']>> => {
    const verified = current.get(sessionKey(session))
    if (verified === undefined) return { kind: 'sessionOver' }
    if (!fit(claims, verified)) return { kind: 'addressesChanged' }
    keep(session.accountId, claims)
    return { kind: 'claimed' }
  }
}
