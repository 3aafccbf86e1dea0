import { availableParallelism } from 'node:os'
import { type Hasher, Unavailable } from '@acct/core'
import { type Algorithm, hash, verify } from '@node-rs/argon2'
import pLimit from 'p-limit'

/** Argon2id's cost: memory in KiB, passes, lanes. */
export interface Argon2Cost {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

/** How many hashes may wait. Whoever would come after them is told at once, instead of waiting for nothing. */
const longestQueue = 256

// The package declares `Algorithm` as a const enum, which isolated modules can not read.
const argon2id: Algorithm.Argon2id = 2

/** Passwords by Argon2id on the thread pool, as many at once as there are cores. Throws `Unavailable` when too many wait. */
export function argon2Hasher({ memory, passes, lanes }: Argon2Cost): Hasher {
  const cores = pLimit(availableParallelism())
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (cores.pendingCount >= longestQueue)
      throw new Unavailable('too many passwords wait to be hashed', { retryAfter: 1 })
    return cores(work)
  }
  const options = { algorithm: argon2id, memoryCost: memory, timeCost: passes, parallelism: lanes }
  const prefix = `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$`
  return {
    hash: async (password) => inTurn(() => hash(password, options)),
    verify: async (stored, password) => inTurn(() => verify(stored, password)),
    needsUpgrade: (stored) => !stored.startsWith(prefix),
  }
}
