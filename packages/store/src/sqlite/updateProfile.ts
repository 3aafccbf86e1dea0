import type { KeptChanges, ProfileStore, Session } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { duplicateColumn } from './connection.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, pictures, sessions } from './schema.ts'

const { placeholder } = sql

/** Prepares the step that changes a profile, all or nothing. One statement sets every field, the unchanged ones too. */
export function updateProfile(db: BetterSQLite3Database) {
  const fields = {
    username: accounts.username,
    usernameKey: accounts.usernameKey,
    nickname: accounts.nickname,
    gender: accounts.gender,
    birthday: accounts.birthday,
    signature: accounts.signature,
    picture: accounts.picture,
  }
  const current = db.select(fields).from(sessions).innerJoin(accounts, usableAccount).where(thisSession).prepare()
  const ownPicture = db
    .select({ name: pictures.name })
    .from(pictures)
    .where(and(eq(pictures.name, placeholder('picture')), eq(pictures.accountId, placeholder('accountId'))))
    .prepare()
  const update = db
    .update(accounts)
    .set({
      username: sql`${placeholder('username')}`,
      usernameKey: sql`${placeholder('usernameKey')}`,
      nickname: sql`${placeholder('nickname')}`,
      gender: sql`${placeholder('gender')}`,
      birthday: sql`${placeholder('birthday')}`,
      signature: sql`${placeholder('signature')}`,
      picture: sql`${placeholder('picture')}`,
    })
    .where(eq(accounts.id, placeholder('accountId')))
    .prepare()

  return (session: Session, { username, ...rest }: KeptChanges): Awaited<ReturnType<ProfileStore['update']>> => {
    const { accountId } = session
    const before = current.get(sessionKey(session))
    if (before === undefined) return 'sessionOver'
    const { picture } = rest
    if (typeof picture === 'string' && ownPicture.get({ picture, accountId }) === undefined) return 'pictureRefused'
    const name = username === undefined ? {} : { username: username.shown, usernameKey: username.key }
    try {
      update.run({ ...before, ...rest, ...name, accountId })
      return 'updated'
    } catch (error) {
      if (duplicateColumn(error) === 'accounts.username_key') return 'usernameTaken'
      throw error
    }
  }
}
