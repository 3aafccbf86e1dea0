import { describe, expect, test } from 'vitest'
import { findAccount } from '../../accounts/findAccount.ts'
import { Unavailable } from '../../errors.ts'
import type { ProfileChanges } from '../../profile/profile.ts'
import { readOwnProfile } from '../../profile/readOwnProfile.ts'
import { updateProfile } from '../../profile/updateProfile.ts'
import { updateProfileWithAddress } from '../../profile/updateProfileWithAddress.ts'
import { findSession } from '../../sessions/findSession.ts'
import type { Session } from '../../sessions/session.ts'
import { minute } from '../../time.ts'
import type { TestCore } from '../core.ts'
import { fakePicture } from '../pictureMaker.ts'
import { codeFor, otherPhone, otherThan, phone } from './codesSetup.ts'
import { byEmail, email, identityCode } from './identitySetup.ts'
import { at, eager, type Input, inputFor, kindOf, owning, thirdPhone } from './ownProfileSetup.ts'
import { filesOf } from './picturesSetup.ts'
import { create, inParallel, type OpenStores, onCore, register, signIn, tally } from './setup.ts'

/** Everything that a refusal must leave as it was, but for what counts wrong codes. */
async function stateOf(core: TestCore, session: Session) {
  const messages = await core.stores.messages.list({ limit: 1000 })
  const files = core.blobs.names()
  return { own: await readOwnProfile(core, { session }), messages: messages.length, files }
}

/** An address that is changed together with the rest of a profile. */
export function ownProfileSuite(open: OpenStores): void {
  describe('own profile with an address', () => {
    test(
      'a number, a name and a picture change in one step, with all that follows from each',
      owning(open, async (core, session) => {
        const other = await signIn(core)
        await updateProfile(core, { session, changes: { phoneClaim: thirdPhone, picture: { file: fakePicture() } } })
        await register(core, 'claims')
        const claiming = (await signIn(core, 'claims')).session
        await updateProfile(core, { session: claiming, changes: { phoneClaim: otherPhone } })

        const input = await inputFor(core, session, at(otherPhone), at(phone))
        const changes = { nickname: '李雷', username: 'Han', birthday: 0, picture: { file: fakePicture(100) } }
        const outcome = await updateProfileWithAddress(core, { ...input, changes })
        const rest = { nickname: '李雷', username: 'Han', birthday: 0 }
        expect(outcome).toMatchObject({
          kind: 'updated',
          profile: { ...rest, phone: otherPhone, phoneClaim: null, picture: { kind: 'avatar' } },
        })
        if (outcome.kind !== 'updated') return
        expect(await readOwnProfile(core, { session })).toEqual({ kind: 'profile', profile: outcome.profile })
        expect(core.blobs.names()).toEqual(filesOf(outcome.profile.picture?.name ?? ''))
        expect(await findAccount(core, { who: otherPhone })).toMatchObject({ account: { ...rest, sessions: 1 } })
        expect(await findAccount(core, { who: 'claims' })).toMatchObject({ account: { phoneClaim: null } })
        expect(await findAccount(core, { who: phone })).toEqual({ kind: 'none' })
        expect(await findSession(core, other)).toEqual({ kind: 'none' })
        const [told] = await core.stores.messages.list({ to: phone, limit: 1 })
        expect(told).toMatchObject({ purpose: 'addressChanged', code: null })
        expect(await kindOf(core, { ...input, changes })).toBe('codeMissing')
      }),
    )

    test(
      'a first address needs no other; then the phone is the original one, else the e-mail',
      onCore(open, async (plain) => {
        const core = eager(plain)
        await register(core)
        const { session } = await signIn(core)
        expect(await kindOf(core, await inputFor(core, session, byEmail))).toBe('updated')
        const next = at(phone)
        expect(await kindOf(core, await inputFor(core, session, next))).toBe('originalCodeMissing')
        expect(await kindOf(core, await inputFor(core, session, next, byEmail))).toBe('updated')
        const changed = { kind: 'email', email: { shown: 'new@example.com', key: 'new@example.com' } } as const
        const byMail = await inputFor(core, session, changed, byEmail)
        expect(await kindOf(core, byMail)).toBe('codeMissing')
        expect(await kindOf(core, await inputFor(core, session, changed, at(phone)))).toBe('updated')
        const account = { phone, email: 'new@example.com' }
        expect(await findAccount(core, { who: 'li_lei' })).toMatchObject({ account })
        const notices = (await core.stores.messages.list({ limit: 100 })).filter(({ code }) => code === null)
        expect(notices.map(({ to }) => to)).toEqual([email, email])
      }),
    )

    test(
      'refuses in one order, and a refusal leaves everything as it was, the right codes too',
      owning(open, async (core, session) => {
        await create(core, { username: 'taken', phone: '+8613612345678' })
        for (const [from, to] of [
          [phone, otherPhone],
          [otherPhone, phone],
          [phone, otherPhone],
        ] as const) {
          expect(await kindOf(core, await inputFor(core, session, at(to), at(from)))).toBe('updated')
        }
        core.wordLists.words.add('赌博')
        const wrong: ProfileChanges = {
          username: '13812345678',
          nickname: '赌博',
          signature: '赌博',
          birthday: core.clock.now() + 1,
          picture: { file: Buffer.from('no picture') },
        }
        const { address } = await inputFor(core, session, at('+8613612345678'), at(otherPhone))
        const other = await inputFor(core, session, at(thirdPhone), at(otherPhone))
        const right = { ...address, originalCode: other.address.originalCode }
        const { code, originalCode } = right
        const before = await stateOf(core, session)
        const over = { id: session.id + 1, accountId: session.accountId }
        const steps: [string, Partial<Input>][] = [
          ['sessionOver', { session: over, address: { next: undefined, code: '', originalCode: '' } }],
          ['originalCodeMissing', { address: { next: undefined, code: otherThan(code), originalCode: '' } }],
          ['codeWrong', { address: { next: undefined, code, originalCode: otherThan(originalCode) } }],
          ['codeWrong', { address: { next: at('+8615012345678'), code, originalCode: otherThan(originalCode) } }],
          ['codeWrong', { address: { ...right, code: otherThan(code) } }],
          ['codeWrong', { address: { ...right, code: '' } }],
          ['codeMissing', { address: { ...right, next: undefined } }],
          ['codeMissing', { address: { ...right, next: at('+8615012345678') } }],
          ['changesRefused', { changes: undefined }],
          ['usernameRefused', { changes: { ...wrong } }],
          ['usernameRefused', { changes: { ...wrong, username: '赌博' } }],
          ['nicknameRefused', { changes: { ...wrong, username: 'taken' } }],
          ['signatureRefused', { changes: { ...wrong, username: 'taken', nickname: 'x' } }],
          ['birthdayRefused', { changes: { ...wrong, username: 'taken', nickname: 'x', signature: 'x' } }],
          ['notAPicture', { changes: { username: 'taken', nickname: 'x', picture: { file: Buffer.from('x') } } }],
          ['tooSmall', { changes: { username: 'taken', nickname: 'x', picture: { file: fakePicture(63) } } }],
          ['tooLarge', { changes: { username: 'taken', nickname: 'x', picture: { file: fakePicture(4097) } } }],
          ['pictureRefused', { changes: { username: 'taken', nickname: 'x', picture: 'nobody’s' } }],
          ['usernameTaken', { changes: { username: 'TAKEN', nickname: 'x', picture: { file: fakePicture() } } }],
          ['phoneTaken', { changes: { username: 'free', nickname: 'x', picture: { file: fakePicture() } } }],
          [
            'tooManyPhoneChanges',
            { address: other.address, changes: { username: 'free', picture: { file: fakePicture() } } },
          ],
        ]
        for (const [kind, part] of steps) {
          const input = { session, changes: { ...wrong, username: 'taken' }, address: right, ...part }
          expect(await kindOf(core, input), kind).toBe(kind)
          expect(await stateOf(core, session), kind).toEqual(before)
        }
        core.clock.advance(minute)
        const changes = { nickname: '李雷', picture: { file: fakePicture() } }
        expect(await kindOf(core, { session, changes, address: right })).toBe('phoneTaken')
        expect(await kindOf(core, { session, changes, address: other.address })).toBe('tooManyPhoneChanges')
        const next = byEmail
        const mail = { next, code: await identityCode(core, next), originalCode }
        expect(await kindOf(core, { session, changes, address: mail })).toBe('updated')
      }),
    )

    test(
      'every wrong code is counted: the fifth burns it, whatever the other one is',
      owning(open, async (core, session) => {
        const { changes, address } = await inputFor(core, session, at(otherPhone), at(phone))
        const { next, code, originalCode } = address
        const wrong = { next, code: otherThan(code), originalCode: otherThan(originalCode) }
        for (let tries = 0; tries < 4; tries += 1) {
          expect(await kindOf(core, { session, changes, address: wrong })).toBe('codeWrong')
        }
        // Four wrong ones for each: the fifth burns that of the new number, and the old one's is still good.
        expect(await kindOf(core, { session, changes, address: { ...wrong, originalCode } })).toBe('codeWrong')
        expect(await kindOf(core, { session, changes, address })).toBe('codeMissing')
        const again = { ...address, code: await identityCode(core, at(otherPhone)) }
        expect(await kindOf(core, { session, changes, address: again })).toBe('updated')
      }),
    )

    test(
      'codes of another scope or another address are worth nothing, nor is one after ten minutes',
      owning(open, async (core, session) => {
        const input = await inputFor(core, session, at(otherPhone), at(phone))
        const { address } = input
        const change = await codeFor(core, 'change', phone)
        expect(await kindOf(core, { ...input, address: { ...address, originalCode: change } })).toBe('codeWrong')
        const swapped = { ...address, code: address.originalCode, originalCode: address.code }
        expect(await kindOf(core, { ...input, address: swapped })).toBe('codeWrong')
        core.clock.advance(10 * minute)
        expect(await kindOf(core, input)).toBe('codeMissing')
      }),
    )

    test(
      'a picture that can not be made now leaves the codes good',
      owning(open, async (core, session) => {
        const input = await inputFor(core, session, at(otherPhone), at(phone))
        const changes = { picture: { file: fakePicture() } }
        core.pictureMaker.overloaded = true
        await expect(updateProfileWithAddress(core, { ...input, changes })).rejects.toThrow(Unavailable)
        core.pictureMaker.overloaded = false
        const guess = { ...input.address, code: otherThan(input.address.code) }
        expect(await kindOf(core, { session, changes, address: guess })).toBe('codeWrong')
        expect(core.pictureMaker.made).toBe(0)
        expect(await kindOf(core, { ...input, changes })).toBe('updated')
        expect(core.pictureMaker.made).toBe(1)
      }),
    )

    test(
      'of a hundred at once with the same codes one holds, with exactly its files',
      owning(open, async (core, session) => {
        const input = await inputFor(core, session, at(otherPhone), at(phone))
        const outcomes = await inParallel(100, (index) =>
          updateProfileWithAddress(core, {
            ...input,
            changes: { nickname: `nickname ${index}`, picture: { file: fakePicture(100 + index) } },
          }),
        )
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ updated: 1, codeMissing: 99 })
        const winner = outcomes.find((outcome) => outcome.kind === 'updated')
        expect(await readOwnProfile(core, { session })).toEqual({ kind: 'profile', profile: winner?.profile })
        expect(core.blobs.names()).toEqual(filesOf(winner?.profile.picture?.name ?? ''))
      }),
    )

    test(
      'of many accounts at once one gets a number',
      onCore(open, async (plain) => {
        const core = eager(plain)
        const sessions = await inParallel(10, async (index) => {
          await register(core, `user_${index}`)
          return (await signIn(core, `user_${index}`)).session
        })
        const code = await identityCode(core)
        const outcomes = await Promise.all(
          sessions.map((session) =>
            kindOf(core, { session, changes: { nickname: 'x' }, address: { next: at(phone), code, originalCode: '' } }),
          ),
        )
        expect(tally(outcomes)).toEqual({ updated: 1, codeMissing: 9 })
        const owners = await Promise.all(sessions.map((session) => readOwnProfile(core, { session })))
        const named = owners.filter((own) => own.kind === 'profile' && own.profile.nickname === 'x')
        expect(named).toMatchObject([{ profile: { phone } }])
      }),
    )

    test(
      'a verified address that changes meanwhile is met as it is',
      owning(open, async (core, session) => {
        const input = await inputFor(core, session, byEmail, at(phone))
        const { updateWithAddress } = core.stores.profile
        const steps: string[] = []
        core.stores.profile.updateWithAddress = async (of, changes, change) => {
          // As if another request changed the number between looking at the codes and the step.
          if (steps.length === 0) {
            core.stores.profile.updateWithAddress = updateWithAddress
            steps.push(await kindOf(core, await inputFor(core, session, at(otherPhone), at(phone))))
          }
          const outcome = await updateWithAddress(of, changes, change)
          steps.push(outcome.kind)
          return outcome
        }
        expect(await kindOf(core, { ...input, changes: { nickname: 'x' } })).toBe('codeMissing')
        expect(steps).toEqual(['updated', 'addressesChanged'])
        expect(await findAccount(core, { who: otherPhone })).toMatchObject({ account: { nickname: null, email: null } })
      }),
    )
  })
}
