import type { Clock, Hasher, Random, Stores } from './ports.ts'
import { randomText } from './random.ts'
import { createTurns, type Turns } from './turns.ts'

/** Policy that an operator may set. */
export interface Settings {
  /** Wrong passwords for one account within 15 minutes that close its password login for 15 minutes; 0: never. */
  passwordFailureLimit: number
}

/** What the core needs from outside. */
export interface Parts {
  clock: Clock
  random: Random
  hasher: Hasher
  stores: Stores
  settings: Settings
}

/** The first argument of every operation. One per process. */
export interface Core extends Parts {
  inTurn: Turns
  /**
   * A hash of a password that nobody knows, made with today's parameters. It is verified where there is no real hash,
   * so that an unknown account costs as much time as a wrong password.
   */
  dummyHash(): Promise<string>
}

/** Puts the core together. Cheap: the dummy hash is made by the first operation that checks a password. */
export function createCore(parts: Parts): Core {
  let dummy: Promise<string> | undefined
  return {
    ...parts,
    inTurn: createTurns(),
    dummyHash: () => {
      dummy ??= parts.hasher.hash(randomText(parts.random)).catch((error: unknown) => {
        dummy = undefined
        throw error
      })
      return dummy
    },
  }
}
