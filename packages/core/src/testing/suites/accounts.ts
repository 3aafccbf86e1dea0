import { describe, expect, test } from 'vitest'
import { createAccount } from '../../accounts/createAccount.ts'
import { deleteAccount } from '../../accounts/deleteAccount.ts'
import { findAccount } from '../../accounts/findAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { registerWithUsername } from '../../accounts/registerWithUsername.ts'
import { setLevel } from '../../accounts/setLevel.ts'
import { setRole } from '../../accounts/setRole.ts'
import { unlockAccount } from '../../accounts/unlockAccount.ts'
import { createProfileCode } from '../../pictures/createProfileCode.ts'
import { findPicture } from '../../pictures/findPicture.ts'
import { claimPhone } from '../../profile/claimPhone.ts'
import { readPublicProfile } from '../../profile/readPublicProfile.ts'
import { findSession } from '../../sessions/findSession.ts'
import { signOut } from '../../sessions/signOut.ts'
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

const spellings = ['Li_Lei', 'LI_LEI', 'ｌｉ＿ｌｅｉ']

/** Who may have which name and address, and what operators do. */
export function accountSuite(open: OpenStores): void {
  describe('accounts', () => {
    test(
      'of 100 parallel registrations of one name in three spellings exactly one holds, for one hash',
      onCore(open, async (core) => {
        const outcomes = await inParallel(100, async (index) => {
          const username = spellings[index % spellings.length] ?? ''
          return (await registerWithUsername(core, { username, password })).kind
        })
        expect(tally(outcomes)).toEqual({ registered: 1, usernameTaken: 99 })
        expect(core.hasher.hashed).toBe(1)
      }),
    )

    test(
      'two processes cannot both register a name',
      onCore(open, async (core) => {
        const cores = [core, testCore(core.kept, { seed: 'other' })]
        const outcomes = await Promise.all(cores.map((one) => registerWithUsername(one, { username: 'x', password })))
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ registered: 1, usernameTaken: 1 })
      }),
    )

    test(
      'a refused name registers nothing',
      onCore(open, async (core) => {
        for (const username of ['', '13812345678', 'a@b.cc', 'a b', 'x'.repeat(65)]) {
          expect(await registerWithUsername(core, { username, password })).toEqual({ kind: 'usernameRefused' })
        }
        expect(core.hasher.hashed).toBe(0)
      }),
    )

    test(
      'an id that is in use is drawn again',
      onCore(open, async ({ kept }) => {
        const [one, same] = [testCore(kept, { seed: 'same' }), testCore(kept, { seed: 'same' })]
        const first = await create(one, { username: 'first' })
        const second = await create(same, { username: 'second' })
        expect(second).not.toBe(first)
        expect(await findAccount(same, { who: 'second' })).toMatchObject({ account: { id: second } })
      }),
    )

    test(
      'verified addresses identify, in every spelling, and are unique',
      onCore(open, async (core) => {
        const details = { phone: '+8613812345678', email: 'Han.Mei@Example.com', password }
        const accountId = await create(core, details)
        for (const identifier of ['13812345678', '+8613812345678', 'han.mei@example.COM']) {
          expect((await signIn(core, identifier)).session.accountId).toBe(accountId)
          expect(await findAccount(core, { who: identifier })).toMatchObject({ account: { id: accountId } })
        }
        expect(await createAccount(core, { phone: details.phone })).toEqual({ kind: 'phoneTaken' })
        expect(await createAccount(core, { email: 'HAN.MEI@example.com' })).toEqual({ kind: 'emailTaken' })
        expect(await createAccount(core, { email: 'han mei@example.com' })).toEqual({ kind: 'emailRefused' })
        expect(await createAccount(core, { nickname: 'Han' })).toEqual({ kind: 'identifierMissing' })
        expect(await createAccount(core, { username: '13912345678' })).toEqual({ kind: 'usernameRefused' })
        await register(core)
        expect(await createAccount(core, { username: 'LI_LEI' })).toEqual({ kind: 'usernameTaken' })
      }),
    )

    test(
      'a claimed number identifies nobody, is not unique, and goes when somebody verifies it',
      onCore(open, async (core) => {
        const phone = '+8613812345678'
        for (const username of ['one', 'two']) {
          await registerWithUsername(core, { username, password, phoneClaim: phone })
          expect(await findAccount(core, { who: username })).toMatchObject({
            account: { phone: null, phoneClaim: phone },
          })
        }
        expect(await tryPassword(core, password, phone)).toBe('unknownAccount')
        const owner = await create(core, { phone, password })
        for (const username of ['one', 'two']) {
          expect(await findAccount(core, { who: username })).toMatchObject({ account: { phoneClaim: null } })
        }
        expect((await signIn(core, phone)).session.accountId).toBe(owner)
      }),
    )

    test(
      'an id names its account although another has taken the digits for a name',
      onCore(open, async (core) => {
        const accountId = await register(core)
        await register(core, String(accountId))
        expect(await findAccount(core, { who: String(accountId) })).toMatchObject({ account: { username: 'li_lei' } })
        for (const who of ['0', '1', 'nobody', '9'.repeat(40), '']) {
          expect(await findAccount(core, { who })).toEqual({ kind: 'none' })
        }
      }),
    )

    test(
      'operators set role and level, lock and unlock',
      onCore(open, async (core) => {
        const accountId = await register(core)
        await signIn(core)
        const initial = { role: 'normal_user', level: 0, lockedAt: null, hasPassword: true, sessions: 1 }
        expect(await findAccount(core, { who: 'li_lei' })).toMatchObject({ account: initial })
        const lockedAt = core.clock.now()
        const steps = [
          () => setRole(core, { accountId, role: 'admin' }),
          () => setLevel(core, { accountId, level: 12 }),
          () => lockAccount(core, { accountId }),
          async () => {
            core.clock.advance(1000)
            return lockAccount(core, { accountId })
          },
        ]
        for (const step of steps) expect(await step()).toEqual({ kind: 'done' })
        const then = { role: 'admin', level: 12, lockedAt, sessions: 0 }
        expect(await findAccount(core, { who: 'li_lei' })).toMatchObject({ account: then })
        expect(await readPublicProfile(core, { accountId })).toEqual({ kind: 'none' })
        expect(await unlockAccount(core, { accountId })).toEqual({ kind: 'done' })
        expect(await findAccount(core, { who: 'li_lei' })).toMatchObject({ account: { lockedAt: null } })
        const nobody = { accountId: accountId + 1 }
        for (const operation of [lockAccount, unlockAccount, deleteAccount]) {
          expect(await operation(core, nobody)).toEqual({ kind: 'none' })
        }
        expect(await setRole(core, { ...nobody, role: 'admin' })).toEqual({ kind: 'none' })
        expect(await setLevel(core, { ...nobody, level: 1 })).toEqual({ kind: 'none' })
      }),
    )

    test(
      'a role is free where it is open, else an administrator gives it; that of an administrator is never open',
      onCore(open, async ({ kept }) => {
        const core = testCore(kept, { settings: { openRoles: ['normal_user', 'vip_user', 'admin'] } })
        const accountId = await register(core, 'boss')
        const { session: caller } = await signIn(core, 'boss')
        const roleOf = async (username: string, input: object) =>
          (await registerWithUsername(core, { username, password, ...input })).kind
        expect(await roleOf('vip', { role: 'vip_user' })).toBe('registered')
        expect(await roleOf('one', { role: 'admin' })).toBe('roleRefused')
        expect(await roleOf('one', { role: 'creator' })).toBe('roleRefused')
        expect(await roleOf('one', { role: 'creator', caller })).toBe('roleRefused')
        await setRole(core, { accountId, role: 'admin' })
        expect(await roleOf('one', { role: 'creator', caller })).toBe('registered')
        expect(await roleOf('two', { role: 'admin', caller })).toBe('registered')
        await signOut(core, { session: caller })
        expect(await roleOf('three', { role: 'creator', caller })).toBe('roleRefused')
        expect(await roleOf('three', { caller })).toBe('registered')
        const roles = { vip: 'vip_user', one: 'creator', two: 'admin', three: 'normal_user' }
        for (const [who, role] of Object.entries(roles)) {
          expect(await findAccount(core, { who })).toMatchObject({ account: { role } })
        }
      }),
    )

    test(
      'deleting leaves nothing of the account and frees its name and addresses',
      onCore(open, async (core) => {
        const details = { username: 'han', phone: '+8613812345678', email: 'han@example.com', password }
        const accountId = await create(core, details)
        const { token, session } = await signIn(core, 'han')
        const code = await createProfileCode(core, { session })
        if (code.kind !== 'created') throw new Error(code.kind)
        await claimPhone(core, { session, phone: '+8613912345678' })
        await tryWrong(core, 10, 'han')
        expect(await core.stores.messages.list({ limit: 10 })).toHaveLength(1)

        expect(await deleteAccount(core, { accountId })).toEqual({ kind: 'done' })
        expect(await findSession(core, { token })).toEqual({ kind: 'none' })
        expect(await findPicture(core, code)).toEqual({ kind: 'none' })
        expect(await readPublicProfile(core, { accountId })).toEqual({ kind: 'none' })
        expect(await core.stores.messages.list({ limit: 10 })).toEqual([])
        expect(await core.stores.credentials.removeOldTries(core.clock.now() + 1, 100)).toBe(0)
        expect(await findAccount(core, { who: String(accountId) })).toEqual({ kind: 'none' })
        expect(await create(core, details)).not.toBe(accountId)
        expect(await tryPassword(core, password, 'han')).toBe('signedIn')
      }),
    )
  })
}
