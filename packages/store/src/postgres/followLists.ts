import type { Audience, FollowLists } from '@acct/core'
import { and, desc, eq, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { accounts, followGroups, follows } from './schema.ts'
import { first, rows } from './statements.ts'

const { placeholder } = sql

const longest = 5000

const usable = isNull(accounts.lockedAt)
// The first condition spares looking at the accounts of a million hidden fans; a partial index needs it word by word. The
// account decides.
const showing = and(sql`shown`, usable, eq(accounts.showsFollows, true))

/** Prepares reading whom an account follows and who follows it. Several statements: to be run in one transaction. */
export function followLists(db: Db) {
  const ownGroups = rows(
    db
      .select({ name: followGroups.name, made: followGroups.made })
      .from(followGroups)
      .where(eq(followGroups.accountId, placeholder('accountId'))),
  )
  const followed = (group: SQL) =>
    rows(
      db
        .select({ id: follows.followeeId })
        .from(follows)
        .innerJoin(accounts, and(eq(accounts.id, follows.followeeId), usable))
        .where(and(eq(follows.followerId, placeholder('accountId')), group))
        .orderBy(desc(follows.placed))
        .limit(longest),
    )
  const inGroup = followed(eq(follows.groupName, placeholder('name')))
  const notSpecial = followed(ne(follows.groupName, 'special'))
  const all = fansOf(db, usable)
  const fans = { owner: all, administrator: all, others: fansOf(db, showing) }

  const idsIn = async (accountId: number, name: string) => (await inGroup({ accountId, name })).map(({ id }) => id)
  const groupsFor = async (accountId: number, audience: Audience) => {
    const special = { name: 'special', accountIds: await idsIn(accountId, 'special') }
    if (audience !== 'owner') {
      return [special, { name: 'default', accountIds: (await notSpecial({ accountId })).map(({ id }) => id) }]
    }
    const groups = [special]
    const own = (await ownGroups({ accountId })).sort((one, other) => one.made - other.made)
    for (const { name } of [{ name: 'default' }, ...own]) {
      groups.push({ name, accountIds: await idsIn(accountId, name) })
    }
    return groups
  }

  return async (accountId: number, audience: Audience, fansBefore: number | undefined): Promise<FollowLists> => ({
    groups: await groupsFor(accountId, audience),
    fans: await fans[audience](accountId, fansBefore),
  })
}

/** Prepares reading fans that fulfil a condition. One that does not is no place to go on from, so it can not be probed for. */
function fansOf(db: Db, condition: SQL | undefined) {
  const fan = and(eq(accounts.id, follows.followerId), condition)
  const thisFan = first(
    db
      .select({ came: follows.came })
      .from(follows)
      .innerJoin(accounts, fan)
      .where(and(eq(follows.followerId, placeholder('fan')), eq(follows.followeeId, placeholder('accountId')))),
  )
  const place = sql`(${follows.came}, ${follows.followerId})`
  const before = rows(
    db
      .select({ id: follows.followerId })
      .from(follows)
      .innerJoin(accounts, fan)
      .where(
        and(
          eq(follows.followeeId, placeholder('accountId')),
          sql`${place} < (${placeholder('came')}::bigint, ${placeholder('fan')}::bigint)`,
        ),
      )
      .orderBy(desc(follows.came), desc(follows.followerId))
      .limit(longest),
  )

  return async (accountId: number, fansBefore: number | undefined): Promise<number[]> => {
    const fan = fansBefore ?? 0
    const from = fansBefore === undefined ? undefined : await thisFan({ accountId, fan })
    const found = await before({ accountId, fan, came: from?.came ?? Number.MAX_SAFE_INTEGER })
    return found.map(({ id }) => id)
  }
}
