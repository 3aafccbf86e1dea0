import { describe, expect, test } from 'vitest'
import { readEmail } from '../../accounts/email.ts'
import { findAccount } from '../../accounts/findAccount.ts'
import { registerWithUsername } from '../../accounts/registerWithUsername.ts'
import type { Address } from '../../codes/address.ts'
import { requestChangeCode } from '../../codes/requestChangeCode.ts'
import { changeAddress } from '../../profile/changeAddress.ts'
import { claimPhone } from '../../profile/claimPhone.ts'
import { findSession } from '../../sessions/findSession.ts'
import { refreshAccess } from '../../sessions/refreshAccess.ts'
import { signInWithPassword } from '../../sessions/signInWithPassword.ts'
import { signOut } from '../../sessions/signOut.ts'
import { minute } from '../../time.ts'
import { type TestCore, testCore } from '../core.ts'
import { codeFor, codeSentTo, otherPhone, otherThan, phone, source } from './codesSetup.ts'
import { create, inParallel, type OpenStores, onCore, password, register, signIn, tally } from './setup.ts'

const numberOf = (e164: string): Address => ({ kind: 'phone', e164 })

function mailOf(text: string): Address {
  const email = readEmail(text)
  if (email === undefined) throw new Error(text)
  return { kind: 'email', email }
}

async function changeCode(core: TestCore, address: Address): Promise<string> {
  const { kind } = await requestChangeCode(core, { address, source })
  if (kind !== 'sent') throw new Error(kind)
  return codeSentTo(core, address.kind === 'phone' ? address.e164 : address.email.key)
}

/** How verified addresses change hands. */
export function addressSuite(open: OpenStores): void {
  describe('addresses', () => {
    test(
      'changing the number takes both codes, tells the old one and ends the other sessions',
      onCore(open, async (core) => {
        await create(core, { username: 'li_lei', phone, password })
        const other = await signIn(core)
        const mine = await signInWithPassword(core, { identifier: phone, password, withTokens: true })
        if (mine.kind !== 'signedIn' || mine.session.tokens === undefined) throw new Error(mine.kind)
        const { session, token, tokens } = mine.session
        await claimPhone(core, { session, phone: '+8613712345678' })
        await registerWithUsername(core, { username: 'claims', password, phoneClaim: otherPhone })
        const change = {
          session,
          original: { address: '13812345678', code: await changeCode(core, numberOf(phone)) },
          next: numberOf(otherPhone),
          nextCode: await changeCode(core, numberOf(otherPhone)),
        }
        expect(await changeAddress(core, change)).toEqual({ kind: 'changed' })
        const account = { phone: otherPhone, phoneClaim: null, sessions: 1 }
        expect(await findAccount(core, { who: 'li_lei' })).toMatchObject({ account })
        expect(await findAccount(core, { who: 'claims' })).toMatchObject({ account: { phoneClaim: null } })
        expect(await findAccount(core, { who: phone })).toEqual({ kind: 'none' })
        const [told] = await core.stores.messages.list({ to: phone, limit: 1 })
        expect(told).toMatchObject({ purpose: 'addressChanged', code: null })
        expect(await findSession(core, other)).toEqual({ kind: 'none' })
        for (const kept of [token, tokens.access.token]) {
          expect(await findSession(core, { token: kept })).toEqual({ kind: 'found', session })
        }
        expect(await refreshAccess(core, { refreshToken: tokens.refresh.token })).toMatchObject({ kind: 'refreshed' })
        expect(await changeAddress(core, change)).toEqual({ kind: 'originalMismatch' })
      }),
    )

    test(
      'an e-mail is added by the code of the number, which is told',
      onCore(open, async (core) => {
        await create(core, { phone, password })
        const { session } = await signIn(core, phone)
        const original = { address: phone, code: await changeCode(core, numberOf(phone)) }
        const next = mailOf('Han@Example.com')
        const nextCode = await changeCode(core, next)
        expect(await changeAddress(core, { session, original, next, nextCode })).toEqual({ kind: 'changed' })
        expect(await findAccount(core, { who: 'HAN@example.com' })).toMatchObject({
          account: { phone, email: 'Han@Example.com' },
        })
        expect(await core.stores.messages.list({ to: phone, limit: 1 })).toMatchObject([{ purpose: 'addressChanged' }])
      }),
    )

    test(
      'a first address needs no other, and whoever has one must show it',
      onCore(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        const next = numberOf(phone)
        const nextCode = await changeCode(core, next)
        const original = { address: phone, code: nextCode }
        expect(await changeAddress(core, { session, original, next, nextCode })).toEqual({ kind: 'originalMismatch' })
        expect(await changeAddress(core, { session, next, nextCode })).toEqual({ kind: 'changed' })
        expect(await core.stores.messages.list({ limit: 10 })).toHaveLength(1)
        for (const address of [undefined, otherPhone, 'han@example.com', 'li_lei', '']) {
          const shown = address === undefined ? undefined : { address, code: '000000' }
          const change = { session, original: shown, next: numberOf(otherPhone), nextCode: '' }
          expect(await changeAddress(core, change)).toEqual({ kind: 'originalMismatch' })
          expect(await changeAddress(core, { ...change, next: undefined })).toEqual({ kind: 'originalMismatch' })
        }
        const badly = { session, original: { address: phone, code: '' }, next: undefined, nextCode: '' }
        expect(await changeAddress(core, badly)).toEqual({ kind: 'addressRefused' })
      }),
    )

    test(
      'both codes are used up or neither; a wrong one is told before a missing one',
      onCore(open, async (core) => {
        await create(core, { phone, password })
        const { session } = await signIn(core, phone)
        const next = numberOf(otherPhone)
        const code = await changeCode(core, numberOf(phone))
        const change = async (originalCode: string, nextCode: string) => {
          const original = { address: phone, code: originalCode }
          return (await changeAddress(core, { session, original, next, nextCode })).kind
        }
        expect(await change(code, '')).toBe('codeMissing')
        expect(await change(otherThan(code), '')).toBe('codeWrong')
        const nextCode = await changeCode(core, next)
        expect(await change(otherThan(code), nextCode)).toBe('codeWrong')
        expect(await change(code, otherThan(nextCode))).toBe('codeWrong')
        expect(await change(code, nextCode)).toBe('changed')
      }),
    )

    test(
      'codes of other scopes change nothing',
      onCore(open, async ({ kept }) => {
        const core = testCore(kept, { settings: { codeInterval: 0, codesPerHour: 0 } })
        await create(core, { phone, password })
        const { session } = await signIn(core, phone)
        const original = { address: phone, code: await changeCode(core, numberOf(phone)) }
        const next = numberOf(otherPhone)
        const nextCode = await changeCode(core, next)
        for (const scope of ['login', 'reset'] as const) {
          const code = await codeFor(core, scope)
          expect(code).not.toBe(original.code)
          const change = { session, original: { address: phone, code }, next, nextCode }
          expect(await changeAddress(core, change)).toEqual({ kind: 'codeWrong' })
        }
        const code = await codeFor(core, 'register', '+8613712345678')
        const change = { session, original, next: numberOf('+8613712345678'), nextCode: code }
        expect(await changeAddress(core, change)).toEqual({ kind: 'codeMissing' })
        expect(await changeAddress(core, { session, original, next, nextCode })).toEqual({ kind: 'changed' })
      }),
    )

    test(
      'an address of another account is told after the right codes, which stay good',
      onCore(open, async (core) => {
        const owner = await create(core, { phone: otherPhone })
        await create(core, { phone, password })
        const { session } = await signIn(core, phone)
        const original = { address: phone, code: await changeCode(core, numberOf(phone)) }
        const next = numberOf(otherPhone)
        const nextCode = await changeCode(core, next)
        const change = { session, original, next, nextCode }
        expect(await changeAddress(core, { ...change, nextCode: otherThan(nextCode) })).toEqual({ kind: 'codeWrong' })
        expect(await changeAddress(core, change)).toEqual({ kind: 'taken' })
        await core.stores.accounts.remove(owner)
        // The owner's codes went with the account.
        expect(await changeAddress(core, change)).toEqual({ kind: 'codeMissing' })
        core.clock.advance(minute)
        const again = await changeCode(core, next)
        expect(await changeAddress(core, { ...change, nextCode: again })).toEqual({ kind: 'changed' })
      }),
    )

    test(
      'of parallel changes with the same codes one holds, and none after the session',
      onCore(open, async (core) => {
        await create(core, { phone, password })
        const { session } = await signIn(core, phone)
        const original = { address: phone, code: await changeCode(core, numberOf(phone)) }
        const next = mailOf('han@example.com')
        const change = { session, original, next, nextCode: await changeCode(core, next) }
        const outcomes = await inParallel(20, () => changeAddress(core, change))
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ changed: 1, codeMissing: 19 })
        await signOut(core, { session })
        expect(await changeAddress(core, change)).toEqual({ kind: 'sessionOver' })
      }),
    )
  })
}
