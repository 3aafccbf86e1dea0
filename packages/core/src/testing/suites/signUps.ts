import { describe, expect, test } from 'vitest'
import { findAccount } from '../../accounts/findAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { signInOrSignUpWithCode } from '../../accounts/signInOrSignUpWithCode.ts'
import { signUpWithAddress } from '../../accounts/signUpWithAddress.ts'
import { signUpWithUsername } from '../../accounts/signUpWithUsername.ts'
import { requestIdentityCode } from '../../codes/requestIdentityCode.ts'
import { checkAccount } from '../../lookups/checkAccount.ts'
import { claimPhone } from '../../profile/claimPhone.ts'
import { readOwnProfile } from '../../profile/readOwnProfile.ts'
import { findSession } from '../../sessions/findSession.ts'
import type { NewSession } from '../../sessions/session.ts'
import { minute } from '../../time.ts'
import { type TestCore, testCore } from '../core.ts'
import { codeFor, otherThan, phone, source } from './codesSetup.ts'
import { byEmail, byPhone, email, identityCode, unlimited } from './identitySetup.ts'
import { create, inParallel, type OpenStores, onCore, password, register, signIn, tally, tryPassword } from './setup.ts'

const signUp = (core: TestCore, code: string, address: typeof byPhone | typeof byEmail = byPhone) =>
  signUpWithAddress(core, { address, code, password })

/** The account of a session that has just begun and holds. */
async function accountOf(core: TestCore, { token, session }: NewSession) {
  expect(await findSession(core, { token })).toEqual({ kind: 'found', session })
  const found = await findAccount(core, { who: String(session.accountId) })
  if (found.kind === 'none') throw new Error('a session without an account')
  return found.account
}

/** How accounts are opened by those who want to be signed in at once. */
export function signUpSuite(open: OpenStores): void {
  describe('sign-ups', () => {
    test.each([
      { kind: 'free', identifier: { kind: 'username', key: 'nobody' } },
      { kind: 'taken', identifier: { kind: 'username', key: 'li_lei' } },
      { kind: 'taken', identifier: { kind: 'email', key: 'han@example.com' } },
      { kind: 'taken', identifier: { kind: 'phone', e164: phone } },
    ] as const)('checking the $identifier.kind of an account: $kind, also where it is locked', ({ kind, identifier }) =>
      onCore(open, async (core) => {
        const accountId = await create(core, { username: 'Li_Lei', phone, email })
        expect(await checkAccount(core, { identifier, source })).toEqual({ kind })
        await lockAccount(core, { accountId })
        expect(await checkAccount(core, { identifier, source })).toEqual({ kind })
      })(),
    )

    test(
      'checking accounts counts as looking them up',
      onCore(open, async ({ kept }) => {
        const core = testCore(kept, { settings: { lookupsPerHour: 1 } })
        const check = (key: string) => checkAccount(core, { identifier: { kind: 'username', key }, source })
        expect([await check('a'), await check('a')]).toEqual([{ kind: 'free' }, { kind: 'free' }])
        expect(await check('b')).toEqual({ kind: 'tooManyLookups', retryAfter: 3600 })
      }),
    )

    test(
      'a code to prove an address comes whether or not there is an account',
      onCore(open, async (core) => {
        await create(core, { phone })
        for (const address of [byPhone, byEmail]) {
          expect(await identityCode(core, address)).toMatch(/^\d{6}$/)
          expect(await requestIdentityCode(core, { address, source })).toEqual({ kind: 'tooSoon', retryAfter: 60 })
        }
        const messages = await core.stores.messages.list({ limit: 10 })
        const brought = messages.map(({ to, purpose, scope, link }) => ({ to, purpose, scope, link }))
        const identity = { purpose: 'community', scope: 'community', link: null }
        expect(brought).toEqual([
          { ...identity, to: email },
          { ...identity, to: phone },
        ])
      }),
    )

    test.each([
      { kind: 'usernameRefused', username: '', password },
      { kind: 'usernameRefused', username: 'a@b', password: undefined },
      { kind: 'usernameRefused', username: '管理员', password },
      { kind: 'usernameTaken', username: 'LI_LEI', password },
      { kind: 'usernameTaken', username: 'li_lei', password: undefined },
      { kind: 'passwordRefused', username: 'han', password: undefined },
      { kind: 'passwordRefused', username: 'han', password: '12345678' },
      { kind: 'passwordRefused', username: 'han', password: 'x'.repeat(129) },
      { kind: 'signedUp', username: 'han', password },
    ])('signing up as "$username": $kind', (row) =>
      onCore(open, async (core) => {
        await register(core)
        core.wordLists.words.add('管理')
        core.wordLists.passwords.add('12345678')
        const before = core.hasher.hashed
        const outcome = await signUpWithUsername(core, { username: row.username, password: row.password })
        expect(outcome.kind).toBe(row.kind)
        expect(core.hasher.hashed - before).toBe(row.kind === 'signedUp' ? 1 : 0)
      })(),
    )

    test(
      'whoever signs up by a username is signed in, at the level of new accounts',
      onCore(open, async ({ kept }) => {
        const core = testCore(kept, { settings: { defaultLevel: 1 } })
        const outcome = await signUpWithUsername(core, { username: 'Han', password })
        if (outcome.kind !== 'signedUp') throw new Error(outcome.kind)
        const account = { username: 'Han', role: 'normal_user', level: 1, phone: null, email: null, sessions: 1 }
        expect(await accountOf(core, outcome.session)).toMatchObject(account)
        expect(await tryPassword(core, password, 'han')).toBe('signedIn')
      }),
    )

    test(
      'of 100 who sign up as one name at once one does, for one hash',
      onCore(open, async (core) => {
        const outcomes = await inParallel(100, () => signUpWithUsername(core, { username: 'han', password }))
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ signedUp: 1, usernameTaken: 99 })
        expect(core.hasher.hashed).toBe(1)
      }),
    )

    test(
      'of two processes that sign up one name at once one does',
      onCore(open, async (core) => {
        const cores = [core, testCore(core.kept, { clock: core.clock, seed: 'another' })]
        const outcomes = await Promise.all(cores.map((each) => signUpWithUsername(each, { username: 'han', password })))
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ signedUp: 1, usernameTaken: 1 })
      }),
    )

    test.each([
      { address: byPhone, verified: { phone, email: null } },
      { address: byEmail, verified: { phone: null, email } },
    ])('whoever signs up by $address.kind is signed in, and the code used up', ({ address, verified }) =>
      onCore(open, async (core) => {
        const code = await identityCode(core, address)
        const outcome = await signUp(core, code, address)
        if (outcome.kind !== 'signedUp') throw new Error(outcome.kind)
        const account = { ...verified, username: null, level: 0, sessions: 1, hasPassword: true }
        expect(await accountOf(core, outcome.session)).toMatchObject(account)
        expect(await tryPassword(core, password, verified.phone ?? email)).toBe('signedIn')
        expect(await signUp(core, code, address)).toEqual({ kind: 'codeMissing' })
      })(),
    )

    test(
      'a refused password is told before the code is looked at, and a wrong code costs no hash',
      onCore(open, async (core) => {
        core.wordLists.passwords.add(password)
        const code = await identityCode(core)
        for (let time = 0; time < 6; time += 1) {
          expect(await signUp(core, otherThan(code))).toEqual({ kind: 'passwordRefused' })
        }
        core.wordLists.passwords.clear()
        for (let time = 0; time < 4; time += 1) {
          expect(await signUp(core, otherThan(code))).toEqual({ kind: 'codeWrong' })
        }
        expect(core.hasher.hashed).toBe(0)
        expect(await signUp(core, code)).toMatchObject({ kind: 'signedUp' })
      }),
    )

    test(
      'that an address is taken, by a locked account too, is told only to who has the code, which stays good',
      onCore(open, async (core) => {
        const accountId = await create(core, { phone })
        const code = await identityCode(core)
        expect(await signUp(core, otherThan(code))).toEqual({ kind: 'codeWrong' })
        expect(await signUp(core, code)).toEqual({ kind: 'addressTaken' })
        await lockAccount(core, { accountId })
        expect(await signUp(core, code)).toEqual({ kind: 'addressTaken' })
        expect((await findAccount(core, { who: phone })).kind).toBe('account')
      }),
    )

    test(
      'a code is over after 10 minutes and after five wrong ones',
      onCore(open, async (core) => {
        const late = await identityCode(core)
        core.clock.advance(10 * minute)
        expect(await signUp(core, late)).toEqual({ kind: 'codeMissing' })
        const code = await identityCode(core)
        for (let time = 0; time < 5; time += 1) await signUp(core, otherThan(code))
        expect(await signUp(core, code)).toEqual({ kind: 'codeMissing' })
      }),
    )

    test(
      'of 100 who sign up one address at once with the right code one does, for one hash',
      onCore(open, async (core) => {
        const code = await identityCode(core)
        const outcomes = await inParallel(100, () => signUp(core, code))
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ signedUp: 1, codeMissing: 99 })
        expect(core.hasher.hashed).toBe(1)
      }),
    )

    test(
      'who signs up with a number drops it as a claim of others',
      onCore(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        await claimPhone(core, { session, phone })
        await signUp(core, await identityCode(core))
        expect(await readOwnProfile(core, { session })).toMatchObject({ profile: { phoneClaim: null } })
      }),
    )

    test(
      'a number signs in its account, or gets one without a password',
      onCore(open, async (core) => {
        const first = await signInOrSignUpWithCode(core, { phone, code: await identityCode(core) })
        if (first.kind !== 'signedIn') throw new Error(first.kind)
        expect(first.isNew).toBe(true)
        const account = { phone, username: null, hasPassword: false, sessions: 1 }
        expect(await accountOf(core, first.session)).toMatchObject(account)
        core.clock.advance(minute)
        const again = await signInOrSignUpWithCode(core, { phone, code: await identityCode(core) })
        expect(again).toMatchObject({ kind: 'signedIn', isNew: false })
        expect(again).toMatchObject({ session: { session: { accountId: first.session.session.accountId } } })
      }),
    )

    test(
      'a number signs in nobody without the right code, and no locked account, whose code stays good',
      onCore(open, async (core) => {
        const attempt = async (code: string) => (await signInOrSignUpWithCode(core, { phone, code })).kind
        expect(await attempt('123456')).toBe('codeMissing')
        const code = await identityCode(core)
        for (const wrong of ['', otherThan(code)]) expect(await attempt(wrong)).toBe('codeWrong')
        expect(await findAccount(core, { who: phone })).toEqual({ kind: 'none' })
        const accountId = await create(core, { phone })
        await lockAccount(core, { accountId })
        expect([await attempt(code), await attempt(code)]).toEqual(['locked', 'locked'])
      }),
    )

    test(
      'of 100 who come first with one number at once one opens an account, 10 rounds',
      onCore(open, async (limited) => {
        const core = unlimited(limited)
        for (let round = 0; round < 10; round += 1) {
          const number = `+861381234560${round}`
          const code = await identityCode(core, { kind: 'phone', e164: number })
          const outcomes = await inParallel(100, () => signInOrSignUpWithCode(core, { phone: number, code }))
          expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ signedIn: 1, codeMissing: 99 })
          expect(await findAccount(core, { who: number })).toMatchObject({ account: { sessions: 1 } })
        }
      }),
    )

    test.each(['register', 'login', 'reset', 'change'] as const)('a code of the scope %s signs nobody up', (scope) =>
      onCore(open, async (core) => {
        if (scope === 'login' || scope === 'reset') await create(core, { phone })
        const code = await codeFor(core, scope)
        expect(await signUp(core, code)).toEqual({ kind: 'codeMissing' })
        expect(await signInOrSignUpWithCode(core, { phone, code })).toEqual({ kind: 'codeMissing' })
      })(),
    )
  })
}
