import { type FollowStore, isFixedGroup, type Session } from '@acct/core'
import { and, eq, isNull, max, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { ownGroup } from './followGroups.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, follows, sessions } from './schema.ts'

const { placeholder } = sql

/** Prepares the steps that begin and end following an account, or move it to another group. */
export function followSteps(db: BetterSQLite3Database) {
  const follower = db
    .select({ shown: accounts.showsFollows })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const followee = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.id, placeholder('followeeId')), isNull(accounts.lockedAt)))
    .prepare()
  const thisEdge = and(
    eq(follows.followerId, placeholder('followerId')),
    eq(follows.followeeId, placeholder('followeeId')),
  )
  const edge = db.select({ groupName: follows.groupName }).from(follows).where(thisEdge).prepare()
  const newest = db
    .select({ placed: max(follows.placed) })
    .from(follows)
    .where(eq(follows.followerId, placeholder('followerId')))
    .prepare()
  const place = db
    .insert(follows)
    .values({
      followerId: placeholder('followerId'),
      followeeId: placeholder('followeeId'),
      groupName: placeholder('groupName'),
      placed: placeholder('placed'),
      shown: placeholder('shown'),
    })
    .onConflictDoUpdate({
      target: [follows.followerId, follows.followeeId],
      set: { groupName: sql`excluded.group_name`, placed: sql`excluded.placed` },
    })
    .prepare()
  const remove = db.delete(follows).where(thisEdge).prepare()
  const isOwnGroup = ownGroup(db)
  const isFollowable = (session: Session, followeeId: number) =>
    followeeId !== session.accountId && followee.get({ followeeId }) !== undefined

  return {
    follow: (
      session: Session,
      { accountId: followeeId, groupName }: Parameters<FollowStore['follow']>[1],
    ): Awaited<ReturnType<FollowStore['follow']>> => {
      const followerId = session.accountId
      const account = follower.get(sessionKey(session))
      if (account === undefined) return 'sessionOver'
      if (!isFollowable(session, followeeId)) return 'unknownAccount'
      if (edge.get({ followerId, followeeId })?.groupName === groupName) return 'alreadyThere'
      if (!isFixedGroup(groupName) && !isOwnGroup(followerId, groupName)) return 'unknownGroup'
      const placed = (newest.get({ followerId })?.placed ?? 0) + 1
      place.run({ followerId, followeeId, groupName, placed, ...account })
      return 'followed'
    },
    unfollow: (session: Session, followeeId: number): Awaited<ReturnType<FollowStore['unfollow']>> => {
      if (follower.get(sessionKey(session)) === undefined) return 'sessionOver'
      if (!isFollowable(session, followeeId)) return 'unknownAccount'
      return remove.run({ followerId: session.accountId, followeeId }).changes === 1 ? 'unfollowed' : 'notFollowed'
    },
  }
}
