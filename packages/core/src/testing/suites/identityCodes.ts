import { describe, expect, test } from 'vitest'
import { deleteOwnAccount } from '../../accounts/deleteOwnAccount.ts'
import { findAccount } from '../../accounts/findAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { unlockAccount } from '../../accounts/unlockAccount.ts'
import { changePassword } from '../../credentials/changePassword.ts'
import { changePasswordWithCode } from '../../credentials/changePasswordWithCode.ts'
import { setPicture } from '../../pictures/setPicture.ts'
import { findSession } from '../../sessions/findSession.ts'
import { refreshAccess } from '../../sessions/refreshAccess.ts'
import type { NewSession } from '../../sessions/session.ts'
import { signInWithPassword } from '../../sessions/signInWithPassword.ts'
import { signOut } from '../../sessions/signOut.ts'
import type { TestCore } from '../core.ts'
import { fakePicture } from '../pictureMaker.ts'
import { codeFor, otherThan, phone } from './codesSetup.ts'
import { byEmail, byPhone, email, identityCode, withAccount } from './identitySetup.ts'
import {
  create,
  duringVerification,
  inParallel,
  type OpenStores,
  password,
  register,
  signIn,
  tally,
  tryPassword,
} from './setup.ts'

const stranger = { kind: 'phone', e164: '+8613700000000' } as const

const change = (core: TestCore, code: string, rest: Partial<Parameters<typeof changePasswordWithCode>[1]> = {}) =>
  changePasswordWithCode(core, { address: byPhone, code, newPassword: 'new', caller: undefined, ...rest })

const isOpen = async (core: TestCore, { token }: NewSession) => (await findSession(core, { token })).kind === 'found'

/** What else a code opens that proves an address: a new password, and the way out. */
export function identityCodeSuite(open: OpenStores): void {
  describe('changing the password by a code', () => {
    test.each([byPhone, byEmail])('the owner of the $kind sets it, once for a code', (address) =>
      withAccount(open, async (core) => {
        const code = await identityCode(core, address)
        expect(await change(core, code, { address })).toEqual({ kind: 'changed' })
        expect([await tryPassword(core, password), await tryPassword(core, 'new')]).toEqual([
          'wrongPassword',
          'signedIn',
        ])
        expect(await change(core, code, { address })).toEqual({ kind: 'codeMissing' })
      })(),
    )

    test(
      'it ends all sessions and refresh tokens but the caller’s own',
      withAccount(open, async (core) => {
        const withTokens = await signInWithPassword(core, { identifier: phone, password, withTokens: true })
        if (withTokens.kind !== 'signedIn') throw new Error(withTokens.kind)
        const [mine, other] = [await signIn(core), await signIn(core)]
        await change(core, await identityCode(core), { caller: mine.session })
        expect([await isOpen(core, mine), await isOpen(core, other)]).toEqual([true, false])
        expect(await isOpen(core, withTokens.session)).toBe(false)
        const refreshToken = withTokens.session.tokens?.refresh.token ?? ''
        expect(await refreshAccess(core, { refreshToken })).toEqual({ kind: 'invalid' })
        await change(core, await identityCode(core))
        expect(await isOpen(core, mine)).toBe(false)
      }),
    )

    test(
      'a caller of another account keeps their session, and nobody else’s',
      withAccount(open, async (core) => {
        await register(core, 'han')
        const [han, owner] = [await signIn(core, 'han'), await signIn(core)]
        expect(await change(core, await identityCode(core), { caller: han.session })).toEqual({ kind: 'changed' })
        expect([await isOpen(core, han), await isOpen(core, owner)]).toEqual([true, false])
        expect(await tryPassword(core, password, 'han')).toBe('signedIn')
      }),
    )

    test(
      'the password that it replaces while that is verified changes nothing any more',
      withAccount(open, async (core) => {
        const { session } = await signIn(core)
        const code = await identityCode(core)
        duringVerification(core, () => change(core, code, { caller: session }))
        const late = { session, oldPassword: password, newPassword: 'late' }
        expect(await changePassword(core, late)).toEqual({ kind: 'wrongPassword' })
        expect(await tryPassword(core, 'new')).toBe('signedIn')
      }),
    )

    test(
      'an account without a password gets one',
      withAccount(open, async (core) => {
        await create(core, { phone: stranger.e164 })
        await change(core, await identityCode(core, stranger), { address: stranger })
        expect(await tryPassword(core, 'new', stranger.e164)).toBe('signedIn')
      }),
    )

    test(
      'a refused password is told before the code is looked at, and a wrong code costs no hash',
      withAccount(open, async (core) => {
        core.wordLists.passwords.add('12345678')
        const code = await identityCode(core)
        const before = core.hasher.hashed
        for (let time = 0; time < 6; time += 1) {
          const outcome = await change(core, otherThan(code), { newPassword: '12345678' })
          expect(outcome).toEqual({ kind: 'passwordRefused' })
        }
        for (let time = 0; time < 4; time += 1) {
          expect(await change(core, otherThan(code))).toEqual({ kind: 'codeWrong' })
        }
        expect(core.hasher.hashed).toBe(before)
        expect(await change(core, code)).toEqual({ kind: 'changed' })
      }),
    )

    test(
      'who has no account, or a locked one, is told so for the right code, which stays good',
      withAccount(open, async (core, accountId) => {
        const strange = await identityCode(core, stranger)
        expect(await change(core, otherThan(strange), { address: stranger })).toEqual({ kind: 'codeWrong' })
        for (let time = 0; time < 2; time += 1) {
          expect(await change(core, strange, { address: stranger })).toEqual({ kind: 'unknownAccount' })
        }
        const code = await identityCode(core)
        await lockAccount(core, { accountId })
        expect(await change(core, code)).toEqual({ kind: 'locked' })
        await unlockAccount(core, { accountId })
        expect(await tryPassword(core, password)).toBe('signedIn')
        expect(await change(core, code)).toEqual({ kind: 'changed' })
      }),
    )

    test(
      'of 100 changes at once by one code one holds, for one hash',
      withAccount(open, async (core) => {
        const code = await identityCode(core)
        const before = core.hasher.hashed
        const outcomes = await inParallel(100, (index) => change(core, code, { newPassword: `new ${index}` }))
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ changed: 1, codeMissing: 99 })
        expect(core.hasher.hashed - before).toBe(1)
      }),
    )
  })

  describe('leaving', () => {
    test.each([byPhone, byEmail])('a signed-in owner leaves for good by a code to the $kind', (address) =>
      withAccount(open, async (core, accountId) => {
        const mine = await signIn(core)
        const { session } = mine
        await setPicture(core, { session, file: fakePicture() })
        const code = await identityCode(core, address)
        expect(await deleteOwnAccount(core, { session, address, code })).toEqual({ kind: 'deleted' })
        expect(await isOpen(core, mine)).toBe(false)
        expect(core.blobs.names()).toEqual([])
        for (const who of [String(accountId), 'li_lei', phone, email]) {
          expect(await findAccount(core, { who })).toEqual({ kind: 'none' })
        }
        expect(await core.stores.messages.list({ to: phone, limit: 1 })).toEqual([])
        expect(await deleteOwnAccount(core, { session, address, code })).toEqual({ kind: 'codeMissing' })
        expect(await create(core, { username: 'li_lei', phone, email })).not.toBe(accountId)
      })(),
    )

    test(
      'nobody else leaves in the owner’s place, which is told only for the right code; it stays good',
      withAccount(open, async (core, accountId) => {
        await register(core, 'han')
        const [{ session }, han] = [await signIn(core), await signIn(core, 'han')]
        const ended = await signIn(core)
        await signOut(core, ended)
        const code = await identityCode(core)
        for (const caller of [undefined, han.session, ended.session, { ...session, accountId: accountId + 1 }]) {
          const leave = { session: caller, address: byPhone }
          expect(await deleteOwnAccount(core, { ...leave, code })).toEqual({ kind: 'unknownAccount' })
        }
        const leave = { session, address: byPhone }
        expect(await deleteOwnAccount(core, { ...leave, code: otherThan(code) })).toEqual({ kind: 'codeWrong' })
        const strange = { session, address: stranger, code: await identityCode(core, stranger) }
        expect(await deleteOwnAccount(core, strange)).toEqual({ kind: 'unknownAccount' })
        expect((await findAccount(core, { who: 'han' })).kind).toBe('account')
        expect(await deleteOwnAccount(core, { ...leave, code })).toEqual({ kind: 'deleted' })
      }),
    )

    test(
      'a locked account can not leave',
      withAccount(open, async (core, accountId) => {
        const { session } = await signIn(core)
        const code = await identityCode(core)
        await lockAccount(core, { accountId })
        const leave = { session, address: byPhone, code }
        expect(await deleteOwnAccount(core, leave)).toEqual({ kind: 'unknownAccount' })
        await unlockAccount(core, { accountId })
        expect(await deleteOwnAccount(core, leave)).toEqual({ kind: 'unknownAccount' })
        expect((await findAccount(core, { who: phone })).kind).toBe('account')
      }),
    )

    test(
      'of 100 times leaving at once one counts',
      withAccount(open, async (core) => {
        const { session } = await signIn(core)
        const code = await identityCode(core)
        const outcomes = await inParallel(100, () => deleteOwnAccount(core, { session, address: byPhone, code }))
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ deleted: 1, codeMissing: 99 })
      }),
    )

    test.each(['login', 'reset', 'change'] as const)(
      'a code of the scope %s neither sets a password nor deletes',
      (scope) =>
        withAccount(open, async (core) => {
          const { session } = await signIn(core)
          const code = await codeFor(core, scope)
          expect(await change(core, code)).toEqual({ kind: 'codeMissing' })
          expect(await deleteOwnAccount(core, { session, address: byPhone, code })).toEqual({ kind: 'codeMissing' })
        })(),
    )
  })
}
