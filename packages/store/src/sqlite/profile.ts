import type { ProfileStore } from '@acct/core'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { claimPhone } from './claimPhone.ts'
import type { Connection } from './connection.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, sessions } from './schema.ts'
import { updateProfile } from './updateProfile.ts'

/** Profiles on SQLite. */
export function profileStore({ db, read, write }: Connection): ProfileStore {
  const readOwn = db
    .select({
      accountId: accounts.id,
      username: accounts.username,
      nickname: accounts.nickname,
      gender: accounts.gender,
      birthday: accounts.birthday,
      signature: accounts.signature,
      picture: accounts.picture,
      phone: accounts.phone,
      phoneClaim: accounts.phoneClaim,
      email: accounts.email,
      emailClaim: accounts.emailClaim,
    })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const readPublic = db
    .select({
      accountId: accounts.id,
      nickname: accounts.nickname,
      signature: accounts.signature,
      picture: accounts.picture,
    })
    .from(accounts)
    .where(and(eq(accounts.id, sql.placeholder('accountId')), isNull(accounts.lockedAt)))
    .prepare()
  const update = updateProfile(db)
  const claim = claimPhone(db)

  return {
    readOwn: (session) => read(() => readOwn.get(sessionKey(session))),
    readPublic: (accountId) => read(() => readPublic.get({ accountId })),
    update: (session, changes) => write(() => update(session, changes)),
    claimPhone: (session, phone, notice) => write(() => claim(session, phone, notice)),
  }
}
