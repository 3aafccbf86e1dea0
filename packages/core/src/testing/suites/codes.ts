import { describe, expect, test } from 'vitest'
import { deleteAccount } from '../../accounts/deleteAccount.ts'
import { findAccount } from '../../accounts/findAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { registerWithPhone } from '../../accounts/registerWithPhone.ts'
import { registerWithUsername } from '../../accounts/registerWithUsername.ts'
import { requestRegistrationCode } from '../../codes/requestRegistrationCode.ts'
import { resetPasswordByPhone } from '../../credentials/resetPasswordByPhone.ts'
import { findSession } from '../../sessions/findSession.ts'
import { signInWithCode } from '../../sessions/signInWithCode.ts'
import { day, minute } from '../../time.ts'
import { type TestCore, testCore } from '../core.ts'
import { ask, codeFor, otherPhone, otherThan, phone, source, spend } from './codesSetup.ts'
import { create, inParallel, type OpenStores, onCore, password, signIn, tally, tryPassword } from './setup.ts'

/** Opens the scenario with an account that has verified `phone`. */
const withAccount = (open: OpenStores, scenario: (core: TestCore, accountId: number) => Promise<void>) =>
  onCore(open, async (core) => scenario(core, await create(core, { username: 'li_lei', phone, password })))

/** A core without sending limits. */
const unlimited = (core: TestCore) =>
  testCore(core.kept, {
    clock: core.clock,
    seed: 'unlimited',
    settings: { codeInterval: 0, codesPerHour: 0, codesPerDay: 0, codesPerSourcePerDay: 0 },
  })

/** What a code opens, how often, for how long, and what wrong ones cost. */
export function codeSuite(open: OpenStores): void {
  describe('codes', () => {
    test(
      'a code is good for 10 minutes, once',
      withAccount(open, async (core, accountId) => {
        const code = await codeFor(core, 'login')
        expect(code).toMatch(/^\d{6}$/)
        core.clock.advance(10 * minute - 1)
        const outcome = await signInWithCode(core, { phone, code })
        if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
        expect(outcome.session.session.accountId).toBe(accountId)
        expect(await findSession(core, outcome.session)).toMatchObject({ kind: 'found' })
        expect(await spend.login(core, code)).toBe('codeMissing')
        const late = await codeFor(core, 'login')
        core.clock.advance(10 * minute)
        expect(await spend.login(core, late)).toBe('codeMissing')
      }),
    )

    test(
      'a new code replaces the last, and its wrong tries',
      withAccount(open, async (core) => {
        const first = await codeFor(core, 'login')
        for (let time = 0; time < 4; time += 1) expect(await spend.login(core, otherThan(first))).toBe('codeWrong')
        core.clock.advance(minute)
        const second = await codeFor(core, 'login')
        for (let time = 0; time < 4; time += 1) expect(await spend.login(core, otherThan(second))).toBe('codeWrong')
        expect(await spend.login(core, second)).toBe('signedIn')
      }),
    )

    test(
      'the fifth wrong try burns a code; an empty one is a wrong one',
      withAccount(open, async (core) => {
        const code = await codeFor(core, 'login')
        for (const wrong of ['', otherThan(code), `${code} `, code.slice(1), '0'.repeat(1000)]) {
          expect(await spend.login(core, wrong)).toBe('codeWrong')
        }
        expect(await spend.login(core, code)).toBe('codeMissing')
        expect(await spend.login(core, '')).toBe('codeMissing')
      }),
    )

    test(
      'of 100 parallel consumers of one code exactly one succeeds, 20 rounds',
      withAccount(open, async (limited) => {
        const core = unlimited(limited)
        for (let round = 0; round < 20; round += 1) {
          const code = await codeFor(core, 'login')
          const kinds = await inParallel(100, () => spend.login(core, code))
          expect(tally(kinds)).toEqual({ signedIn: 1, codeMissing: 99 })
        }
      }),
    )

    test(
      'of 100 parallel guesses at most 5 are compared',
      withAccount(open, async (core) => {
        const code = await codeFor(core, 'login')
        const guesses = await inParallel(100, () => spend.login(core, otherThan(code)))
        expect(tally(guesses)).toEqual({ codeWrong: 5, codeMissing: 95 })
      }),
    )

    const scopes = ['register', 'login', 'reset', 'change', 'community'] as const
    const cells = scopes.flatMap((scope) =>
      (['register', 'login', 'reset'] as const).map((consumer) => ({ scope, consumer })),
    )
    test.each(cells)('a code of the scope $scope, spent by $consumer', async ({ scope, consumer }) => {
      const success: Record<string, string> = { register: 'registered', login: 'signedIn', reset: 'reset' }
      await onCore(open, async (core) => {
        // Registering needs a number without an account, signing in one with.
        if (scope === 'register') {
          const code = await codeFor(core, scope)
          if (consumer !== 'register') await create(core, { phone, password })
          expect(await spend[consumer](core, code)).toBe(consumer === scope ? success[consumer] : 'codeMissing')
          return
        }
        const accountId = await create(core, { phone, password })
        const code = await codeFor(core, scope)
        if (consumer === 'register') {
          await deleteAccount(core, { accountId })
          expect(await spend.register(core, code)).toBe('codeMissing')
        } else {
          expect(await spend[consumer](core, code)).toBe(consumer === scope ? success[consumer] : 'codeMissing')
        }
      })()
    })

    test(
      'beyond 20 wrong codes for a number in 30 days, over all scopes, every code for it is wrong',
      withAccount(open, async (limited) => {
        const core = unlimited(limited)
        const burn = async (scope: keyof typeof spend, times: number) => {
          const code = await codeFor(core, scope)
          for (let time = 0; time < times; time += 1) {
            expect(await spend[scope](core, otherThan(code))).toBe('codeWrong')
          }
        }
        const start = core.clock.now()
        await burn('login', 5)
        core.clock.advance(day)
        await burn('login', 5)
        await burn('reset', 5)
        await burn('reset', 4)
        expect(await spend.login(core, await codeFor(core, 'login'))).toBe('signedIn')
        await burn('reset', 1)
        expect(await spend.login(core, await codeFor(core, 'login'))).toBe('codeWrong')
        expect(await spend.reset(core, await codeFor(core, 'reset'))).toBe('codeWrong')
        expect(await spend.login(core, 'nothing')).toBe('codeWrong')
        expect(await tryPassword(core, password)).toBe('signedIn')
        core.clock.set(start + 30 * day - 1)
        expect(await spend.login(core, await codeFor(core, 'login'))).toBe('codeWrong')
        core.clock.advance(1)
        expect(await spend.login(core, await codeFor(core, 'login'))).toBe('signedIn')
      }),
    )

    test(
      'registering verifies the number and drops it as a claim of others',
      onCore(open, async (core) => {
        await registerWithUsername(core, { username: 'other', password, phoneClaim: phone })
        const code = await codeFor(core, 'register')
        const input = { phone, code, source, username: 'Han', password, tellTaken: 'afterCode' } as const
        const outcome = await registerWithPhone(core, input)
        if (outcome.kind !== 'registered') throw new Error(outcome.kind)
        const account = { id: outcome.accountId, username: 'Han', phone, role: 'normal_user', sessions: 0 }
        expect(await findAccount(core, { who: phone })).toMatchObject({ account })
        expect(await findAccount(core, { who: 'other' })).toMatchObject({ account: { phoneClaim: null } })
        expect((await signIn(core, phone)).session.accountId).toBe(outcome.accountId)
      }),
    )

    test(
      'a right code whose effect is refused stays good and counts as no wrong one',
      onCore(open, async (core) => {
        await create(core, { username: 'taken', password })
        const code = await codeFor(core, 'register')
        const register = async (username: string) =>
          (await registerWithPhone(core, { phone, code, source, username, tellTaken: 'afterCode' })).kind
        for (let time = 0; time < 6; time += 1) expect(await register('TAKEN')).toBe('usernameTaken')
        expect(await register('a b')).toBe('usernameRefused')
        expect(await register('free')).toBe('registered')
      }),
    )

    test(
      'without the right code no password is hashed; a crowd with it costs one hash',
      onCore(open, async (core) => {
        const code = await codeFor(core, 'register')
        const register = async (given: string) =>
          (await registerWithPhone(core, { phone, code: given, source, password, tellTaken: 'afterCode' })).kind
        expect(await register(otherThan(code))).toBe('codeWrong')
        expect(core.hasher.hashed).toBe(0)
        const kinds = await inParallel(100, () => register(code))
        expect(tally(kinds)).toEqual({ registered: 1, codeMissing: 99 })
        expect(core.hasher.hashed).toBe(1)
      }),
    )

    test(
      'two processes cannot both spend a code',
      onCore(open, async (core) => {
        const code = await codeFor(core, 'register')
        const cores = [core, testCore(core.kept, { seed: 'other', clock: core.clock })]
        const kinds = await Promise.all(cores.map((one) => spend.register(one, code)))
        expect(tally(kinds)).toEqual({ registered: 1, codeMissing: 1 })
      }),
    )

    test(
      'a number that has an account is told by SMS only, or openly where it counts as a look-up',
      withAccount(open, async (core) => {
        const outcome = await requestRegistrationCode(core, { phone, source, whenTaken: 'refuse' })
        expect(outcome).toEqual({ kind: 'taken' })
        expect(await core.stores.messages.list({ to: phone, limit: 10 })).toEqual([])
        expect(await ask(core, 'register')).toEqual({ kind: 'sent' })
        const [told] = await core.stores.messages.list({ to: phone, limit: 10 })
        expect(told).toMatchObject({ purpose: 'numberTaken', scope: null, code: null })
        expect(await ask(core, 'register')).toEqual({ kind: 'tooSoon', retryAfter: 60 })
        expect(await spend.register(core, '000000')).toBe('codeWrong')
        const early = { phone, code: '000000', source, tellTaken: 'beforeCode' } as const
        expect(await registerWithPhone(core, early)).toEqual({ kind: 'phoneTaken' })
      }),
    )

    test(
      'a number without an account gets an SMS that says so, and wrong codes for it look as ever',
      onCore(open, async (core) => {
        expect(await ask(core, 'reset')).toEqual({ kind: 'sent' })
        const [told] = await core.stores.messages.list({ to: phone, limit: 10 })
        expect(told).toMatchObject({ purpose: 'noAccount', scope: null, code: null })
        for (let time = 0; time < 5; time += 1) expect(await spend.reset(core, '000000')).toBe('codeWrong')
        expect(await spend.reset(core, '000000')).toBe('codeMissing')
        expect(await ask(core, 'login')).toEqual({ kind: 'unknownAccount' })
      }),
    )

    test(
      'resetting ends all sessions and opens one; the account must be named right, in any spelling',
      withAccount(open, async (core, accountId) => {
        await create(core, { username: 'other', phone: otherPhone, email: 'han@example.com', password })
        const before = await signIn(core)
        const code = await codeFor(core, 'reset')
        const reset = (account: string) => resetPasswordByPhone(core, { phone, code, account, newPassword: 'new' })
        for (const account of ['', 'other', otherPhone, 'han@example.com', 'nobody']) {
          expect(await reset(account)).toEqual({ kind: 'accountMismatch' })
        }
        const outcome = await reset('LI_LEI')
        if (outcome.kind !== 'reset') throw new Error(outcome.kind)
        expect(outcome.session.session.accountId).toBe(accountId)
        expect(await findSession(core, before)).toEqual({ kind: 'none' })
        expect(await findSession(core, outcome.session)).toMatchObject({ kind: 'found' })
        expect(await tryPassword(core, password)).toBe('wrongPassword')
        expect(await tryPassword(core, 'new')).toBe('signedIn')
        expect(await reset('LI_LEI')).toEqual({ kind: 'codeMissing' })
        for (const account of ['13812345678', phone]) {
          core.clock.advance(minute)
          const next = await codeFor(core, 'reset')
          const again = await resetPasswordByPhone(core, { phone, code: next, account, newPassword: 'newer' })
          expect(again).toMatchObject({ kind: 'reset' })
        }
      }),
    )

    test(
      'a locked account is told only to who has the code',
      withAccount(open, async (core, accountId) => {
        const login = await codeFor(core, 'login')
        core.clock.advance(minute)
        const reset = await codeFor(core, 'reset')
        await lockAccount(core, { accountId })
        expect(await spend.login(core, otherThan(login))).toBe('codeWrong')
        expect(await spend.login(core, login)).toBe('locked')
        expect(await spend.reset(core, otherThan(reset))).toBe('codeWrong')
        expect(await spend.reset(core, reset)).toBe('locked')
      }),
    )

    test(
      'an account takes its codes along when it goes',
      withAccount(open, async (core, accountId) => {
        const code = await codeFor(core, 'login')
        await deleteAccount(core, { accountId })
        await create(core, { phone })
        expect(await spend.login(core, code)).toBe('codeMissing')
        expect(await core.stores.messages.list({ limit: 10 })).toEqual([])
      }),
    )
  })
}
