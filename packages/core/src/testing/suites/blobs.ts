import { describe, expect, it } from 'vitest'
import type { Blobs, Clock } from '../../ports.ts'

/** Opens an empty place for files for one test. */
export type OpenBlobs = (clock: Clock) => Blobs | Promise<Blobs>

const at = 1_781_496_000_123
const clock: Clock = { now: () => at }

const nameOf = (index: number) => `${'a-_Z9'.repeat(8)}${String(index).padStart(3, '0')}.jpg`

async function listed({ list }: Blobs) {
  const found: { name: string; writtenAt: number }[] = []
  for await (const each of list()) found.push(each)
  return found.sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** What every place for files must keep true; it is dated by the clock. */
export function blobSuite(open: OpenBlobs): void {
  describe('files of pictures', () => {
    it('come back as they were put in, byte by byte', async () => {
      const blobs = await open(clock)
      const bytes = Uint8Array.from({ length: 300_000 }, (_, index) => (index * 31) % 256)
      await blobs.put(nameOf(1), bytes)
      await blobs.put(nameOf(2), Uint8Array.of(0))
      expect(Buffer.from((await blobs.read(nameOf(1))) ?? []).equals(bytes)).toBe(true)
      expect(Array.from((await blobs.read(nameOf(2))) ?? [])).toEqual([0])
      expect(await blobs.read(nameOf(3))).toBeUndefined()
    })

    it('are removed; what is not there is as good as removed', async () => {
      const blobs = await open(clock)
      await blobs.put(nameOf(1), Uint8Array.of(1))
      await blobs.put(nameOf(2), Uint8Array.of(2))
      await blobs.remove(nameOf(1))
      await blobs.remove(nameOf(1))
      expect(await blobs.read(nameOf(1))).toBeUndefined()
      expect((await listed(blobs)).map(({ name }) => name)).toEqual([nameOf(2)])
    })

    it('are all listed, with when they were written', async () => {
      const blobs = await open(clock)
      expect(await listed(blobs)).toEqual([])
      const names = Array.from({ length: 600 }, (_, index) => nameOf(index))
      for (const name of names) await blobs.put(name, Uint8Array.of(1))
      expect(await listed(blobs)).toEqual(names.map((name) => ({ name, writtenAt: at })))
    })

    it('may be removed while they are listed', async () => {
      const blobs = await open(clock)
      for (const index of [1, 2, 3]) await blobs.put(nameOf(index), Uint8Array.of(index))
      for await (const { name } of blobs.list()) await blobs.remove(name)
      expect(await listed(blobs)).toEqual([])
    })
  })
}
