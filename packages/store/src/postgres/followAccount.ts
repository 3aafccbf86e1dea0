import { type FollowStore, isFixedGroup, type Session } from '@acct/core'
import { and, desc, eq, isNull, max, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { ownGroup } from './followGroups.ts'
import { lockAccount, sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, follows, sessions } from './schema.ts'
import { changes, first } from './statements.ts'

const { placeholder } = sql

/** Prepares the steps that begin and end following an account, or move it to another group. */
export function followSteps(db: Db) {
  // All of one follower's steps go one after another.
  const lock = lockAccount(db)
  const follower = first(
    db.select({ shown: accounts.showsFollows }).from(sessions).innerJoin(accounts, usableAccount).where(thisSession),
  )
  // This lock only keeps the account from being removed: two that follow each other do not wait for each other.
  const followee = first(
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.id, placeholder('followeeId')), isNull(accounts.lockedAt)))
      .for('key share'),
  )
  const thisEdge = and(
    eq(follows.followerId, placeholder('followerId')),
    eq(follows.followeeId, placeholder('followeeId')),
  )
  const edge = first(db.select({ groupName: follows.groupName }).from(follows).where(thisEdge))
  const newest = first(
    db
      .select({ placed: max(follows.placed) })
      .from(follows)
      .where(eq(follows.followerId, placeholder('followerId'))),
  )
  const newestFan = first(
    db
      .select({ came: follows.came })
      .from(follows)
      .where(eq(follows.followeeId, placeholder('followeeId')))
      .orderBy(desc(follows.came), desc(follows.followerId))
      .limit(1),
  )
  const place = changes(
    db
      .insert(follows)
      .values({
        followerId: placeholder('followerId'),
        followeeId: placeholder('followeeId'),
        groupName: placeholder('groupName'),
        placed: placeholder('placed'),
        came: placeholder('came'),
        shown: placeholder('shown'),
      })
      .onConflictDoUpdate({
        target: [follows.followerId, follows.followeeId],
        set: { groupName: sql`excluded.group_name`, placed: sql`excluded.placed` },
      }),
  )
  const remove = changes(db.delete(follows).where(thisEdge))
  const isOwnGroup = ownGroup(db)
  const isFollowable = async (session: Session, followeeId: number) =>
    followeeId !== session.accountId && (await followee({ followeeId })) !== undefined

  return {
    follow: async (
      session: Session,
      { accountId: followeeId, groupName }: Parameters<FollowStore['follow']>[1],
    ): ReturnType<FollowStore['follow']> => {
      const followerId = session.accountId
      await lock(followerId)
      const account = await follower(sessionKey(session))
      if (account === undefined) return 'sessionOver'
      if (!(await isFollowable(session, followeeId))) return 'unknownAccount'
      if ((await edge({ followerId, followeeId }))?.groupName === groupName) return 'alreadyThere'
      if (!isFixedGroup(groupName) && !(await isOwnGroup(followerId, groupName))) return 'unknownGroup'
      const placed = ((await newest({ followerId }))?.placed ?? 0) + 1
      const came = ((await newestFan({ followeeId }))?.came ?? 0) + 1
      await place({ followerId, followeeId, groupName, placed, came, ...account })
      return 'followed'
    },
    unfollow: async (session: Session, followeeId: number): ReturnType<FollowStore['unfollow']> => {
      await lock(session.accountId)
      if ((await follower(sessionKey(session))) === undefined) return 'sessionOver'
      if (!(await isFollowable(session, followeeId))) return 'unknownAccount'
      return (await remove({ followerId: session.accountId, followeeId })) === 1 ? 'unfollowed' : 'notFollowed'
    },
  }
}
