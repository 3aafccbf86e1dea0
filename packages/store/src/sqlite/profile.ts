import type { ProfileStore } from '@acct/core'
import { and, eq, exists, isNull, sql } from 'drizzle-orm'
import { changeAddress } from './changeAddress.ts'
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
      createdAt: accounts.createdAt,
    })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const readPublic = db
    .select({
      accountId: accounts.id,
      username: accounts.username,
      nickname: accounts.nickname,
      signature: accounts.signature,
      picture: accounts.picture,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .where(and(eq(accounts.id, sql.placeholder('accountId')), isNull(accounts.lockedAt)))
    .prepare()
  const update = updateProfile(db)
  const setSignature = db
    .update(accounts)
    .set({ signature: sql`${sql.placeholder('signature')}` })
    .where(
      and(
        eq(accounts.id, sql.placeholder('accountId')),
        exists(db.select({ id: sessions.id }).from(sessions).where(thisSession)),
      ),
    )
    .prepare()
  const claim = claimPhone(db)
  const change = changeAddress(db)

  return {
    readOwn: (session) => read(() => readOwn.get(sessionKey(session))),
    readPublic: (accountId) => read(() => readPublic.get({ accountId })),
    update: (session, changes) => write(() => update(session, changes)),
    setSignature: (session, signature) =>
      write(() => (setSignature.run({ ...sessionKey(session), signature }).changes === 1 ? 'set' : 'sessionOver')),
    claimPhone: (session, phone, about) => write(() => claim(session, phone, about)),
    changeAddress: (session, to) => write(() => change(session, to)),
  }
}
