import type { ProfileStore } from '@acct/core'
import { and, eq, exists, isNull, sql } from 'drizzle-orm'
import { changeAddress } from './changeAddress.ts'
import { claimAddresses } from './claimAddresses.ts'
import type { Connection } from './connection.ts'
import { sessionKey, thisSession } from './live.ts'
import { isShown, ownProfile, shownPicture } from './ownProfile.ts'
import { accounts, pictures, sessions } from './schema.ts'
import { updateProfile } from './updateProfile.ts'

/** Profiles on SQLite. */
export function profileStore({ db, read, write }: Connection): ProfileStore {
  const readOwn = ownProfile(db)
  const readPublic = db
    .select({
      accountId: accounts.id,
      username: accounts.username,
      nickname: accounts.nickname,
      signature: accounts.signature,
      picture: shownPicture,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .leftJoin(pictures, isShown)
    .where(and(eq(accounts.id, sql.placeholder('accountId')), isNull(accounts.lockedAt)))
    .prepare()
  const update = updateProfile(db, readOwn)
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
  const claim = claimAddresses(db)
  const change = changeAddress(db)

  return {
    readOwn: (session) => read(() => readOwn(session)),
    readPublic: (accountId) => read(() => readPublic.get({ accountId })),
    update: (session, changes) => write(() => update(session, changes)),
    setSignature: (session, signature) =>
      write(() => (setSignature.run({ ...sessionKey(session), signature }).changes === 1 ? 'set' : 'sessionOver')),
    claim: (session, claims) => write(() => claim(session, claims)),
    changeAddress: (session, to) => write(() => change(session, to)),
  }
}
