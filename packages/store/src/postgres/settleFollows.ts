import type { FollowStore } from '@acct/core'
import { and, eq, ne, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Db } from './connection.ts'
import { accounts, follows, unsettledFollows } from './schema.ts'
import { changes, first } from './statements.ts'
import { lockSome, removeSome } from './sweeping.ts'

const { placeholder } = sql

/**
 * Prepares the step that brings some of an account's edges in line with it. It looks for edges that are not, and
 * remembers nothing between two steps: so it may be interrupted, and run twice at a time, while the account changes.
 */
export function settleFollows(db: Db) {
  // Locked, so that whoever hides the account meanwhile notes that after this step has taken the note away.
  const account = first(
    db
      .select({ showsFollows: accounts.showsFollows, lockedAt: accounts.lockedAt })
      .from(accounts)
      .where(eq(accounts.id, placeholder('accountId')))
      .for('share'),
  )
  const edges = { table: follows, key: [follows.followerId, follows.followeeId], locked: 'waitedFor' } as const
  const shown = sql`${placeholder('shown')}::boolean`
  const others = lockSome(db, {
    ...edges,
    where: and(eq(follows.followerId, placeholder('accountId')), ne(follows.shown, shown)),
  })
  const show = changes(db.with(others.found).update(follows).set({ shown }).where(others.isFound))
  const removeAt = (end: PgColumn) => removeSome(db, { ...edges, where: eq(end, placeholder('accountId')) })
  const removeFollowed = removeAt(follows.followerId)
  const removeFans = removeAt(follows.followeeId)
  const unmark = changes(db.delete(unsettledFollows).where(eq(unsettledFollows.accountId, placeholder('accountId'))))

  return async (accountId: number, limit: number): ReturnType<FollowStore['settle']> => {
    const found = await account({ accountId })
    if (found === undefined) {
      const followed = await removeFollowed({ accountId, limit })
      const fans = followed === limit ? 0 : await removeFans({ accountId, limit: limit - followed })
      return followed + fans === limit ? 'more' : 'gone'
    }
    const shown = found.showsFollows && found.lockedAt === null
    if ((await show({ accountId, limit, shown })) === limit) return 'more'
    await unmark({ accountId })
    return 'settled'
  }
}
