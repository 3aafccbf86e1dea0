import { describe, expect, test } from 'vitest'
import { changePassword } from '../../credentials/changePassword.ts'
import { Unavailable } from '../../errors.ts'
import { signInWithPassword } from '../../sessions/signInWithPassword.ts'
import { minute } from '../../time.ts'
import { testCore } from '../core.ts'
import {
  create,
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

const closing = 15 * minute

/** How wrong passwords close an account, and what does not. */
export function lockoutSuite(open: OpenStores): void {
  describe('lockout', () => {
    test(
      'ten wrong passwords close the account, to the right one too, until 15 minutes after the tenth',
      onCore(open, async (core) => {
        await register(core)
        expect(tally(await tryWrong(core, 10))).toEqual({ wrongPassword: 10 })
        expect(await tryPassword(core, password)).toBe('closed')
        core.clock.advance(closing - 1)
        expect(await tryPassword(core, password)).toBe('closed')
        core.clock.advance(1)
        expect(await tryPassword(core, password)).toBe('signedIn')
        expect(tally(await tryWrong(core, 11))).toEqual({ wrongPassword: 10, closed: 1 })
      }),
    )

    test.each([
      { first: 'still inside', gap: closing - 1, outcome: 'closed' },
      { first: 'just outside', gap: closing, outcome: 'signedIn' },
    ])(
      'a first try that is $first the 15 minutes: $outcome',
      async ({ gap, outcome }) =>
        await onCore(open, async (core) => {
          await register(core)
          await tryWrong(core, 1)
          core.clock.advance(gap)
          await tryWrong(core, 9)
          expect(await tryPassword(core, password)).toBe(outcome)
        })(),
    )

    test(
      'tries while it is closed do not keep it closed',
      onCore(open, async (core) => {
        await register(core)
        await tryWrong(core, 10)
        core.clock.advance(closing - 1)
        expect(tally(await tryWrong(core, 5))).toEqual({ closed: 5 })
        core.clock.advance(1)
        expect(await tryPassword(core, password)).toBe('signedIn')
      }),
    )

    test(
      'a right password counts as no try and takes none back',
      onCore(open, async (core) => {
        await register(core)
        for (let time = 0; time < 12; time += 1) await signIn(core)
        await tryWrong(core, 9)
        await signIn(core)
        expect(tally(await tryWrong(core, 2))).toEqual({ wrongPassword: 1, closed: 1 })
      }),
    )

    test(
      'all identifiers of an account and its change of password share one count',
      onCore(open, async (core) => {
        await create(core, { username: 'han', phone: '+8613812345678', email: 'han@example.com', password })
        const { session } = await signIn(core, 'han')
        await tryWrong(core, 3, 'HAN')
        await tryWrong(core, 2, '13812345678')
        await tryWrong(core, 2, '+8613812345678')
        await tryWrong(core, 2, 'Han@Example.com')
        const change = { session, oldPassword: 'wrong', newPassword: 'new' }
        expect(await changePassword(core, change)).toEqual({ kind: 'wrongPassword' })
        expect(await tryPassword(core, password, 'han')).toBe('closed')
        expect(await changePassword(core, { ...change, oldPassword: password })).toEqual({ kind: 'closed' })
      }),
    )

    test(
      'an identifier that names nobody stays unknown however often it is tried, and closes nobody else',
      onCore(open, async (core) => {
        await register(core)
        expect(tally(await tryWrong(core, 10, 'nobody'))).toEqual({ unknownAccount: 10 })
        expect(tally(await tryWrong(core, 3, 'ＮＯＢＯＤＹ'))).toEqual({ unknownAccount: 3 })
        expect(await tryPassword(core, 'x', 'somebody')).toBe('unknownAccount')
        expect(await tryPassword(core, password)).toBe('signedIn')
      }),
    )

    test(
      'of 100 parallel wrong passwords at most 10 are looked at',
      onCore(open, async (core) => {
        await register(core)
        const outcomes = await inParallel(100, (index) => tryPassword(core, `wrong ${index}`))
        expect(tally(outcomes)).toEqual({ wrongPassword: 10, closed: 90 })
      }),
    )

    test(
      'of 100 parallel wrong passwords in two processes at most 10 are looked at',
      onCore(open, async (core) => {
        await register(core)
        const other = testCore(core.kept, { seed: 'other', clock: core.clock })
        const outcomes = await inParallel(100, (index) => tryPassword(index % 2 ? core : other, `wrong ${index}`))
        expect(tally(outcomes)).toEqual({ wrongPassword: 10, closed: 90 })
      }),
    )

    test(
      '100 parallel right passwords all sign in, the wrong ones beside them notwithstanding',
      onCore(open, async (core) => {
        await register(core)
        await tryWrong(core, 8)
        const outcomes = await inParallel(100, (index) => tryPassword(core, index === 50 ? 'wrong' : password))
        expect(tally(outcomes)).toEqual({ signedIn: 99, wrongPassword: 1 })
      }),
    )

    test(
      'a try that came to no verdict is not counted',
      onCore(open, async (core) => {
        await register(core)
        await signIn(core)
        await tryWrong(core, 9)
        core.hasher.overloaded = true
        for (let time = 0; time < 3; time += 1) {
          await expect(signInWithPassword(core, { identifier: 'li_lei', password })).rejects.toThrow(Unavailable)
        }
        core.hasher.overloaded = false
        expect(await tryPassword(core, password)).toBe('signedIn')
      }),
    )

    test(
      'a limit of 0 is no limit',
      onCore(open, async ({ kept }) => {
        const core = testCore(kept, { settings: { passwordFailureLimit: 0 } })
        await register(core)
        expect(tally(await tryWrong(core, 30))).toEqual({ wrongPassword: 30 })
        expect(await tryPassword(core, password)).toBe('signedIn')
      }),
    )
  })
}
