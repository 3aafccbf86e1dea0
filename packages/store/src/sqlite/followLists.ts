import type { Audience, FollowLists } from '@acct/core'
import { and, desc, eq, isNull, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { accounts, followGroups, follows } from './schema.ts'

const { placeholder } = sql

const longest = 5000

const usable = isNull(accounts.lockedAt)
// The first condition spares looking at the accounts of a million hidden fans; a partial index needs it word by word. The
// account decides.
const showing = and(sql`shown = 1`, usable, eq(accounts.showsFollows, true))

/** Prepares reading whom an account follows and who follows it. Several statements: to be run in one transaction. */
export function followLists(db: BetterSQLite3Database) {
  const ownGroups = db
    .select({ id: followGroups.id, name: followGroups.name })
    .from(followGroups)
    .where(eq(followGroups.accountId, placeholder('accountId')))
    .prepare()
  const followed = (group: SQL) =>
    db
      .select({ id: follows.followeeId })
      .from(follows)
      .innerJoin(accounts, and(eq(accounts.id, follows.followeeId), usable))
      .where(and(eq(follows.followerId, placeholder('accountId')), group))
      .orderBy(desc(follows.placed))
      .limit(longest)
      .prepare()
  const inGroup = followed(eq(follows.groupName, placeholder('name')))
  const notSpecial = followed(ne(follows.groupName, 'special'))
  const all = fansOf(db, usable)
  const fans = { owner: all, administrator: all, others: fansOf(db, showing) }

  const idsIn = (accountId: number, name: string) => inGroup.all({ accountId, name }).map(({ id }) => id)
  const groupsFor = (accountId: number, audience: Audience) => {
    const special = { name: 'special', accountIds: idsIn(accountId, 'special') }
    if (audience !== 'owner') {
      return [special, { name: 'default', accountIds: notSpecial.all({ accountId }).map(({ id }) => id) }]
    }
    const own = ownGroups.all({ accountId }).sort((one, other) => one.id - other.id)
    const rest = [{ name: 'default' }, ...own]
    return [special, ...rest.map(({ name }) => ({ name, accountIds: idsIn(accountId, name) }))]
  }

  return (accountId: number, audience: Audience, fansBefore: number | undefined): FollowLists => ({
    groups: groupsFor(accountId, audience),
    fans: fans[audience](accountId, fansBefore),
  })
}

/** Prepares reading fans that fulfil a condition. One that does not is no place to go on from, so it can not be probed for. */
function fansOf(db: BetterSQLite3Database, condition: SQL | undefined) {
  const fan = and(eq(accounts.id, follows.followerId), condition)
  const thisFan = db
    .select({ edge: follows.id })
    .from(follows)
    .innerJoin(accounts, fan)
    .where(and(eq(follows.followerId, placeholder('fan')), eq(follows.followeeId, placeholder('accountId'))))
    .prepare()
  const before = db
    .select({ id: follows.followerId })
    .from(follows)
    .innerJoin(accounts, fan)
    .where(and(eq(follows.followeeId, placeholder('accountId')), lt(follows.id, placeholder('edge'))))
    .orderBy(desc(follows.id))
    .limit(longest)
    .prepare()

  return (accountId: number, fansBefore: number | undefined): number[] => {
    const from = fansBefore === undefined ? undefined : thisFan.get({ accountId, fan: fansBefore })
    return before.all({ accountId, edge: from?.edge ?? Number.MAX_SAFE_INTEGER }).map(({ id }) => id)
  }
}
