import type { Claims, ProfileStore, Session } from '@acct/core'
import type { Db } from './connection.ts'
import { keepClaims } from './keepClaims.ts'
import { lockAccount, sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, sessions } from './schema.ts'
import { first } from './statements.ts'

/** Prepares the step that keeps claimed addresses, whoever has verified them. */
export function claimAddresses(db: Db) {
  const lock = lockAccount(db)
  const current = first(
    db
      .select({ phone: accounts.phone, email: accounts.email })
      .from(sessions)
      .innerJoin(accounts, usableAccount)
      .where(thisSession),
  )
  const { fit, keep } = keepClaims(db)

  return async (session: Session, claims: Claims): ReturnType<ProfileStore['claim']> => {
    await lock(session.accountId)
    const verified = await current(sessionKey(session))
    if (verified === undefined) return { kind: 'sessionOver' }
    if (!fit(claims, verified)) return { kind: 'addressesChanged' }
    await keep(session.accountId, claims)
    return { kind: 'claimed' }
  }
}
