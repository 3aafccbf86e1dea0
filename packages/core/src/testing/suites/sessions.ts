import { describe, expect, test } from 'vitest'
import { deleteAccount } from '../../accounts/deleteAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { unlockAccount } from '../../accounts/unlockAccount.ts'
import { changePassword } from '../../credentials/changePassword.ts'
import { setPassword } from '../../credentials/setPassword.ts'
import { readOwnProfile } from '../../profile/readOwnProfile.ts'
import { findSession } from '../../sessions/findSession.ts'
import type { Session } from '../../sessions/session.ts'
import { signOut } from '../../sessions/signOut.ts'
import { day, hour, minute } from '../../time.ts'
import type { TestCore } from '../core.ts'
import { type OpenStores, onCore, password, register, signIn } from './setup.ts'

const endings: { by: string; end: (core: TestCore, session: Session) => Promise<unknown> }[] = [
  { by: 'signing out', end: (core, session) => signOut(core, { session }) },
  { by: 'a lock', end: (core, { accountId }) => lockAccount(core, { accountId }) },
  { by: 'the account', end: (core, { accountId }) => deleteAccount(core, { accountId }) },
  { by: 'an operator’s new password', end: (core, { accountId }) => setPassword(core, { accountId, password: 'new' }) },
  {
    by: 'a new password',
    end: (core, session) => changePassword(core, { session, oldPassword: password, newPassword: 'new' }),
  },
]

/** How long a session lives and what ends it. */
export function sessionSuite(open: OpenStores): void {
  describe('sessions', () => {
    test(
      'a session ends after 7 days without use',
      onCore(open, async (core) => {
        await register(core)
        const { token, session } = await signIn(core)
        core.clock.advance(7 * day - 1)
        expect(await findSession(core, { token })).toEqual({ kind: 'found', session })
        core.clock.advance(7 * day - 1)
        expect(await findSession(core, { token })).toEqual({ kind: 'found', session })
        core.clock.advance(7 * day)
        expect(await findSession(core, { token })).toEqual({ kind: 'none' })
      }),
    )

    test(
      'a session ends after 30 days however it is used',
      onCore(open, async (core) => {
        await register(core)
        const start = core.clock.now()
        const { token, expiresAt } = await signIn(core)
        expect(expiresAt).toBe(start + 30 * day)
        for (let days = 1; days < 30; days += 1) {
          core.clock.set(start + days * day)
          expect(await findSession(core, { token })).toMatchObject({ kind: 'found' })
        }
        core.clock.set(expiresAt - 1)
        expect(await findSession(core, { token })).toMatchObject({ kind: 'found' })
        core.clock.set(expiresAt)
        expect(await findSession(core, { token })).toEqual({ kind: 'none' })
      }),
    )

    test(
      'using a session is written down at most once an hour',
      onCore(open, async (core) => {
        await register(core)
        const { token } = await signIn(core)
        const written: number[] = []
        const { touch } = core.stores.sessions
        core.stores.sessions.touch = async (session, use) => {
          written.push(use.at)
          await touch(session, use)
        }
        const start = core.clock.now()
        for (let minutes = 0; minutes <= 180; minutes += 20) {
          core.clock.set(start + minutes * minute)
          await findSession(core, { token })
        }
        expect(written).toEqual([start + hour, start + 2 * hour, start + 3 * hour])
      }),
    )

    test(
      'what is no session token finds nothing',
      onCore(open, async (core) => {
        await register(core)
        const { token } = await signIn(core)
        for (const text of ['', 'acct_s_', token.slice(0, -1), `${token}A`, token.toUpperCase(), 'x'.repeat(60_000)]) {
          expect(await findSession(core, { token: text })).toEqual({ kind: 'none' })
        }
      }),
    )

    test(
      'signing out ends this session, once',
      onCore(open, async (core) => {
        await register(core)
        const [mine, other] = [await signIn(core), await signIn(core)]
        expect(mine.token).not.toBe(other.token)
        expect(await signOut(core, mine)).toEqual({ kind: 'signedOut' })
        expect(await signOut(core, mine)).toEqual({ kind: 'alreadyOver' })
        expect(await findSession(core, mine)).toEqual({ kind: 'none' })
        expect(await findSession(core, other)).toMatchObject({ kind: 'found' })
      }),
    )

    test(
      'locking ends the sessions, and unlocking does not bring them back',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const { token } = await signIn(core)
        await lockAccount(core, { accountId })
        expect(await findSession(core, { token })).toEqual({ kind: 'none' })
        await unlockAccount(core, { accountId })
        expect(await findSession(core, { token })).toEqual({ kind: 'none' })
        expect(await findSession(core, await signIn(core))).toMatchObject({ kind: 'found' })
      }),
    )

    test.each(endings)('a session that is in use is over at once with $by', ({ end }) =>
      onCore(open, async (core) => {
        await register(core)
        const [mine, other] = [await signIn(core), await signIn(core)]
        for (const { token, session } of [mine, other]) {
          expect(await findSession(core, { token })).toEqual({ kind: 'found', session })
          expect(await readOwnProfile(core, { session })).toMatchObject({ kind: 'profile' })
        }
        await end(core, mine.session)
        expect(await findSession(core, mine)).toEqual({ kind: 'none' })
        // Whatever is known of the account by then, since another of its sessions was looked for.
        await findSession(core, other)
        expect(await readOwnProfile(core, mine)).toEqual({ kind: 'sessionOver' })
      })(),
    )

    test(
      'the id of an ended session is not used again',
      onCore(open, async (core) => {
        await register(core)
        const first = await signIn(core)
        await signOut(core, first)
        expect((await signIn(core)).session.id).not.toBe(first.session.id)
      }),
    )
  })
}
