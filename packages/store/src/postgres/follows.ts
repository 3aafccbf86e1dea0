import type { FollowStore } from '@acct/core'
import { asc, gt, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { followSteps } from './followAccount.ts'
import { followGroupSteps } from './followGroups.ts'
import { followLists } from './followLists.ts'
import { unsettledFollows } from './schema.ts'
import { settleFollows } from './settleFollows.ts'
import { rows } from './statements.ts'

const { placeholder } = sql

/** Who follows whom, on PostgreSQL. */
export function followStore({ prepared }: Connection): FollowStore {
  const { read, readAll, write } = prepared(statements)
  return {
    read: (accountId, { audience, fansBefore }) => readAll(({ lists }) => lists(accountId, audience, fansBefore)),
    follow: (session, input) => write(({ follow }) => follow(session, input)),
    unfollow: (session, accountId) => write(({ unfollow }) => unfollow(session, accountId)),
    addGroup: (session, input) => write(({ add }) => add(session, input)),
    removeGroup: (session, input) => write(({ remove }) => remove(session, input)),
    settle: (accountId, limit) => write(({ settle }) => settle(accountId, limit)),
    unsettled: (how) => read(async ({ unsettled }) => (await unsettled({ ...how })).map(({ id }) => id)),
  }
}

function statements(db: Db) {
  return {
    lists: followLists(db),
    ...followSteps(db),
    ...followGroupSteps(db),
    settle: settleFollows(db),
    unsettled: rows(
      db
        .select({ id: unsettledFollows.accountId })
        .from(unsettledFollows)
        .where(gt(unsettledFollows.accountId, placeholder('after')))
        .orderBy(asc(unsettledFollows.accountId))
        .limit(placeholder('limit')),
    ),
  }
}
