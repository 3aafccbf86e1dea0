import type { FollowStore, Session } from '@acct/core'
import { and, count, eq, max, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { lockAccount, sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, followGroups, follows, sessions } from './schema.ts'
import { changes, first } from './statements.ts'
import { removeSome } from './sweeping.ts'

const { placeholder } = sql

/** Prepares the steps that add and remove groups. All of one account's go one after another: they lock its row. */
export function followGroupSteps(db: Db) {
  const lock = lockAccount(db)
  const isOpen = openSession(db)
  const isGroup = ownGroup(db)
  const groupsOf = first(
    db
      .select({ groups: count(), newest: max(followGroups.made) })
      .from(followGroups)
      .where(eq(followGroups.accountId, placeholder('accountId'))),
  )
  const insert = changes(
    db
      .insert(followGroups)
      .values({ accountId: placeholder('accountId'), name: placeholder('name'), made: placeholder('made') }),
  )
  const removeEdges = removeSome(db, {
    table: follows,
    key: [follows.followerId, follows.followeeId],
    where: and(eq(follows.followerId, placeholder('accountId')), eq(follows.groupName, placeholder('name'))),
    locked: 'waitedFor',
  })
  const remove = changes(
    db
      .delete(followGroups)
      .where(and(eq(followGroups.accountId, placeholder('accountId')), eq(followGroups.name, placeholder('name')))),
  )

  return {
    add: async (
      session: Session,
      { names, limit }: Parameters<FollowStore['addGroup']>[1],
    ): ReturnType<FollowStore['addGroup']> => {
      const { accountId } = session
      await lock(accountId)
      if (!(await isOpen(session))) return { kind: 'sessionOver' }
      for (const name of names) {
        if (await isGroup(accountId, name)) continue
        const { groups = 0, newest = null } = (await groupsOf({ accountId })) ?? {}
        if (groups >= limit) return { kind: 'tooManyGroups' }
        await insert({ accountId, name, made: (newest ?? 0) + 1 })
        return { kind: 'added', name }
      }
      return { kind: 'groupTaken' }
    },
    remove: async (
      session: Session,
      { name, limit }: Parameters<FollowStore['removeGroup']>[1],
    ): ReturnType<FollowStore['removeGroup']> => {
      const { accountId } = session
      await lock(accountId)
      if (!(await isOpen(session))) return 'sessionOver'
      if (!(await isGroup(accountId, name))) return 'unknownGroup'
      if ((await removeEdges({ accountId, name, limit })) === limit) return 'more'
      await remove({ accountId, name })
      return 'removed'
    },
  }
}

/** Prepares asking whether a session is open and its account may be used. */
function openSession(db: Db): (session: Session) => Promise<boolean> {
  const open = first(
    db.select({ id: sessions.id }).from(sessions).innerJoin(accounts, usableAccount).where(thisSession),
  )
  return async (session) => (await open(sessionKey(session))) !== undefined
}

/** Prepares asking whether an account has made a group of that name. */
export function ownGroup(db: Db): (accountId: number, name: string) => Promise<boolean> {
  const find = first(
    db
      .select({ name: followGroups.name })
      .from(followGroups)
      .where(and(eq(followGroups.accountId, placeholder('accountId')), eq(followGroups.name, placeholder('name')))),
  )
  return async (accountId, name) => (await find({ accountId, name })) !== undefined
}
