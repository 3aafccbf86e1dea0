import type { KeptChanges, KeptProfile, ProfileStore, Session } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { duplicateColumn } from './connection.ts'
import { keepClaims } from './keepClaims.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, pictures, sessions } from './schema.ts'
import { showPicture } from './showPicture.ts'

const { placeholder } = sql

/** Prepares the step that changes a profile, all or nothing. One statement sets every plain field, the unchanged ones too. */
export function updateProfile(db: BetterSQLite3Database, read: (session: Session) => KeptProfile | undefined) {
  const current = db
    .select({
      verified: { phone: accounts.phone, email: accounts.email },
      fields: {
        username: accounts.username,
        usernameKey: accounts.usernameKey,
        nickname: accounts.nickname,
        gender: accounts.gender,
        birthday: accounts.birthday,
        signature: accounts.signature,
      },
    })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const ownPicture = db
    .select({ name: pictures.name })
    .from(pictures)
    .where(and(eq(pictures.name, placeholder('name')), eq(pictures.accountId, placeholder('accountId'))))
    .prepare()
  const setFields = db
    .update(accounts)
    .set({
      username: sql`${placeholder('username')}`,
      usernameKey: sql`${placeholder('usernameKey')}`,
      nickname: sql`${placeholder('nickname')}`,
      gender: sql`${placeholder('gender')}`,
      birthday: sql`${placeholder('birthday')}`,
      signature: sql`${placeholder('signature')}`,
    })
    .where(eq(accounts.id, placeholder('accountId')))
    .prepare()
  const show = showPicture(db)
  const { fit, taken, keep } = keepClaims(db)

  return (session: Session, changes: KeptChanges): Awaited<ReturnType<ProfileStore['update']>> => {
    const { username, picture, claims, ...rest } = changes
    const { accountId } = session
    const before = current.get(sessionKey(session))
    if (before === undefined) return { kind: 'sessionOver' }
    if (claims !== undefined) {
      if (!fit(claims, before.verified)) return { kind: 'addressesChanged' }
      const refusal = taken(accountId, claims)
      if (refusal !== undefined) return { kind: refusal }
    }
    if (picture?.kind === 'own' && ownPicture.get({ name: picture.name, accountId }) === undefined) {
      return { kind: 'pictureRefused' }
    }
    const name = username === undefined ? {} : { username: username.shown, usernameKey: username.key }
    try {
      setFields.run({ ...before.fields, ...rest, ...name, accountId })
    } catch (error) {
      if (duplicateColumn(error) === 'accounts.username_key') return { kind: 'usernameTaken' }
      throw error
    }
    if (claims !== undefined) keep(accountId, claims)
    const replaced = picture === undefined ? null : show(accountId, picture)
    const profile = read(session)
    if (profile === undefined) throw new Error('an account went while its profile was changed')
    return { kind: 'updated', profile, replaced }
  }
}
