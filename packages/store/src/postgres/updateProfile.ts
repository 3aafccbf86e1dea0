import type { KeptChanges, ProfileStore, Session } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { duplicateIndex } from './failures.ts'
import { keepClaims } from './keepClaims.ts'
import { lockAccount, sessionKey, thisSession, usableAccount } from './live.ts'
import { ownProfile } from './ownProfile.ts'
import { accounts, pictures, sessions } from './schema.ts'
import { showPicture } from './showPicture.ts'
import { changes, first } from './statements.ts'

const { placeholder } = sql

type Step = ProfileStore['update']

/**
 * Prepares the step that changes a profile. One statement sets every plain field, the unchanged ones too. What it did
 * before it refused is to be taken back.
 */
export function updateProfile(db: Db) {
  const lock = lockAccount(db)
  const read = ownProfile(db)
  const current = first(
    db
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
      .where(thisSession),
  )
  const ownPicture = first(
    db
      .select({ name: pictures.name })
      .from(pictures)
      .where(and(eq(pictures.name, placeholder('name')), eq(pictures.accountId, placeholder('accountId')))),
  )
  const setFields = changes(
    db
      .update(accounts)
      .set({
        username: sql`${placeholder('username')}`,
        usernameKey: sql`${placeholder('usernameKey')}`,
        nickname: sql`${placeholder('nickname')}`,
        gender: sql`${placeholder('gender')}`,
        birthday: sql`${placeholder('birthday')}`,
        signature: sql`${placeholder('signature')}`,
      })
      .where(eq(accounts.id, placeholder('accountId'))),
  )
  const show = showPicture(db)
  const { fit, taken, keep } = keepClaims(db)

  return async (session: Session, changed: KeptChanges): ReturnType<Step> => {
    const { username, picture, claims, ...rest } = changed
    const { accountId } = session
    await lock(accountId)
    const before = await current(sessionKey(session))
    if (before === undefined) return { kind: 'sessionOver' }
    if (claims !== undefined) {
      if (!fit(claims, before.verified)) return { kind: 'addressesChanged' }
      const refusal = await taken(accountId, claims)
      if (refusal !== undefined) return { kind: refusal }
    }
    if (picture?.kind === 'own' && (await ownPicture({ name: picture.name, accountId })) === undefined) {
      return { kind: 'pictureRefused' }
    }
    const name = username === undefined ? {} : { username: username.shown, usernameKey: username.key }
    try {
      await setFields({ ...before.fields, ...rest, ...name, accountId })
    } catch (error) {
      if (duplicateIndex(error) === 'accounts_username_key') return { kind: 'usernameTaken' }
      throw error
    }
    if (claims !== undefined) await keep(accountId, claims)
    const replaced = picture === undefined ? null : await show(accountId, picture)
    const profile = await read(session)
    if (profile === undefined) throw new Error('an account went while its profile was changed')
    return { kind: 'updated', profile, replaced }
  }
}
