import { describe, expect, test } from 'vitest'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { setPassword } from '../../credentials/setPassword.ts'
import { findSession } from '../../sessions/findSession.ts'
import { refreshAccess } from '../../sessions/refreshAccess.ts'
import { signInWithPassword } from '../../sessions/signInWithPassword.ts'
import { signOut } from '../../sessions/signOut.ts'
import { day, minute } from '../../time.ts'
import type { TestCore } from '../core.ts'
import { create, inParallel, type OpenStores, onCore, password, tally } from './setup.ts'

async function signInForTokens(core: TestCore) {
  const outcome = await signInWithPassword(core, { identifier: 'li_lei', password, withTokens: true })
  if (outcome.kind !== 'signedIn' || outcome.session.tokens === undefined) throw new Error(outcome.kind)
  return { ...outcome.session.tokens, token: outcome.session.token, session: outcome.session.session }
}

const withAccount = (open: OpenStores, scenario: (core: TestCore, accountId: number) => Promise<void>) =>
  onCore(open, async (core) =>
    scenario(
      core,
      await create(core, { username: 'li_lei', phone: '+8613812345678', email: 'l@example.com', password }),
    ),
  )

/** What access and refresh tokens open, for how long, and what ends them. */
export function tokenSuite(open: OpenStores): void {
  describe('tokens', () => {
    test(
      'an access token opens its session for 15 minutes; each kind opens its own door only',
      withAccount(open, async (core) => {
        const start = core.clock.now()
        const { access, refresh, token, session } = await signInForTokens(core)
        expect([access.token, refresh.token, token].map((text) => text.slice(0, 7))).toEqual([
          'acct_a_',
          'acct_r_',
          'acct_s_',
        ])
        expect([access.expiresAt, refresh.expiresAt]).toEqual([start + 15 * minute, start + 30 * day])
        expect(await findSession(core, { token: access.token })).toEqual({ kind: 'found', session })
        expect(await findSession(core, { token: refresh.token })).toEqual({ kind: 'none' })
        const disguised = ['acct_a_', 'acct_s_'].map((prefix) => prefix + refresh.token.slice(7))
        for (const text of disguised) expect(await findSession(core, { token: text })).toEqual({ kind: 'none' })
        for (const text of [access.token, token, '', `acct_r_${access.token.slice(7)}`]) {
          expect(await refreshAccess(core, { refreshToken: text })).toEqual({ kind: 'invalid' })
        }
        core.clock.advance(15 * minute - 1)
        expect(await findSession(core, { token: access.token })).toEqual({ kind: 'found', session })
        core.clock.advance(1)
        expect(await findSession(core, { token: access.token })).toEqual({ kind: 'none' })
        expect(await findSession(core, { token })).toEqual({ kind: 'found', session })
      }),
    )

    test(
      'a session has no tokens unless they were asked for',
      withAccount(open, async (core) => {
        const outcome = await signInWithPassword(core, { identifier: 'li_lei', password })
        expect(outcome).toMatchObject({ kind: 'signedIn' })
        expect(outcome).not.toHaveProperty('session.tokens')
      }),
    )

    test(
      '50 parallel refreshes all succeed, and earlier access tokens live on',
      withAccount(open, async (core) => {
        const { access, refresh, session } = await signInForTokens(core)
        const outcomes = await inParallel(50, () => refreshAccess(core, { refreshToken: refresh.token }))
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ refreshed: 50 })
        const tokens = outcomes.flatMap((outcome) => (outcome.kind === 'refreshed' ? [outcome.access.token] : []))
        expect(new Set(tokens).size).toBe(50)
        for (const token of [access.token, ...tokens]) {
          expect(await findSession(core, { token })).toEqual({ kind: 'found', session })
        }
      }),
    )

    test(
      'refreshing keeps the session alive, until the refresh token ends after 30 days',
      withAccount(open, async (core) => {
        const start = core.clock.now()
        const { refresh } = await signInForTokens(core)
        for (let days = 6; days < 30; days += 6) {
          core.clock.set(start + days * day)
          expect(await refreshAccess(core, { refreshToken: refresh.token })).toMatchObject({ kind: 'refreshed' })
        }
        core.clock.set(start + 30 * day - 1)
        const last = await refreshAccess(core, { refreshToken: refresh.token })
        if (last.kind !== 'refreshed') throw new Error(last.kind)
        expect(await findSession(core, last.access)).toMatchObject({ kind: 'found' })
        core.clock.advance(1)
        expect(await refreshAccess(core, { refreshToken: refresh.token })).toEqual({ kind: 'invalid' })
        expect(await findSession(core, last.access)).toEqual({ kind: 'none' })
      }),
    )

    test.each([
      {
        what: 'signing out',
        end: (core: TestCore, session: { id: number; accountId: number }) => signOut(core, { session }),
      },
      {
        what: 'a lock',
        end: (core: TestCore, { accountId }: { accountId: number }) => lockAccount(core, { accountId }),
      },
      {
        what: 'a new password',
        end: (core: TestCore, { accountId }: { accountId: number }) =>
          setPassword(core, { accountId, password: 'new' }),
      },
      { what: 'a week without use', end: async (core: TestCore) => core.clock.advance(7 * day) },
    ])('$what ends them all', async ({ end }) =>
      withAccount(open, async (core) => {
        const { access, refresh, session } = await signInForTokens(core)
        await end(core, session)
        expect(await findSession(core, { token: access.token })).toEqual({ kind: 'none' })
        expect(await refreshAccess(core, { refreshToken: refresh.token })).toEqual({ kind: 'invalid' })
      })(),
    )

    test(
      'an identifier of a kind that a door does not take is as good as unknown there',
      withAccount(open, async (core) => {
        const by = ['phone', 'email'] as const
        const kindOf = async (identifier: string) => (await signInWithPassword(core, { identifier, password, by })).kind
        expect(await kindOf('li_lei')).toBe('unknownAccount')
        expect(await kindOf('13812345678')).toBe('signedIn')
        expect(await kindOf('L@example.com')).toBe('signedIn')
      }),
    )
  })
}
