import { createAccount, readAvatar, removeOrphans, setPicture, signInWithPassword } from '@acct/core'
import { fakePicture, testCore } from '@acct/core/testing'
import { blobSuite } from '@acct/core/testing/suites'
import { describe, expect, onTestFinished, test } from 'vitest'
import { count, engines } from './engines.ts'

describe.each(engines)('pictures in $name', ({ fresh }) => {
  blobSuite(async (clock) => {
    const store = await (await fresh()).open()
    onTestFinished(async () => store.close())
    return store.pictureFiles(clock)
  })

  test('a name is written once', async () => {
    const place = await fresh()
    const store = await place.open()
    const blobs = store.pictureFiles({ now: () => 1 })
    await blobs.put('name.jpg', Uint8Array.of(1))
    await expect(blobs.put('name.jpg', Uint8Array.of(2))).rejects.toThrow(/unique|duplicate/i)
    expect(Array.from((await blobs.read('name.jpg')) ?? [])).toEqual([1])
    await store.close()
  })

  test('an avatar goes with the one that replaces it, and what nobody names is removed', async () => {
    const place = await fresh()
    const store = await place.open()
    const core = testCore(store.stores)
    const blobs = store.pictureFiles(core.clock)
    const onDatabase = { ...core, blobs }
    await createAccount(core, { username: 'li_lei', password: 'Right_1' })
    const outcome = await signInWithPassword(core, { identifier: 'li_lei', password: 'Right_1' })
    if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
    const { session } = outcome.session
    await setPicture(onDatabase, { session, file: fakePicture() })
    const set = await setPicture(onDatabase, { session, file: fakePicture() })
    if (set.kind !== 'set') throw new Error(set.kind)
    expect(await count(place, 'picture_files')).toBe(2)
    expect(await readAvatar(onDatabase, { file: `${set.picture.name}.jpg` })).toMatchObject({ kind: 'avatar' })
    await blobs.put(`${'x'.repeat(43)}.jpg`, Uint8Array.of(1))
    core.clock.advance(2 * 3_600_000)
    expect(await removeOrphans(onDatabase)).toEqual({ removed: 1 })
    expect(await count(place, 'picture_files')).toBe(2)
    await store.close()
  })
})
