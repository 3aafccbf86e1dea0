import { type Mutant, store, suite } from '../mutant.ts'

const area = 'packages/core/src/sessions'
const sqlite = 'packages/store/src/sqlite'
const postgres = 'packages/store/src/postgres'

/** Sabotage of sessions, access tokens and refresh tokens. */
export const sessions: readonly Mutant[] = [
  {
    name: 'locked-session-opens',
    breaks: 'A session of a locked account goes on.',
    file: `${sqlite}/live.ts`,
    find: 'and(eq(accounts.id, sessions.accountId), isNull(accounts.lockedAt))',
    replace: 'eq(accounts.id, sessions.accountId)',
    tests: [store('test/writeQueue.test.ts')],
  },
  {
    name: 'locked-signs-in',
    breaks: 'A locked account can be signed in to.',
    file: `${sqlite}/beginSession.ts`,
    find: '            isNull(accounts.lockedAt),\n',
    replace: '',
    tests: [suite('sessions', 'codes', 'sign-ups')],
  },
  {
    name: 'lock-keeps-sessions',
    breaks: 'Sessions that an account had when it was locked are there again once it is unlocked.',
    file: `${sqlite}/accounts.ts`,
    find: '        end(id)\n',
    replace: '',
    tests: [suite('sessions', 'accounts')],
  },
  {
    name: 'idle-too-long',
    breaks: 'A session lasts eight days without use.',
    file: `${area}/token.ts`,
    find: 'const idle = 7 * day',
    replace: 'const idle = 8 * day',
    tests: [suite('sessions')],
  },
  {
    name: 'no-absolute-end',
    breaks: 'A session that is used never ends.',
    file: `${area}/token.ts`,
    find: 'return Math.min(lastUsedAt + idle, startedAt + absolute)',
    replace: 'return lastUsedAt + idle',
    tests: [suite('sessions')],
  },
  {
    name: 'use-not-noted',
    breaks: 'A session ends seven days after it began, however it is used.',
    file: `${area}/findSession.ts`,
    find: 'if (now - lastUsedAt >= hour) await',
    replace: 'if (now - lastUsedAt >= 1000 * hour) await',
    tests: [suite('sessions')],
  },
  {
    name: 'use-always-noted',
    breaks: 'Every request writes that its session was used.',
    file: `${area}/findSession.ts`,
    find: 'if (now - lastUsedAt >= hour) await',
    replace: 'if (now - lastUsedAt >= 0) await',
    tests: [suite('sessions')],
  },
  {
    name: 'end-off-by-one',
    breaks: 'A session is still good at the very instant at which it ends.',
    file: `${sqlite}/findSession.ts`,
    find: "eq(sessions.tokenHash, placeholder('tokenHash')), gt(sessions.endsAt, placeholder('now'))",
    replace: "eq(sessions.tokenHash, placeholder('tokenHash')), sql`${sessions.endsAt} >= ${placeholder('now')}`",
    tests: [suite('sessions', 'tokens')],
  },
  {
    name: 'known-end-off-by-one',
    breaks: 'A session that was seen before is still good at the very instant at which it ends.',
    file: `${sqlite}/findSession.ts`,
    find: 'known.endsAt > now',
    replace: 'known.endsAt >= now',
    tests: [suite('sessions', 'tokens')],
  },
  {
    name: 'access-token-for-ever',
    breaks: 'An access token lives as long as its session.',
    file: `${sqlite}/findSession.ts`,
    find: 'min(${sessions.endsAt}, ${tokens.expiresAt})',
    replace: '${sessions.endsAt}',
    tests: [suite('tokens')],
  },
  {
    name: 'access-token-outlives-session',
    breaks: 'An access token lives on when its session has ended.',
    file: `${sqlite}/findSession.ts`,
    find: 'min(${sessions.endsAt}, ${tokens.expiresAt})',
    replace: '${tokens.expiresAt}',
    tests: [suite('tokens')],
  },
  {
    name: 'refresh-is-no-use',
    breaks: 'Refreshing does not keep a session alive.',
    file: `${sqlite}/sessions.ts`,
    find: '        touch.run({ ...sessionKey(session), ...noted })\n',
    replace: '',
    tests: [suite('tokens')],
  },
  {
    name: 'logout-ends-nothing',
    breaks: 'Signing out says that it did, and the session and its refresh token live on.',
    file: `${sqlite}/sessions.ts`,
    find: 'end: (session) => write(() => end.run(sessionKey(session)).changes === 1)',
    replace: 'end: (session) => write(() => isOpen.get(sessionKey(session)) !== undefined)',
    tests: [suite('sessions', 'tokens')],
  },
  {
    name: 'tokens-of-any-kind',
    breaks: 'A refresh token opens what only a session or an access token may.',
    file: `${area}/findSession.ts`,
    find: "    : ofAccess && (await sessions.findByToken('access', ofAccess, now))",
    replace: `    : ofAccess
      ? await sessions.findByToken('access', ofAccess, now)
      : await sessions.findByToken('refresh', tokenHash('refresh', token) ?? new Uint8Array(), now)`,
    tests: [suite('tokens')],
  },
  {
    name: 'look-fails-for-the-first',
    breaks: 'Of those whose sessions are looked up together only the first is told that PostgreSQL is away.',
    file: `${postgres}/together.ts`,
    find: '      for (const { fail } of some) fail(error)\n',
    replace: '      some[0]?.fail(error)\n',
    tests: [store('test/together.test.ts')],
  },
  {
    name: 'profile-read-along-kept',
    breaks: 'Who has waited, for a write of its own too, is shown the profile as it was before.',
    file: `${postgres}/readAlong.ts`,
    find: '      if (profiles.size === 0) process.nextTick(() => profiles.clear())\n',
    replace: '',
    tests: [store('test/foundSessions.test.ts')],
  },
]
