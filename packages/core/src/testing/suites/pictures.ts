import { describe, expect, test } from 'vitest'
import { deleteAccount } from '../../accounts/deleteAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { Unavailable } from '../../errors.ts'
import { avatarFile } from '../../pictures/avatarFile.ts'
import { createProfileCode } from '../../pictures/createProfileCode.ts'
import { findPicture } from '../../pictures/findPicture.ts'
import { readAvatar } from '../../pictures/readAvatar.ts'
import { removeOrphans } from '../../pictures/removeOrphans.ts'
import { setPicture } from '../../pictures/setPicture.ts'
import { readPublicProfile } from '../../profile/readPublicProfile.ts'
import { updateProfile } from '../../profile/updateProfile.ts'
import type { Session } from '../../sessions/session.ts'
import { signOut } from '../../sessions/signOut.ts'
import { hour } from '../../time.ts'
import type { TestCore } from '../core.ts'
import { fakePicture } from '../pictureMaker.ts'
import { breakDisk, filesOf, mendDisk } from './picturesSetup.ts'
import { inParallel, type OpenStores, onCore, register, signIn } from './setup.ts'

/** The name of an avatar that was just set. */
async function set(core: TestCore, session: Session, file = fakePicture()): Promise<string> {
  const outcome = await setPicture(core, { session, file })
  if (outcome.kind !== 'set') throw new Error(outcome.kind)
  expect(outcome.picture.kind).toBe('avatar')
  return outcome.picture.name
}

async function codeOf(core: TestCore, session: Session): Promise<string> {
  const outcome = await createProfileCode(core, { session })
  if (outcome.kind !== 'created') throw new Error(outcome.kind)
  return outcome.name
}

async function textOf(core: TestCore, file: string): Promise<string | undefined> {
  const outcome = await readAvatar(core, { file })
  return outcome.kind === 'avatar' ? Buffer.from(outcome.bytes).toString() : undefined
}

async function shownOf(core: TestCore, accountId: number) {
  const outcome = await readPublicProfile(core, { accountId })
  return outcome.kind === 'profile' ? outcome.profile.picture : undefined
}

/** The life of an avatar and of its two files. */
export function pictureSuite(open: OpenStores): void {
  describe('pictures', () => {
    test(
      'an avatar is shown in both sizes until another takes its place, and then it is gone',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const { session } = await signIn(core)
        const first = await set(core, session)
        expect(first).toMatch(/^[\w-]{43}$/)
        expect(await shownOf(core, accountId)).toEqual({ name: first, kind: 'avatar' })
        expect(await textOf(core, avatarFile(first, 'large'))).toBe('large picture 640x640')
        expect(await textOf(core, avatarFile(first, 'small'))).toBe('small picture 640x640')
        for (const file of ['', first, `${first}.png`, `../${first}.jpg`, `${first}-200.jpg`]) {
          expect(await readAvatar(core, { file })).toEqual({ kind: 'none' })
        }
        expect(await findPicture(core, { name: first })).toEqual({ kind: 'none' })

        const second = await set(core, session, fakePicture(64, 4096))
        expect(core.blobs.names()).toEqual(filesOf(second))
        expect(await shownOf(core, accountId)).toEqual({ name: second, kind: 'avatar' })
        expect(await textOf(core, avatarFile(first, 'large'))).toBeUndefined()
      }),
    )

    test(
      'of many at once one remains, with exactly two files',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const { session } = await signIn(core)
        await inParallel(50, () => set(core, session))
        const shown = await shownOf(core, accountId)
        expect(core.blobs.names()).toEqual(filesOf(shown?.name ?? ''))
      }),
    )

    test(
      'what is no picture, too large or too small changes nothing',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const { session } = await signIn(core)
        const before = await set(core, session)
        const refusals = [
          [Buffer.from('<svg>'), 'notAPicture'],
          [new Uint8Array(), 'notAPicture'],
          [fakePicture(4097, 64), 'tooLarge'],
          [fakePicture(64, 63), 'tooSmall'],
        ] as const
        for (const [file, kind] of refusals) {
          expect(await setPicture(core, { session, file })).toEqual({ kind })
          const changes = { nickname: 'x', picture: { file } }
          expect(await updateProfile(core, { session, changes })).toEqual({ kind })
        }
        expect(core.blobs.names()).toEqual(filesOf(before))
        const outcome = await readPublicProfile(core, { accountId })
        expect(outcome).toMatchObject({ profile: { nickname: null, picture: { name: before } } })
      }),
    )

    test(
      'a profile takes a file with the other changes, all or nothing',
      onCore(open, async (core) => {
        await register(core, 'other')
        await register(core)
        const { session } = await signIn(core)
        const before = await set(core, session)
        const picture = { file: fakePicture(100) }
        const refused = { username: 'OTHER', picture }
        expect(await updateProfile(core, { session, changes: refused })).toEqual({ kind: 'usernameTaken' })
        expect(core.blobs.names()).toEqual(filesOf(before))
        const outcome = await updateProfile(core, { session, changes: { nickname: '李雷', picture } })
        if (outcome.kind !== 'updated') throw new Error(outcome.kind)
        const { profile } = outcome
        expect(profile).toMatchObject({ nickname: '李雷', picture: { kind: 'avatar' } })
        expect(core.blobs.names()).toEqual(filesOf(profile.picture?.name ?? ''))
        expect(profile.picture?.name).not.toBe(before)
      }),
    )

    test(
      'an avatar stays as long as it is the picture, whatever else an account has',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const { session } = await signIn(core)
        const code = await codeOf(core, session)
        const choose = async (picture: string | null) =>
          (await updateProfile(core, { session, changes: { picture } })).kind
        const avatar = await set(core, session)
        expect(await choose(avatar)).toBe('updated')
        expect(await updateProfile(core, { session, changes: { nickname: 'x' } })).toMatchObject({
          profile: { picture: { name: avatar, kind: 'avatar' } },
        })
        expect(core.blobs.names()).toEqual(filesOf(avatar))
        expect(await choose(code)).toBe('updated')
        expect(await shownOf(core, accountId)).toEqual({ name: code, kind: 'profileCode' })
        expect(core.blobs.names()).toEqual([])
        expect(await choose(avatar)).toBe('pictureRefused')
        await set(core, session)
        expect(await choose(null)).toBe('updated')
        expect(await shownOf(core, accountId)).toBeNull()
        expect(core.blobs.names()).toEqual([])
        expect(await findPicture(core, { name: code })).toEqual({ kind: 'profileCode', accountId })
      }),
    )

    test(
      'nobody can take another account’s avatar',
      onCore(open, async (core) => {
        await register(core)
        const avatar = await set(core, (await signIn(core)).session)
        await register(core, 'other')
        const { session } = await signIn(core, 'other')
        const changes = { picture: avatar }
        expect(await updateProfile(core, { session, changes })).toEqual({ kind: 'pictureRefused' })
        expect(core.blobs.names()).toEqual(filesOf(avatar))
      }),
    )

    test(
      'nothing is left of a file whose sender’s session is over or account locked',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const [first, second] = [await signIn(core), await signIn(core)]
        const file = fakePicture()
        const uses = async (session: Session) => {
          expect(await setPicture(core, { session, file })).toEqual({ kind: 'sessionOver' })
          const changes = { picture: { file } }
          expect(await updateProfile(core, { session, changes })).toEqual({ kind: 'sessionOver' })
        }
        await signOut(core, first)
        await uses(first.session)
        await lockAccount(core, { accountId })
        await uses(second.session)
        expect(core.pictureMaker.made).toBe(4)
        expect(core.blobs.names()).toEqual([])
      }),
    )

    test(
      'a disk or a picture maker that can not take a file now leaves everything as it was',
      onCore(open, async (core) => {
        const accountId = await register(core)
        const { session } = await signIn(core)
        const before = await set(core, session)
        const expectRefusal = async () => {
          const file = fakePicture()
          await expect(setPicture(core, { session, file })).rejects.toThrow(Unavailable)
          const changes = { nickname: 'x', picture: { file } }
          await expect(updateProfile(core, { session, changes })).rejects.toThrow(Unavailable)
          expect(core.blobs.names()).toEqual(filesOf(before))
          expect(await readPublicProfile(core, { accountId })).toMatchObject({
            profile: { nickname: null, picture: { name: before } },
          })
        }
        core.pictureMaker.overloaded = true
        await expectRefusal()
        core.pictureMaker.overloaded = false
        breakDisk(core.blobs, 'put')
        await expectRefusal()
        mendDisk(core.blobs)
        const { put } = core.blobs
        core.blobs.put = async (name, bytes) => {
          if (name.endsWith('-100.jpg')) throw new Unavailable('the disk is full', { retryAfter: 1 })
          await put(name, bytes)
        }
        await expectRefusal()
      }),
    )

    test(
      'a step that fails leaves no file',
      onCore(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        core.stores.pictures.setAvatar = async () => {
          throw new Unavailable('the database is busy', { retryAfter: 1 })
        }
        await expect(setPicture(core, { session, file: fakePicture() })).rejects.toThrow(Unavailable)
        expect(core.blobs.names()).toEqual([])
      }),
    )

    test(
      'a file that can not be removed is shown to nobody, and goes as an orphan once it is an hour old',
      onCore(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        const before = await set(core, session)
        breakDisk(core.blobs, 'remove')
        const after = await set(core, session)
        expect(core.blobs.names()).toEqual([...filesOf(before), ...filesOf(after)].sort())
        expect(await readAvatar(core, { file: avatarFile(before, 'large') })).toEqual({ kind: 'none' })
        mendDisk(core.blobs)
        core.clock.advance(hour)
        expect(await removeOrphans(core)).toEqual({ removed: 0 })
        core.clock.advance(1)
        expect(await removeOrphans(core)).toEqual({ removed: 2 })
        expect(core.blobs.names()).toEqual(filesOf(after))
        expect(await removeOrphans(core)).toEqual({ removed: 0 })
      }),
    )

    test(
      'what a crash left is an orphan, whatever its name; a name that ends like a size’s is none',
      onCore(open, async (core) => {
        await register(core)
        const { session } = await signIn(core)
        const bytes = new Uint8Array(1)
        const code = await codeOf(core, session)
        const endsLikeASize = `${'a'.repeat(39)}-100`
        const avatar = { kind: 'newAvatar', name: endsLikeASize, madeAt: 0 } as const
        expect(await core.stores.pictures.setAvatar(session, avatar)).toEqual({ kind: 'set', replaced: null })
        const orphans = [`${code}.jpg`, `${'b'.repeat(43)}.jpg`, 'draft', `${'a'.repeat(39)}.jpg`]
        for (const name of [...orphans, ...filesOf(endsLikeASize)]) await core.blobs.put(name, bytes)
        core.clock.advance(hour + 1)
        expect(await removeOrphans(core)).toEqual({ removed: orphans.length })
        expect(core.blobs.names()).toEqual(filesOf(endsLikeASize))
      }),
    )

    test(
      'an account takes its files along, and leaves those of others',
      onCore(open, async (core) => {
        await register(core, 'other')
        const others = await set(core, (await signIn(core, 'other')).session)
        const accountId = await register(core)
        await set(core, (await signIn(core)).session)
        expect(await deleteAccount(core, { accountId })).toEqual({ kind: 'done' })
        expect(core.blobs.names()).toEqual(filesOf(others))
        expect(await deleteAccount(core, { accountId })).toEqual({ kind: 'none' })
        const pictureless = await register(core)
        expect(await deleteAccount(core, { accountId: pictureless })).toEqual({ kind: 'done' })
      }),
    )
  })
}
