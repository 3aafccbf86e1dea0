import { describe, expect, test } from 'vitest'
import { earliestBirthday } from '../../calendar.ts'
import { requestLoginCode } from '../../codes/requestLoginCode.ts'
import { createProfileCode } from '../../pictures/createProfileCode.ts'
import { findPicture } from '../../pictures/findPicture.ts'
import { claimPhone } from '../../profile/claimPhone.ts'
import { readOwnProfile } from '../../profile/readOwnProfile.ts'
import { readPublicProfile } from '../../profile/readPublicProfile.ts'
import { updateProfile } from '../../profile/updateProfile.ts'
import { findSession } from '../../sessions/findSession.ts'
import type { Session } from '../../sessions/session.ts'
import { signOut } from '../../sessions/signOut.ts'
import { minute } from '../../time.ts'
import type { TestCore } from '../core.ts'
import { create, inParallel, type OpenStores, onCore, password, register, signIn, tally, tryPassword } from './setup.ts'

async function profileOf(core: TestCore, session: Session) {
  const outcome = await readOwnProfile(core, { session })
  if (outcome.kind !== 'profile') throw new Error(outcome.kind)
  return outcome.profile
}

async function profileCode(core: TestCore, session: Session): Promise<string> {
  const outcome = await createProfileCode(core, { session })
  if (outcome.kind !== 'created') throw new Error(outcome.kind)
  return outcome.name
}

/** What owners see and change of their accounts, and what others see. */
export function profileSuite(open: OpenStores): void {
  describe('profile', () => {
    test(
      'what was never set is null; what is set stays; null empties',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const { session } = await signIn(core)
        const fresh = await profileOf(core, session)
        expect(Object.entries(fresh).filter(([, value]) => value !== null)).toEqual([
          ['accountId', accountId],
          ['username', 'li_lei'],
          ['level', 0],
          ['createdAt', core.clock.now()],
        ])
        const changes = { nickname: '李雷', gender: 'male', birthday: -86_400_000, signature: '你好' } as const
        expect(await updateProfile(core, { session, changes })).toMatchObject({ kind: 'updated', profile: changes })
        const after = { ...fresh, ...changes, username: 'LI_Lei', signature: null, age: 56 }
        expect(await updateProfile(core, { session, changes: { username: 'LI_Lei', signature: null } })).toEqual({
          kind: 'updated',
          profile: after,
        })
        expect(await profileOf(core, session)).toEqual(after)
        const shown = {
          accountId,
          username: 'LI_Lei',
          nickname: '李雷',
          signature: null,
          picture: null,
          phone: null,
          email: null,
          birthday: null,
          createdAt: fresh.createdAt,
        }
        expect(await readPublicProfile(core, { accountId })).toEqual({ kind: 'profile', profile: shown })
      }),
    )

    test(
      'a session that is in use shows each change at once, whichever session made it',
      onCore(open, async (core) => {
        await register(core)
        const [mine, other] = [await signIn(core), await signIn(core)]
        for (const nickname of ['first', 'second']) {
          expect(await findSession(core, mine)).toMatchObject({ kind: 'found' })
          await updateProfile(core, { session: other.session, changes: { nickname } })
          expect(await profileOf(core, mine.session)).toMatchObject({ nickname })
        }
      }),
    )

    test(
      'changes are made all or not at all',
      onCore(open, async (core) => {
        await register(core, 'other')
        const others = await profileCode(core, (await signIn(core, 'other')).session)
        await register(core)
        const { session } = await signIn(core)
        const before = await profileOf(core, session)
        const refusals = [
          [{ username: 'OTHER' }, 'usernameTaken'],
          [{ username: '13812345678' }, 'usernameRefused'],
          [{ picture: others }, 'pictureRefused'],
          [{ picture: 'nothing' }, 'pictureRefused'],
          [{ birthday: core.clock.now() + 1 }, 'birthdayRefused'],
          [{ birthday: earliestBirthday - 1 }, 'birthdayRefused'],
        ] as const
        for (const [changes, kind] of refusals) {
          expect(await updateProfile(core, { session, changes: { nickname: 'x', ...changes } })).toEqual({ kind })
          expect(await profileOf(core, session)).toEqual(before)
        }
        const name = await profileCode(core, session)
        for (const changes of [{ picture: name }, { birthday: core.clock.now() }, { birthday: earliestBirthday }]) {
          expect(await updateProfile(core, { session, changes })).toMatchObject({ kind: 'updated' })
        }
        const picture = { name, kind: 'profileCode' }
        expect(await profileOf(core, session)).toMatchObject({ picture, birthday: earliestBirthday })
      }),
    )

    test(
      'of parallel changes to one name exactly one holds, and the name signs in',
      onCore(open, async (core) => {
        const sessions = await inParallel(5, async (index) => {
          await register(core, `user_${index}`)
          return (await signIn(core, `user_${index}`)).session
        })
        const outcomes = await Promise.all(
          sessions.map((session) => updateProfile(core, { session, changes: { username: 'wanted' } })),
        )
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ updated: 1, usernameTaken: 4 })
        expect(await tryPassword(core, password, 'WANTED')).toBe('signedIn')
      }),
    )

    test(
      'whose session is over can neither see nor change anything',
      onCore(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        const over = { kind: 'sessionOver' }
        const mixed = { id: session.id, accountId: await register(core, 'other') }
        expect(await readOwnProfile(core, { session: mixed })).toEqual(over)
        await signOut(core, { session })
        expect(await readOwnProfile(core, { session })).toEqual(over)
        expect(await updateProfile(core, { session, changes: { nickname: 'x' } })).toEqual(over)
        expect(await claimPhone(core, { session, phone: '+8613812345678' })).toEqual(over)
        expect(await createProfileCode(core, { session })).toEqual(over)
      }),
    )

    test(
      'a claim leaves the verified number in place and tells it, at most once a minute',
      onCore(open, async (core) => {
        const phone = '+8613812345678'
        await create(core, { phone, password })
        const { session } = await signIn(core, phone)
        const claim = async (number: string) => {
          expect(await claimPhone(core, { session, phone: number })).toEqual({ kind: 'claimed' })
          return (await core.stores.messages.list({ to: phone, limit: 10 })).length
        }
        expect(await claim('+8613912345678')).toBe(1)
        expect(await profileOf(core, session)).toMatchObject({ phone, phoneClaim: '+8613912345678' })
        const [notice] = await core.stores.messages.list({ limit: 10 })
        expect(notice).toMatchObject({ channel: 'sms', to: phone, scope: null, code: null, at: core.clock.now() })
        expect(notice?.text).toMatch(/acct/)
        core.clock.advance(minute - 1)
        expect(await claim('+8613712345678')).toBe(1)
        core.clock.advance(1)
        expect(await claim('+8613612345678')).toBe(2)
        core.clock.advance(minute)
        expect(await claim(phone)).toBe(2)
        expect(await profileOf(core, session)).toMatchObject({ phone, phoneClaim: null })
      }),
    )

    test(
      'a code that was just sent to a number does not quiet a notice to it',
      onCore(open, async (core) => {
        const phone = '+8613812345678'
        await create(core, { phone, password })
        const { session } = await signIn(core, phone)
        await requestLoginCode(core, { phone, source: 'here' })
        await claimPhone(core, { session, phone: '+8613912345678' })
        expect(await core.stores.messages.list({ to: phone, limit: 10 })).toHaveLength(2)
      }),
    )

    test(
      'a claim of an account without a verified number tells nobody',
      onCore(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        await claimPhone(core, { session, phone: '+8613812345678' })
        expect(await core.stores.messages.list({ limit: 10 })).toEqual([])
      }),
    )

    test(
      'an account has one profile code, which leads back to it',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const { session } = await signIn(core)
        const names = await inParallel(5, () => profileCode(core, session))
        const [name = ''] = names
        expect(new Set(names).size).toBe(1)
        expect(name).toMatch(/^[\w-]{43}$/)
        expect(await findPicture(core, { name })).toEqual({ kind: 'profileCode', accountId })
        expect(await findPicture(core, { name: name.toUpperCase() })).toEqual({ kind: 'none' })
      }),
    )
  })
}
