import { describe, expect, test } from 'vitest'
import { deleteAccount } from '../../accounts/deleteAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { registerWithUsername } from '../../accounts/registerWithUsername.ts'
import { changePassword } from '../../credentials/changePassword.ts'
import { setPassword } from '../../credentials/setPassword.ts'
import { findSession } from '../../sessions/findSession.ts'
import { signOut } from '../../sessions/signOut.ts'
import {
  create,
  duringVerification,
  inParallel,
  type OpenStores,
  onCore,
  password,
  register,
  signIn,
  tally,
  tryPassword,
  tryWrong,
} from './setup.ts'

/** What passwords open, at what cost, and how they are replaced. */
export function passwordSuite(open: OpenStores): void {
  describe('passwords', () => {
    test.each([
      { outcome: 'unknownAccount', identifier: 'nobody', text: 'x' },
      { outcome: 'wrongPassword', identifier: 'li_lei', text: 'x' },
      { outcome: 'wrongPassword', identifier: 'without', text: '' },
      { outcome: 'wrongPassword', identifier: 'li_lei', text: 'x'.repeat(129) },
      { outcome: 'wrongPassword', identifier: 'li_lei', text: '\ud800' },
      { outcome: 'closed', identifier: 'closed', text: password },
      { outcome: 'signedIn', identifier: 'li_lei', text: password },
    ])('$outcome costs one verification and counts one try before it', async ({ outcome, identifier, text }) =>
      onCore(open, async (core) => {
        await register(core)
        await register(core, 'closed')
        await create(core, { username: 'without' })
        await tryWrong(core, 10, 'closed')
        const before = { hashed: core.hasher.hashed, verified: core.hasher.verified }
        expect(await tryPassword(core, text, identifier)).toBe(outcome)
        expect(core.hasher.hashed - before.hashed).toBe(0)
        expect(core.hasher.verified - before.verified).toBe(1)
      })(),
    )

    test(
      'the first sign-in makes the dummy hash whatever it comes to',
      onCore(open, async (core) => {
        await register(core)
        expect(core.hasher.hashed).toBe(1)
        await signIn(core)
        expect(core.hasher.hashed).toBe(2)
        await tryWrong(core, 1, 'nobody')
        expect(core.hasher.hashed).toBe(2)
      }),
    )

    test(
      'a password of 128 bytes holds in full',
      onCore(open, async (core) => {
        const long = '密'.repeat(42) + 'ab'
        await registerWithUsername(core, { username: 'long', password: long })
        expect(await tryPassword(core, long, 'long')).toBe('signedIn')
        expect(await tryPassword(core, long.slice(0, -1), 'long')).toBe('wrongPassword')
        expect(await tryPassword(core, `${long}c`, 'long')).toBe('wrongPassword')
        expect(await registerWithUsername(core, { username: 'longer', password: `${long}c` })).toEqual({
          kind: 'passwordRefused',
        })
      }),
    )

    test(
      'a locked account is told only to who knows the password',
      onCore(open, async (core) => {
        await lockAccount(core, { accountId: await register(core) })
        expect(await tryPassword(core, 'wrong')).toBe('wrongPassword')
        for (let time = 0; time < 12; time += 1) expect(await tryPassword(core, password)).toBe('locked')
      }),
    )

    test(
      'a lock, a deletion or a new password that comes while the password is verified wins',
      onCore(open, async (core) => {
        const accountId = await register(core)
        duringVerification(core, () => setPassword(core, { accountId, password: 'new' }))
        expect(await tryPassword(core, password)).toBe('wrongPassword')
        duringVerification(core, () => lockAccount(core, { accountId }))
        expect(await tryPassword(core, 'new')).toBe('locked')
        await register(core, 'another')
        const found = await core.stores.accounts.findIdByIdentifier({ kind: 'username', key: 'another' })
        duringVerification(core, () => deleteAccount(core, { accountId: found ?? 0 }))
        expect(await tryPassword(core, password, 'another')).toBe('unknownAccount')
      }),
    )

    test(
      'an upgraded hash that comes while the password is verified does no harm',
      onCore(open, async (core) => {
        const accountId = await register(core)
        duringVerification(core, () => setPassword(core, { accountId, password }))
        expect(await tryPassword(core, password)).toBe('signedIn')
      }),
    )

    test(
      'a hash with outdated parameters is replaced at the next sign-in',
      onCore(open, async (core) => {
        await register(core)
        await signIn(core)
        core.hasher.parameters = 'stronger'
        const before = core.hasher.hashed
        await signIn(core)
        await signIn(core)
        expect(core.hasher.hashed - before).toBe(1)
      }),
    )

    test(
      'changing the password ends every session but the fresh one',
      onCore(open, async (core) => {
        await register(core)
        const [mine, other] = [await signIn(core), await signIn(core)]
        const change = { session: mine.session, oldPassword: password, newPassword: 'new' }
        const outcome = await changePassword(core, change)
        if (outcome.kind !== 'changed') throw new Error(outcome.kind)
        const { token, session } = outcome.session
        expect(await findSession(core, { token: mine.token })).toEqual({ kind: 'none' })
        expect(await findSession(core, { token: other.token })).toEqual({ kind: 'none' })
        expect(await findSession(core, { token })).toEqual({ kind: 'found', session })
        expect(await tryPassword(core, password)).toBe('wrongPassword')
        expect(await tryPassword(core, 'new')).toBe('signedIn')
        expect(await changePassword(core, change)).toEqual({ kind: 'sessionOver' })
      }),
    )

    test(
      'of parallel changes from several sessions exactly one holds',
      onCore(open, async (core) => {
        await register(core)
        const sessions = await inParallel(5, () => signIn(core))
        const outcomes = await inParallel(5, async (index) => {
          const session = sessions[index]?.session ?? { id: 0, accountId: 0 }
          return changePassword(core, { session, oldPassword: password, newPassword: `new ${index}` })
        })
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ changed: 1, sessionOver: 4 })
        const winner = outcomes.findIndex(({ kind }) => kind === 'changed')
        expect(await tryPassword(core, `new ${winner}`)).toBe('signedIn')
      }),
    )

    test(
      'a session that ends while the old password is verified changes nothing',
      onCore(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        duringVerification(core, () => signOut(core, { session }))
        const change = { session, oldPassword: password, newPassword: 'new' }
        expect(await changePassword(core, change)).toEqual({ kind: 'sessionOver' })
        expect(await tryPassword(core, password)).toBe('signedIn')
      }),
    )

    test(
      'an operator sets a password and thereby ends the sessions',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const { token } = await signIn(core)
        expect(await setPassword(core, { accountId, password: 'new' })).toEqual({ kind: 'done' })
        expect(await findSession(core, { token })).toEqual({ kind: 'none' })
        expect(await tryPassword(core, 'new')).toBe('signedIn')
        expect(await setPassword(core, { accountId: accountId + 1, password: 'new' })).toEqual({ kind: 'none' })
      }),
    )
  })
}
