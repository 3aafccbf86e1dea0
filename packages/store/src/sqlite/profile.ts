import type { ProfileStore } from '@acct/core'
import { and, eq, exists, lt, sql } from 'drizzle-orm'
import { changeAddress } from './changeAddress.ts'
import { claimAddresses } from './claimAddresses.ts'
import type { Connection } from './connection.ts'
import { sessionKey, thisSession } from './live.ts'
import { ownProfile } from './ownProfile.ts'
import { privacySteps } from './privacy.ts'
import { accounts, phoneChanges, sessions } from './schema.ts'
import type { SessionCache } from './sessionCache.ts'
import { updateProfile } from './updateProfile.ts'
import { findPage, viewProfile } from './viewProfile.ts'

/** Profiles on SQLite. */
export function profileStore(connection: Connection, cache: SessionCache): ProfileStore {
  const { db, read, readAll, write } = connection
  const readOwn = ownProfile(db)
  const find = findPage(db)
  const view = viewProfile(db, find)
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
  const privacy = privacySteps(db)
  const claim = claimAddresses(db)
  const { change, updateWithAddress } = changeAddress(connection, { update, read: readOwn })
  const removeOldPhoneChanges = db
    .delete(phoneChanges)
    .where(lt(phoneChanges.at, sql.placeholder('before')))
    .limit(sql.placeholder('limit'))
    .prepare()

  return {
    readOwn: (session) => read(() => cache.profileOf(session) ?? readOwn(session)),
    find: (accountId) => read(() => find(accountId)),
    view: (session, how) => readAll(() => view(session, how)),
    update: (session, changes) => write(() => update(session, changes)),
    setSignature: (session, signature) =>
      write(() => (setSignature.run({ ...sessionKey(session), signature }).changes === 1 ? 'set' : 'sessionOver')),
    readPrivacy: (session) => read(() => privacy.read(session)),
    setPrivacy: (session, to) => write(() => privacy.set(session, to)),
    claim: (session, claims) => write(() => claim(session, claims)),
    changeAddress: (session, to) => write(() => change(session, to)),
    updateWithAddress: (session, changes, to) => write(() => updateWithAddress(session, changes, to)),
    removeOldPhoneChanges: (before, limit) => write(() => removeOldPhoneChanges.run({ before, limit }).changes),
  }
}
