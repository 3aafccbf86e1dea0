import { type Mutant, store, suite } from '../mutant.ts'

const sqlite = 'packages/store/src/sqlite'

/** Sabotage of who follows whom. */
export const follows: readonly Mutant[] = [
  {
    name: 'follows-oneself',
    breaks: 'An account can follow itself.',
    file: `${sqlite}/followAccount.ts`,
    find: 'followeeId !== session.accountId && followee.get',
    replace: 'followee.get',
    tests: [suite('follows')],
  },
  {
    name: 'follows-the-locked',
    breaks: 'A locked account can be followed, which tells that it is there.',
    file: `${sqlite}/followAccount.ts`,
    find: "and(eq(accounts.id, placeholder('followeeId')), isNull(accounts.lockedAt))",
    replace: "eq(accounts.id, placeholder('followeeId'))",
    tests: [suite('follows')],
  },
  {
    name: 'privacy-ignored-among-fans',
    breaks: 'Who hides whom they follow is among the fans that others see.',
    file: `${sqlite}/followLists.ts`,
    find: 'others: fansOf(db, showing)',
    replace: 'others: all',
    tests: [suite('privacy', 'follows')],
  },
  {
    name: 'fans-go-on-from-anybody',
    breaks: 'Who hides can be found among the fans by going on from their place.',
    file: `${sqlite}/followLists.ts`,
    find: '    .innerJoin(accounts, fan)\n    .where(and(eq(follows.followerId,',
    replace: '    .innerJoin(accounts, eq(accounts.id, follows.followerId))\n    .where(and(eq(follows.followerId,',
    tests: [suite('privacy', 'follows')],
  },
  {
    name: 'lists-off-by-one',
    breaks: 'A list has 5,001 entries.',
    file: `${sqlite}/followLists.ts`,
    find: 'const longest = 5000',
    replace: 'const longest = 5001',
    tests: [store('test/follows.test.ts')],
  },
  {
    name: 'own-groups-shown',
    breaks: 'Others see the names of the groups that an account has made.',
    file: `${sqlite}/followLists.ts`,
    find: "if (audience !== 'owner') {",
    replace: "if (audience === 'administrator') {",
    tests: [suite('privacy', 'follows')],
  },
  {
    name: 'groups-off-by-one',
    breaks: 'An account may make 51 groups.',
    file: `${sqlite}/followGroups.ts`,
    find: '?.groups ?? 0) >= limit)',
    replace: '?.groups ?? 0) > limit)',
    tests: [suite('follows')],
  },
  {
    name: 'group-of-everybody',
    breaks: 'Deleting a group takes the follows of everybody who has one of that name.',
    file: `${sqlite}/followGroups.ts`,
    find: "and(eq(follows.followerId, placeholder('accountId')), eq(follows.groupName, placeholder('name')))",
    replace: "eq(follows.groupName, placeholder('name'))",
    tests: [suite('follows', 'follows of many at once')],
  },
  {
    name: 'fans-of-nobody',
    breaks: 'Follows of a deleted account stay.',
    file: `${sqlite}/settleFollows.ts`,
    find: 'const fans = removeFans.run({ accountId, limit: limit - followed }).changes',
    replace: 'const fans = 0',
    tests: [suite('deletion', 'follows')],
  },
]
