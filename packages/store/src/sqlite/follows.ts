import type { FollowStore } from '@acct/core'
import { asc, gt, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { followSteps } from './followAccount.ts'
import { followGroupSteps } from './followGroups.ts'
import { followLists } from './followLists.ts'
import { unsettledFollows } from './schema.ts'
import { settleFollows } from './settleFollows.ts'

const { placeholder } = sql

/** Who follows whom, on SQLite. */
export function followStore({ db, read, readAll, write }: Connection): FollowStore {
  const lists = followLists(db)
  const { follow, unfollow } = followSteps(db)
  const { add, remove } = followGroupSteps(db)
  const settle = settleFollows(db)
  const unsettled = db
    .select({ id: unsettledFollows.accountId })
    .from(unsettledFollows)
    .where(gt(unsettledFollows.accountId, placeholder('after')))
    .orderBy(asc(unsettledFollows.accountId))
    .limit(placeholder('limit'))
    .prepare()

  return {
    read: (accountId, { audience, fansBefore }) => readAll(() => lists(accountId, audience, fansBefore)),
    follow: (session, input) => write(() => follow(session, input)),
    unfollow: (session, accountId) => write(() => unfollow(session, accountId)),
    addGroup: (session, input) => write(() => add(session, input)),
    removeGroup: (session, input) => write(() => remove(session, input)),
    settle: (accountId, limit) => write(() => settle(accountId, limit)),
    unsettled: (how) => read(() => unsettled.all({ ...how }).map(({ id }) => id)),
  }
}
