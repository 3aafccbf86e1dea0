import { Unavailable } from '../errors.ts'
import type { Blobs, Clock } from '../ports.ts'

/** Files in memory, whose disk can fail. */
export interface FakeBlobs extends Blobs {
  /** The names of all files, sorted. */
  names(): string[]
  /** How many more of each succeed before the next one throws `Unavailable`, and each after it. */
  left: { put: number; remove: number }
}

/** Refuses to write a name twice, as nothing should. */
export function fakeBlobs(clock: Clock): FakeBlobs {
  const files = new Map<string, { bytes: Uint8Array; writtenAt: number }>()
  const left = { put: Number.POSITIVE_INFINITY, remove: Number.POSITIVE_INFINITY }
  const use = (what: 'put' | 'remove') => {
    if (left[what] === 0) throw new Unavailable(`the disk fails at ${what}`, { retryAfter: 1 })
    left[what] -= 1
  }
  return {
    left,
    names: () => Array.from(files.keys()).sort(),
    put: async (name, bytes) => {
      use('put')
      if (files.has(name)) throw new Error(`${name} is written twice`)
      files.set(name, { bytes, writtenAt: clock.now() })
    },
    read: async (name) => files.get(name)?.bytes,
    remove: async (name) => {
      use('remove')
      files.delete(name)
    },
    async *list() {
      for (const [name, { writtenAt }] of files) yield { name, writtenAt }
    },
  }
}
