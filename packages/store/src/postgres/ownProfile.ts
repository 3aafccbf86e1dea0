import type { KeptProfile, Session } from '@acct/core'
import { eq } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, pictures, sessions } from './schema.ts'
import { first } from './statements.ts'

/** Joins an account with the picture that it shows. */
export const isShown = eq(pictures.name, accounts.picture)

/** What is read of an account for its owner and for others; the picture is null for an account without one. */
export const profileFields = {
  accountId: accounts.id,
  username: accounts.username,
  nickname: accounts.nickname,
  gender: accounts.gender,
  birthday: accounts.birthday,
  signature: accounts.signature,
  picture: { name: pictures.name, kind: pictures.kind },
  phone: accounts.phone,
  phoneClaim: accounts.phoneClaim,
  email: accounts.email,
  emailClaim: accounts.emailClaim,
  level: accounts.level,
  createdAt: accounts.createdAt,
}

/** Prepares reading what the owner of a session sees of the account. */
export function ownProfile(db: Db): (session: Session) => Promise<KeptProfile | undefined> {
  const read = first(
    db
      .select(profileFields)
      .from(sessions)
      .innerJoin(accounts, usableAccount)
      .leftJoin(pictures, isShown)
      .where(thisSession),
  )
  return (session) => read(sessionKey(session))
}
