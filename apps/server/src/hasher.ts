import { availableParallelism } from 'node:os'
import { type Hasher, Unavailable } from '@acct/core'
import type { Algorithm } from '@node-rs/argon2'
import pLimit from 'p-limit'
import { type Calm, calmOfEventLoop } from './calm.ts'
import { type HashTask, hashThreads } from './hashThreads.ts'

/** Argon2id's cost: memory in KiB, passes, lanes. */
export interface Argon2Cost {
  readonly memory: number
  readonly passes: number
  readonly lanes: number
}

/** A hasher that tells how busy it is. */
export interface WatchedHasher extends Hasher {
  /** Hashes that are being computed, and those that wait for a core. */
  load(): { running: number; waiting: number }
}

/** How many passwords may be in line. Whoever would come after them is told at once, instead of waiting for nothing. */
const longestLine = 256

// The package declares `Algorithm` as a const enum, which isolated modules can not read.
const argon2id: Algorithm.Argon2id = 2

/**
 * Passwords by Argon2id on threads of their own: as many at once as there are cores while the event loop is calm, one less while
 * others wait for it. Processes that share the machine (`sharedBy`) share its cores and the places in line. Throws
 * `Unavailable` when too many wait.
 */
export function argon2Hasher(
  { memory, passes, lanes }: Argon2Cost,
  { calm = calmOfEventLoop(), sharedBy = 1 }: { calm?: Calm; sharedBy?: number } = {},
): WatchedHasher {
  const cores = shareOfCores(availableParallelism(), sharedBy)
  const places = Math.ceil(longestLine / sharedBy)
  const running = pLimit(cores)
  let inLine = 0
  const requireRoom = (waiting: number) => {
    if (waiting >= places) throw new Unavailable('too many passwords wait to be hashed', { retryAfter: 1 })
  }
  const threads = hashThreads()
  const run = <Result>(task: HashTask): Promise<Result> => {
    running.concurrency = calm.isCalm() ? cores : Math.max(1, cores - 1)
    return running(() => threads.run<Result>(task))
  }
  const options = { algorithm: argon2id, memoryCost: memory, timeCost: passes, parallelism: lanes }
  const prefix = `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$`
  return {
    enter: () => {
      requireRoom(inLine)
      inLine += 1
      return () => {
        inLine -= 1
      }
    },
    hash: async (password) => {
      requireRoom(running.pendingCount)
      return run({ kind: 'hash', password, options })
    },
    verify: (stored, password) => run({ kind: 'verify', stored, password }),
    load: () => ({ running: running.activeCount, waiting: running.pendingCount }),
    needsUpgrade: (stored) => !stored.startsWith(prefix),
  }
}

/** How many of the cores one of several processes may fill: together no more than there are, and each at least one. */
export const shareOfCores = (cores: number, sharedBy: number): number => Math.max(1, Math.floor(cores / sharedBy))
