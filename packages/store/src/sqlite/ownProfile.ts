import type { KeptProfile, Session } from '@acct/core'
import { eq } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, pictures, sessions } from './schema.ts'

/** Joins an account with the picture that it shows. */
export const isShown = eq(pictures.name, accounts.picture)

/** That picture; null for an account without one. */
export const shownPicture = { name: pictures.name, kind: pictures.kind }

/** Prepares reading what the owner of a session sees of the account. */
export function ownProfile(db: BetterSQLite3Database): (session: Session) => KeptProfile | undefined {
  const read = db
    .select({
      accountId: accounts.id,
      username: accounts.username,
      nickname: accounts.nickname,
      gender: accounts.gender,
      birthday: accounts.birthday,
      signature: accounts.signature,
      picture: shownPicture,
      phone: accounts.phone,
      phoneClaim: accounts.phoneClaim,
      email: accounts.email,
      emailClaim: accounts.emailClaim,
      createdAt: accounts.createdAt,
    })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .leftJoin(pictures, isShown)
    .where(thisSession)
    .prepare()
  return (session) => read.get(sessionKey(session))
}
