import type { PictureStore } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, pictures, sessions } from './schema.ts'
import { showPicture } from './showPicture.ts'

const { placeholder } = sql

/** Pictures on SQLite. */
export function pictureStore({ db, read, write }: Connection): PictureStore {
  const owner = db
    .select({ accountId: accounts.id })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const keep = db
    .insert(pictures)
    .values({
      name: placeholder('name'),
      accountId: placeholder('accountId'),
      kind: 'profileCode',
      createdAt: placeholder('at'),
    })
    .onConflictDoNothing()
    .prepare()
  const kept = db
    .select({ name: pictures.name })
    .from(pictures)
    .where(and(eq(pictures.accountId, placeholder('accountId')), eq(pictures.kind, 'profileCode')))
    .prepare()
  const find = db
    .select({ kind: pictures.kind, accountId: pictures.accountId })
    .from(pictures)
    .where(eq(pictures.name, placeholder('name')))
    .prepare()
  const show = showPicture(db)

  return {
    keepProfileCode: (session, name, at) =>
      write(() => {
        const { accountId } = session
        if (owner.get(sessionKey(session)) === undefined) return undefined
        keep.run({ name, accountId, at })
        return kept.get({ accountId })?.name
      }),
    setAvatar: (session, avatar) =>
      write(() =>
        owner.get(sessionKey(session)) === undefined
          ? { kind: 'sessionOver' }
          : { kind: 'set', replaced: show(session.accountId, avatar) },
      ),
    find: (name) => read(() => find.get({ name })),
  }
}
