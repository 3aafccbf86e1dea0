import { describe, expect, test } from 'vitest'
import { createAccount } from '../../accounts/createAccount.ts'
import { findAccount } from '../../accounts/findAccount.ts'
import { registerWithPhone } from '../../accounts/registerWithPhone.ts'
import { registerWithUsername } from '../../accounts/registerWithUsername.ts'
import { changePassword } from '../../credentials/changePassword.ts'
import { resetPasswordByPhone } from '../../credentials/resetPasswordByPhone.ts'
import { setPassword } from '../../credentials/setPassword.ts'
import { signInWithProvider } from '../../identities/signInWithProvider.ts'
import { checkUsername } from '../../lookups/checkUsername.ts'
import { readOwnProfile } from '../../profile/readOwnProfile.ts'
import { setStatement } from '../../profile/setStatement.ts'
import { updateProfile } from '../../profile/updateProfile.ts'
import { findSession } from '../../sessions/findSession.ts'
import { signOut } from '../../sessions/signOut.ts'
import type { TestCore } from '../core.ts'
import { provenAs } from '../identityProvider.ts'
import { codeFor, phone, source } from './codesSetup.ts'
import { create, type OpenStores, onCore, password, register, signIn, tryPassword } from './setup.ts'

const common = 'Common_1'

/** Opens the scenario with a forbidden word, 坏, and a common password. */
const withLists = (open: OpenStores, scenario: (core: TestCore) => Promise<void>) =>
  onCore(open, (core) => {
    core.wordLists.words.add('坏')
    core.wordLists.passwords.add(common)
    return scenario(core)
  })

const exists = async (core: TestCore, who: string) => (await findAccount(core, { who })).kind === 'account'

/** What may not be said, and what may not be a password: refused wherever somebody sets one, and nothing changes. */
export function wordSuite(open: OpenStores): void {
  describe('words and common passwords', () => {
    test(
      'a registration with a username is all or nothing',
      withLists(open, async (core) => {
        const good = { username: 'li_lei', password, nickname: '李雷' }
        expect(await registerWithUsername(core, { ...good, username: '坏蛋' })).toEqual({ kind: 'usernameRefused' })
        expect(await registerWithUsername(core, { ...good, nickname: '大坏蛋' })).toEqual({ kind: 'nicknameRefused' })
        expect(await registerWithUsername(core, { ...good, password: common })).toEqual({ kind: 'passwordRefused' })
        expect(await exists(core, 'li_lei')).toBe(false)
        expect(core.hasher.hashed).toBe(0)
        expect(await registerWithUsername(core, good)).toMatchObject({ kind: 'registered' })
      }),
    )

    test(
      'a registration with a phone leaves the code good',
      withLists(open, async (core) => {
        const code = await codeFor(core, 'register')
        const good = { phone, code, source, username: 'li_lei', password, tellTaken: 'afterCode' as const }
        expect(await registerWithPhone(core, { ...good, username: '坏蛋' })).toEqual({ kind: 'usernameRefused' })
        expect(await registerWithPhone(core, { ...good, password: common })).toEqual({ kind: 'passwordRefused' })
        expect(await exists(core, phone)).toBe(false)
        expect(await registerWithPhone(core, good)).toMatchObject({ kind: 'registered' })
      }),
    )

    test(
      'a username that nobody may have is told without a look-up',
      withLists(open, async (core) => {
        for (let time = 0; time < 100; time += 1) {
          expect(await checkUsername(core, { username: `坏${time}`, source })).toEqual({ kind: 'refused' })
        }
        expect(await checkUsername(core, { username: 'li_lei', source })).toEqual({ kind: 'free' })
      }),
    )

    test(
      'a change of the profile is all or nothing, and what passes is kept as typed',
      withLists(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        const good = { username: 'ＨＡＮ', nickname: '韓 梅梅', signature: '你 好！' }
        for (const [changes, kind] of [
          [{ ...good, username: '坏蛋' }, 'usernameRefused'],
          [{ ...good, nickname: '大坏蛋' }, 'nicknameRefused'],
          [{ ...good, signature: '我坏' }, 'signatureRefused'],
        ] as const) {
          expect(await updateProfile(core, { session, changes })).toEqual({ kind })
        }
        expect(await readOwnProfile(core, { session })).toMatchObject({
          profile: { username: 'li_lei', nickname: null, signature: null },
        })
        expect(await updateProfile(core, { session, changes: good })).toMatchObject({ profile: good })
      }),
    )

    test(
      'a signature of its own is refused as well; an empty one is the operator’s, whatever it says',
      withLists(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        expect(await setStatement(core, { session, statement: '好' })).toEqual({ kind: 'set' })
        expect(await setStatement(core, { session, statement: '我坏' })).toEqual({ kind: 'signatureRefused' })
        expect(await readOwnProfile(core, { session })).toMatchObject({ profile: { signature: '好' } })
        core.wordLists.words.add('不')
        const bold = { ...core, settings: { ...core.settings, defaultSignature: '不说话' } }
        expect(await setStatement(bold, { session, statement: '' })).toEqual({ kind: 'set' })
        expect(await readOwnProfile(core, { session })).toMatchObject({ profile: { signature: '不说话' } })
      }),
    )

    test(
      'a provider’s forbidden nickname is left out, and nobody is kept out for it',
      withLists(open, async (core) => {
        core.identityProviders.qq.people.set('t', provenAs('han', { nickname: '大坏蛋', gender: 'female' }))
        const outcome = await signInWithProvider(core, { provider: 'qq', token: 't', openid: 'han' })
        if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
        expect(await readOwnProfile(core, outcome.session)).toMatchObject({
          profile: { nickname: null, gender: 'female' },
        })
      }),
    )

    test(
      'a common password does not replace another, and ends no session',
      withLists(open, async (core) => {
        await register(core)
        const signedIn = await signIn(core)
        const { session } = signedIn
        const change = { session, oldPassword: password, newPassword: common }
        expect(await changePassword(core, change)).toEqual({ kind: 'passwordRefused' })
        expect(await findSession(core, signedIn)).toMatchObject({ kind: 'found' })
        expect(await tryPassword(core, password)).toBe('signedIn')
        await signOut(core, { session })
        expect(await changePassword(core, change)).toEqual({ kind: 'sessionOver' })
      }),
    )

    test(
      'a common password is refused after the right code only, which stays good',
      withLists(open, async (core) => {
        await create(core, { username: 'li_lei', phone, password })
        const code = await codeFor(core, 'reset')
        const reset = (input: { code: string; newPassword: string }) => resetPasswordByPhone(core, { phone, ...input })
        expect(await reset({ code: '', newPassword: common })).toEqual({ kind: 'codeWrong' })
        expect(await reset({ code, newPassword: common })).toEqual({ kind: 'passwordRefused' })
        expect(await tryPassword(core, password)).toBe('signedIn')
        expect(await reset({ code, newPassword: 'Other_2' })).toMatchObject({ kind: 'reset' })
      }),
    )

    test(
      'an operator may choose any name, but no common password',
      withLists(open, async (core) => {
        expect(await createAccount(core, { username: 'li_lei', password: common })).toEqual({ kind: 'passwordRefused' })
        expect(await exists(core, 'li_lei')).toBe(false)
        const accountId = await create(core, { username: '坏蛋', nickname: '坏', password })
        expect(await setPassword(core, { accountId, password: common })).toEqual({ kind: 'passwordRefused' })
        expect(await tryPassword(core, password, '坏蛋')).toBe('signedIn')
      }),
    )
  })
}
