import type { PictureStore } from '@acct/core'
import { and, eq, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { lockAccount, sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, pictures, sessions } from './schema.ts'
import { showPicture } from './showPicture.ts'
import { changes, first } from './statements.ts'

const { placeholder } = sql

/** Pictures on PostgreSQL. */
export function pictureStore({ prepared }: Connection): PictureStore {
  const { read, write } = prepared(statements)
  return {
    keepProfileCode: (session, name, at) =>
      write(async ({ lock, owner, keep, kept }) => {
        const { accountId } = session
        await lock(accountId)
        if ((await owner(sessionKey(session))) === undefined) return undefined
        await keep({ name, accountId, at })
        return (await kept({ accountId }))?.name
      }),
    setAvatar: (session, avatar) =>
      write(async ({ lock, owner, show }) => {
        await lock(session.accountId)
        if ((await owner(sessionKey(session))) === undefined) return { kind: 'sessionOver' }
        return { kind: 'set', replaced: await show(session.accountId, avatar) }
      }),
    find: (name) => read(({ find }) => find({ name })),
  }
}

function statements(db: Db) {
  return {
    lock: lockAccount(db),
    owner: first(
      db.select({ accountId: accounts.id }).from(sessions).innerJoin(accounts, usableAccount).where(thisSession),
    ),
    keep: changes(
      db
        .insert(pictures)
        .values({
          name: placeholder('name'),
          accountId: placeholder('accountId'),
          kind: 'profileCode',
          createdAt: placeholder('at'),
        })
        .onConflictDoNothing(),
    ),
    kept: first(
      db
        .select({ name: pictures.name })
        .from(pictures)
        .where(and(eq(pictures.accountId, placeholder('accountId')), eq(pictures.kind, 'profileCode'))),
    ),
    find: first(
      db
        .select({ kind: pictures.kind, accountId: pictures.accountId })
        .from(pictures)
        .where(eq(pictures.name, placeholder('name'))),
    ),
    show: showPicture(db),
  }
}
