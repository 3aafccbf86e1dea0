import { describe, expect, test } from 'vitest'
import { findAccount } from '../../accounts/findAccount.ts'
import { claimPhone } from '../../profile/claimPhone.ts'
import type { ProfileChanges } from '../../profile/profile.ts'
import { updateProfile } from '../../profile/updateProfile.ts'
import type { Session } from '../../sessions/session.ts'
import { minute } from '../../time.ts'
import { type TestCore, testCore } from '../core.ts'
import { fakePicture } from '../pictureMaker.ts'
import { otherPhone, phone } from './codesSetup.ts'
import { create, type OpenStores, onCore, password, register, signIn } from './setup.ts'

const email = 'Han@example.com'
const otherEmail = 'li@example.com'

async function update(core: TestCore, session: Session, changes: ProfileChanges): Promise<string> {
  return (await updateProfile(core, { session, changes })).kind
}

const told = (core: TestCore, to: string) => core.stores.messages.list({ to, limit: 10 })

/** Addresses that are typed into a profile. */
export function claimSuite(open: OpenStores): void {
  describe('claims', () => {
    test(
      'claims are shown to their owner and identify nobody',
      onCore(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        const changes = { phoneClaim: phone, emailClaim: email }
        const outcome = await updateProfile(core, { session, changes })
        const profile = { ...changes, phone: null, email: null, username: 'li_lei' }
        expect(outcome).toMatchObject({ kind: 'updated', profile })
        for (const who of [phone, email]) expect(await findAccount(core, { who })).toEqual({ kind: 'none' })
        expect(await told(core, phone)).toEqual([])
        await register(core, 'other')
        const other = (await signIn(core, 'other')).session
        expect(await update(core, other, changes)).toBe('updated')
      }),
    )

    test(
      'what another account has verified is refused, and nothing is changed',
      onCore(open, async (core) => {
        await create(core, { phone: otherPhone, email: otherEmail })
        await create(core, { username: 'li_lei', phone, email, password })
        const { session } = await signIn(core)
        const rest = { nickname: 'x', picture: { file: fakePicture() } }
        const refusals = [
          [{ phoneClaim: otherPhone }, 'phoneTaken'],
          [{ emailClaim: 'LI@Example.com' }, 'emailTaken'],
          [{ phoneClaim: otherPhone, emailClaim: otherEmail }, 'phoneTaken'],
          [{ phoneClaim: '+8613712345678', emailClaim: otherEmail }, 'emailTaken'],
          [{ phoneClaim: '+8613712345678', emailClaim: 'nonsense' }, 'emailRefused'],
          [{ phoneClaim: '+8613712345678', emailClaim: 'new@example.com', picture: 'nothing' }, 'pictureRefused'],
        ] as const
        for (const [changes, kind] of refusals) {
          expect(await update(core, session, { ...rest, ...changes })).toBe(kind)
          expect(await findAccount(core, { who: phone })).toMatchObject({
            account: { nickname: null, phone, phoneClaim: null, email, emailClaim: null },
          })
          expect(core.blobs.names()).toEqual([])
        }
        expect([...(await told(core, phone)), ...(await told(core, email.toLowerCase()))]).toEqual([])
      }),
    )

    test(
      'verified addresses stay and are told, once a minute and of news only; they themselves end the claim',
      onCore(open, async (core) => {
        await create(core, { username: 'li_lei', phone, email, password })
        const { session } = await signIn(core)
        const notices = async () => [
          (await told(core, phone)).map(({ purpose }) => purpose),
          (await told(core, email.toLowerCase())).map(({ purpose }) => purpose),
        ]
        const changes = { phoneClaim: otherPhone, emailClaim: otherEmail }
        expect(await update(core, session, changes)).toBe('updated')
        expect(await findAccount(core, { who: phone })).toMatchObject({
          account: { phone, phoneClaim: otherPhone, email, emailClaim: otherEmail },
        })
        expect(await notices()).toEqual([['phoneClaimed'], ['emailClaimed']])
        core.clock.advance(minute - 1)
        expect(await update(core, session, { emailClaim: 'new@example.com' })).toBe('updated')
        expect(await notices()).toEqual([['phoneClaimed'], ['emailClaimed']])
        core.clock.advance(1)
        expect(await update(core, session, { ...changes, emailClaim: 'new@example.com' })).toBe('updated')
        expect(await claimPhone(core, { session, phone: otherPhone })).toEqual({ kind: 'claimed' })
        expect(await notices()).toEqual([['phoneClaimed'], ['emailClaimed']])
        expect(await update(core, session, { emailClaim: otherEmail })).toBe('updated')
        expect(await notices()).toEqual([['phoneClaimed'], ['emailClaimed', 'emailClaimed']])
        const own = { phoneClaim: phone, emailClaim: email.toUpperCase() }
        expect(await updateProfile(core, { session, changes: own })).toMatchObject({
          profile: { phone, phoneClaim: null, email, emailClaim: null },
        })
        expect(await notices()).toEqual([['phoneClaimed'], ['emailClaimed', 'emailClaimed']])
      }),
    )

    test(
      'a channel that is off keeps nobody from claiming',
      onCore(open, async ({ kept }) => {
        const core = testCore(kept, { settings: { channels: { sms: 'off', email: 'off' } } })
        await create(core, { username: 'li_lei', phone, email, password })
        const { session } = await signIn(core)
        expect(await update(core, session, { phoneClaim: otherPhone, emailClaim: otherEmail })).toBe('updated')
        expect(await core.stores.messages.list({ limit: 10 })).toEqual([])
      }),
    )

    test(
      'a claim goes when somebody verifies the address elsewhere',
      onCore(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        await update(core, session, { phoneClaim: phone, emailClaim: email })
        await create(core, { phone, email: email.toUpperCase() })
        expect(await findAccount(core, { who: 'li_lei' })).toMatchObject({
          account: { phoneClaim: null, emailClaim: null },
        })
        expect(await update(core, session, { phoneClaim: phone })).toBe('phoneTaken')
      }),
    )

    test(
      'a verified address that changes meanwhile is met as it is',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const { session } = await signIn(core)
        const { readOwn, update: step } = core.stores.profile
        let reads = 0
        core.stores.profile.readOwn = async (of) => {
          reads += 1
          const own = await readOwn(of)
          // As if the number had been taken away between this read and the step.
          return own && reads === 1 ? { ...own, phone } : own
        }
        const steps: string[] = []
        core.stores.profile.update = async (of, changes) => {
          const outcome = await step(of, changes)
          steps.push(outcome.kind)
          return outcome
        }
        expect(await update(core, session, { phoneClaim: otherPhone })).toBe('updated')
        expect(steps).toEqual(['addressesChanged', 'updated'])
        expect(await told(core, phone)).toEqual([])
        expect(await findAccount(core, { who: String(accountId) })).toMatchObject({
          account: { phoneClaim: otherPhone },
        })
      }),
    )
  })
}
