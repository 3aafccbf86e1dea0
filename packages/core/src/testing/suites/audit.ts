import { describe, expect, test } from 'vitest'
import { deleteAccount } from '../../accounts/deleteAccount.ts'
import { deleteOwnAccount } from '../../accounts/deleteOwnAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { registerWithPhone } from '../../accounts/registerWithPhone.ts'
import { registerWithUsername } from '../../accounts/registerWithUsername.ts'
import { setLevel } from '../../accounts/setLevel.ts'
import { setRole } from '../../accounts/setRole.ts'
import { signInOrSignUpWithCode } from '../../accounts/signInOrSignUpWithCode.ts'
import { signUpWithAddress } from '../../accounts/signUpWithAddress.ts'
import { signUpWithUsername } from '../../accounts/signUpWithUsername.ts'
import { unlockAccount } from '../../accounts/unlockAccount.ts'
import { changePassword } from '../../credentials/changePassword.ts'
import { changePasswordWithCode } from '../../credentials/changePasswordWithCode.ts'
import { resetPasswordByPhone } from '../../credentials/resetPasswordByPhone.ts'
import { setPassword } from '../../credentials/setPassword.ts'
import { signInWithProvider } from '../../identities/signInWithProvider.ts'
import { changeAddress } from '../../profile/changeAddress.ts'
import { claimPhone } from '../../profile/claimPhone.ts'
import { updateProfile } from '../../profile/updateProfile.ts'
import { updateProfileWithAddress } from '../../profile/updateProfileWithAddress.ts'
import { signInWithCode } from '../../sessions/signInWithCode.ts'
import { signInWithPassword } from '../../sessions/signInWithPassword.ts'
import { signOut } from '../../sessions/signOut.ts'
import { requestResetLink } from '../../tickets/requestResetLink.ts'
import { resetPasswordWithTicket } from '../../tickets/resetPasswordWithTicket.ts'
import type { TestCore } from '../core.ts'
import { provenAs } from '../identityProvider.ts'
import { auditReadingTests } from './auditReading.ts'
import { auditRefusalTests } from './auditRefusals.ts'
import { auditLines, recording, signInAs, ticketIn } from './auditSetup.ts'
import { codeFor, otherPhone, otherThan, phone, source } from './codesSetup.ts'
import { byPhone, identityCode, withAccount } from './identitySetup.ts'
import { type OpenStores, password } from './setup.ts'

/** What an operation is done with, and the lines that it must leave: `action detail outcome`, of the account or another. */
type Deed = [done: (core: TestCore, accountId: number) => Promise<unknown>, lines: string[]]

const wechat = { provider: 'wechat', token: 'a token', openid: 'an openid' } as const

/** In any order: each begins with an account of its own that has a username, a phone, an e-mail and a password. */
const deeds: Record<string, Deed> = {
  'a registration': [
    (core) => registerWithUsername(core, { username: 'new', password }),
    ['register - done of another'],
  ],
  'a registration by a number': [
    async (core) => {
      const code = await codeFor(core, 'register', otherPhone)
      return registerWithPhone(core, { phone: otherPhone, code, source, tellTaken: 'afterCode' })
    },
    ['register - done of another'],
  ],
  'a sign-up': [(core) => signUpWithUsername(core, { username: 'new', password }), ['register - done of another']],
  'a sign-up with an address': [
    async (core) => {
      const address = { kind: 'phone', e164: otherPhone } as const
      return signUpWithAddress(core, { address, code: await identityCode(core, address), password })
    },
    ['register - done of another'],
  ],
  'a sign-up by a code alone': [
    async (core) => {
      const code = await identityCode(core, { kind: 'phone', e164: otherPhone })
      return signInOrSignUpWithCode(core, { phone: otherPhone, code })
    },
    ['register - done of another'],
  ],
  'a sign-in by such a code': [
    async (core) => signInOrSignUpWithCode(core, { phone, code: await identityCode(core) }),
    ['signIn code done'],
  ],
  'a sign-in by password': [
    (core) => signInWithPassword(core, { identifier: 'li_lei', password }),
    ['signIn password done'],
  ],
  'a sign-in by code': [
    async (core) => signInWithCode(core, { phone, code: await codeFor(core, 'login') }),
    ['signIn code done'],
  ],
  'two sign-ins by a provider': [
    async (core) => {
      core.identityProviders.wechat.people.set(wechat.token, provenAs(wechat.openid))
      await signInWithProvider(core, wechat)
      core.clock.advance(1)
      return signInWithProvider(core, wechat)
    },
    ['register wechat done of another', 'signIn wechat done of another'],
  ],
  'a sign-out': [async (core) => signOut(core, await signInAs(core)), ['signIn password done', 'signOut - done']],
  'another password': [
    async (core) => changePassword(core, { ...(await signInAs(core)), oldPassword: password, newPassword: 'new' }),
    ['signIn password done', 'changePassword password done'],
  ],
  'another password by a code': [
    async (core) => {
      const code = await identityCode(core)
      return changePasswordWithCode(core, { address: byPhone, code, newPassword: 'new', caller: undefined })
    },
    ['changePassword code done'],
  ],
  'a password that was forgotten': [
    async (core) => resetPasswordByPhone(core, { phone, code: await codeFor(core, 'reset'), newPassword: 'new' }),
    ['resetPassword code done'],
  ],
  'a link that resets it': [
    async (core) => {
      await requestResetLink(core, { address: byPhone, code: await identityCode(core) })
      core.clock.advance(1)
      return resetPasswordWithTicket(core, { ticket: await ticketIn(core, phone), newPassword: 'new' })
    },
    ['requestResetLink - done', 'resetPassword link done'],
  ],
  'another number': [
    async (core) => {
      const { session } = await signInAs(core)
      const original = { address: phone, code: await codeFor(core, 'change') }
      const nextCode = await codeFor(core, 'change', otherPhone)
      return changeAddress(core, { session, original, next: { kind: 'phone', e164: otherPhone }, nextCode })
    },
    ['signIn password done', 'changeAddress phone done'],
  ],
  'another number with other changes': [
    async (core) => {
      const { session } = await signInAs(core)
      const next = { kind: 'phone', e164: otherPhone } as const
      const address = { next, code: await identityCode(core, next), originalCode: await identityCode(core) }
      return updateProfileWithAddress(core, { session, changes: { username: 'renamed' }, address })
    },
    ['signIn password done', 'changeAddress phone done', 'changeUsername - done'],
  ],
  'a number that nobody verified': [
    async (core) => claimPhone(core, { ...(await signInAs(core)), phone: otherPhone }),
    ['signIn password done', 'claimAddress phone done'],
  ],
  'another name': [
    async (core) => updateProfile(core, { ...(await signInAs(core)), changes: { username: 'renamed' } }),
    ['signIn password done', 'changeUsername - done'],
  ],
  'a nickname, which opens nothing': [
    async (core) => updateProfile(core, { ...(await signInAs(core)), changes: { nickname: 'Lei' } }),
    ['signIn password done'],
  ],
  'a role': [(core, accountId) => setRole(core, { accountId, role: 'creator' }), ['setRole creator done']],
  'a level': [(core, accountId) => setLevel(core, { accountId, level: 11 }), ['setLevel 11 done']],
  'an operator’s password': [
    (core, accountId) => setPassword(core, { accountId, password: 'new' }),
    ['setPassword - done'],
  ],
  'a lock, and a removal of it': [
    async (core, accountId) => {
      await lockAccount(core, { accountId })
      core.clock.advance(1)
      return unlockAccount(core, { accountId })
    },
    ['lock - done', 'unlock - done'],
  ],
  'a deletion': [(core, accountId) => deleteAccount(core, { accountId }), ['delete - done']],
  'a deletion by the owner': [
    async (core) => {
      const { session } = await signInAs(core)
      return deleteOwnAccount(core, { session, address: byPhone, code: await identityCode(core) })
    },
    ['signIn password done', 'delete code done'],
  ],
  'a wrong code': [
    async (core) => signInWithCode(core, { phone, code: otherThan(await codeFor(core, 'login')) }),
    ['signIn login codeWrong'],
  ],
  'a code that nobody sent': [
    (core) => resetPasswordByPhone(core, { phone, code: '123456', newPassword: 'new' }),
    ['useCode reset codeMissing'],
  ],
  'a wrong password': [
    (core) => signInWithPassword(core, { identifier: 'li_lei', password: 'wrong' }),
    ['signIn password wrongPassword'],
  ],
  'a name that is nobody’s': [
    (core) => signInWithPassword(core, { identifier: 'nobody', password }),
    ['signIn password unknownAccount of nobody'],
  ],
  'the right password of a locked account': [
    async (core, accountId) => {
      await lockAccount(core, { accountId })
      core.clock.advance(1)
      return signInWithPassword(core, { identifier: 'li_lei', password })
    },
    ['lock - done', 'signIn password locked'],
  ],
  'a wrong old password': [
    async (core) => changePassword(core, { ...(await signInAs(core)), oldPassword: 'wrong', newPassword: 'new' }),
    ['signIn password done', 'changePassword password wrongPassword'],
  ],
  'a token of a provider’s that proves nothing': [
    (core) => signInWithProvider(core, wechat),
    ['signIn wechat notProven of nobody'],
  ],
  'a link that is over': [
    (core) => resetPasswordWithTicket(core, { ticket: `acct_t_${'a'.repeat(43)}`, newPassword: 'new' }),
    ['resetPassword link ticketOver of nobody'],
  ],
}

/** What happened to accounts, and who did it. */
export function auditSuite(open: OpenStores): void {
  describe('the audit log', () => {
    auditRefusalTests(open)
    auditReadingTests(open)
    for (const [what, [done, lines]] of Object.entries(deeds)) {
      test(
        `has ${what}`,
        withAccount(open, async (core, accountId) => {
          await done(recording(core), accountId)
          expect(await auditLines(core, accountId)).toEqual(lines)
        }),
      )
    }
  })
}
