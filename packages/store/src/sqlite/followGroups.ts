import type { FollowStore, Session } from '@acct/core'
import { and, count, eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, followGroups, follows, sessions } from './schema.ts'

const { placeholder } = sql

/** Prepares the steps that add and remove groups. */
export function followGroupSteps(db: BetterSQLite3Database) {
  const isOpen = openSession(db)
  const isGroup = ownGroup(db)
  const countGroups = db
    .select({ groups: count() })
    .from(followGroups)
    .where(eq(followGroups.accountId, placeholder('accountId')))
    .prepare()
  const insert = db
    .insert(followGroups)
    .values({ accountId: placeholder('accountId'), name: placeholder('name') })
    .prepare()
  const removeEdges = db
    .delete(follows)
    .where(and(eq(follows.followerId, placeholder('accountId')), eq(follows.groupName, placeholder('name'))))
    .limit(placeholder('limit'))
    .prepare()
  const remove = db
    .delete(followGroups)
    .where(and(eq(followGroups.accountId, placeholder('accountId')), eq(followGroups.name, placeholder('name'))))
    .prepare()

  return {
    add: (
      session: Session,
      { names, limit }: Parameters<FollowStore['addGroup']>[1],
    ): Awaited<ReturnType<FollowStore['addGroup']>> => {
      const { accountId } = session
      if (!isOpen(session)) return { kind: 'sessionOver' }
      const name = names.find((one) => !isGroup(accountId, one))
      if (name === undefined) return { kind: 'groupTaken' }
      if ((countGroups.get({ accountId })?.groups ?? 0) >= limit) return { kind: 'tooManyGroups' }
      insert.run({ accountId, name })
      return { kind: 'added', name }
    },
    remove: (
      session: Session,
      { name, limit }: Parameters<FollowStore['removeGroup']>[1],
    ): Awaited<ReturnType<FollowStore['removeGroup']>> => {
      const { accountId } = session
      if (!isOpen(session)) return 'sessionOver'
      if (!isGroup(accountId, name)) return 'unknownGroup'
      if (removeEdges.run({ accountId, name, limit }).changes === limit) return 'more'
      remove.run({ accountId, name })
      return 'removed'
    },
  }
}

/** Prepares asking whether a session is open and its account may be used. */
function openSession(db: BetterSQLite3Database): (session: Session) => boolean {
  const open = db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  return (session) => open.get(sessionKey(session)) !== undefined
}

/** Prepares asking whether an account has made a group of that name. */
export function ownGroup(db: BetterSQLite3Database): (accountId: number, name: string) => boolean {
  const find = db
    .select({ id: followGroups.id })
    .from(followGroups)
    .where(and(eq(followGroups.accountId, placeholder('accountId')), eq(followGroups.name, placeholder('name'))))
    .prepare()
  return (accountId, name) => find.get({ accountId, name }) !== undefined
}
