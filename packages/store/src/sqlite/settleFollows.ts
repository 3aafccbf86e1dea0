import type { FollowStore } from '@acct/core'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { accounts, follows, unsettledFollows } from './schema.ts'

const { placeholder } = sql

/**
 * Prepares the step that brings some of an account's edges in line with it. It looks for edges that are not, and
 * remembers nothing between two steps: so it may be interrupted, and run twice at a time, while the account changes.
 */
export function settleFollows(db: BetterSQLite3Database) {
  const account = db
    .select({ shown: sql`${and(eq(accounts.showsFollows, true), isNull(accounts.lockedAt))}`.mapWith(Number) })
    .from(accounts)
    .where(eq(accounts.id, placeholder('accountId')))
    .prepare()
  const show = db
    .update(follows)
    .set({ shown: sql`${placeholder('shown')}` })
    .where(and(eq(follows.followerId, placeholder('accountId')), ne(follows.shown, placeholder('shown'))))
    .limit(placeholder('limit'))
    .prepare()
  const removeSome = (end: typeof follows.followerId | typeof follows.followeeId) =>
    db
      .delete(follows)
      .where(eq(end, placeholder('accountId')))
      .limit(placeholder('limit'))
      .prepare()
  const removeFollowed = removeSome(follows.followerId)
  const removeFans = removeSome(follows.followeeId)
  const unmark = db
    .delete(unsettledFollows)
    .where(eq(unsettledFollows.accountId, placeholder('accountId')))
    .prepare()

  return (accountId: number, limit: number): Awaited<ReturnType<FollowStore['settle']>> => {
    const found = account.get({ accountId })
    if (found === undefined) {
      const followed = removeFollowed.run({ accountId, limit }).changes
      const fans = removeFans.run({ accountId, limit: limit - followed }).changes
      return followed + fans === limit ? 'more' : 'gone'
    }
    if (show.run({ accountId, limit, ...found }).changes === limit) return 'more'
    unmark.run({ accountId })
    return 'settled'
  }
}
