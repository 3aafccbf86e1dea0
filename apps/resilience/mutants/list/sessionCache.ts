import { type Mutant, store, suite } from '../mutant.ts'

const file = 'packages/store/src/sqlite/sessionCache.ts'
const foreignWrites = 'packages/store/src/sqlite/foreignWrites.ts'
const foreign = store('test/writeQueue.test.ts', 'another connection')
const looks = store('src/sqlite/foreignWrites.test.ts')

/** Sabotage of what keeps sessions in memory, and must never show one that is over. */
export const sessionCache: readonly Mutant[] = [
  {
    name: 'cache-deaf-to-others',
    breaks: 'What another process has committed is not seen.',
    file,
    find: '    if (foreign.happened()) forgetAll()\n',
    replace: '',
    tests: [foreign],
  },
  {
    name: 'cache-looks-once',
    breaks: 'Whether another process has committed is asked only once.',
    file: foreignWrites,
    find: '    isTickOld = true\n  }',
    replace: '  }',
    tests: [foreign],
  },
  {
    name: 'look-shared-by-later-turns',
    breaks: 'Requests that came after a look are answered by it.',
    file: foreignWrites,
    find: '    sharing = 0\n  }',
    replace: '  }',
    tests: [looks],
  },
  {
    name: 'look-shared-behind-another',
    breaks: 'A request that came behind another on its connection is answered by an earlier look.',
    file: foreignWrites,
    find: 'if (arrivals !== 1)',
    replace: 'if (arrivals === 0)',
    tests: [looks],
  },
  {
    name: 'look-inherited-within-a-tick',
    breaks: 'A request that came behind another is answered by the look that the first one shared.',
    file: foreignWrites,
    find: '      else isTickOld = true\n',
    replace: '',
    tests: [looks],
  },
  {
    name: 'look-shared-by-latecomers',
    breaks: 'Who goes on after waiting is answered by a look that others had of the same turn.',
    file: foreignWrites,
    find: 'process.nextTick(endArrivals)',
    replace: 'setImmediate(endArrivals)',
    tests: [looks],
  },
  {
    name: 'cache-deaf-to-accounts',
    breaks: 'A changed profile is shown as it was.',
    file,
    find: "  { table: 'accounts', event: 'update', account: 'old.id' },\n",
    replace: '',
    tests: [suite('profile', 'own profile with an address')],
  },
  {
    name: 'cache-deaf-to-logout',
    breaks: 'A session that was ended goes on in this process.',
    file,
    find: "  { table: 'sessions', event: 'delete', account: 'old.account_id' },\n",
    replace: '',
    tests: [suite('sessions', 'tokens')],
  },
  {
    name: 'cache-deaf-to-use',
    breaks: 'A session that was used ends when it would have ended without.',
    file,
    find: "  { table: 'sessions', event: 'update', account: 'old.account_id' },\n",
    replace: '',
    tests: [suite('sessions', 'tokens')],
  },
  {
    name: 'cache-shows-what-is-over',
    breaks: 'What was read of an account is told after it has changed.',
    file,
    find: '    for (const key of accounts.get(accountId)?.keys ?? []) sessions.delete(key)\n',
    replace: '',
    tests: [suite('sessions', 'tokens')],
  },
  {
    name: 'cache-without-end',
    breaks: 'Every session that was ever asked for is kept in memory.',
    file,
    find: '      if (sessions.size >= capacity) forgetOldest()\n',
    replace: '',
    tests: [store('src/sqlite/sessionCache.test.ts')],
  },
  {
    name: 'cache-mixes-sessions',
    breaks: 'The profile of an account is shown to a session that has ended.',
    file,
    find: 'return account?.sessionIds.includes(id) ? account.profile : undefined',
    replace: 'return account?.profile',
    tests: [suite('profile', 'sessions')],
  },
]
