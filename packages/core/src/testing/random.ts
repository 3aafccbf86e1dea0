import { createHash } from 'node:crypto'
import type { Random } from '../ports.ts'

/** Bytes that look random and are the same for the same seed, in the same order of asking. */
export function seededRandom(seed = 'acct'): Random {
  let asked = 0
  return {
    bytes: (count) => {
      asked += 1
      const blocks = Array.from({ length: Math.ceil(count / 32) }, (_, block) =>
        createHash('sha256').update(`${seed}:${asked}:${block}`).digest(),
      )
      return Buffer.concat(blocks).subarray(0, count)
    },
  }
}
