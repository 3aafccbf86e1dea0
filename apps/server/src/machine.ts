import { randomBytes } from 'node:crypto'
import type { Clock, Random } from '@acct/core'

/** The machine's own clock and random source. Everybody else gets them as arguments. */
export const systemClock: Clock = { now: () => Date.now() }

export const systemRandom: Random = { bytes: (count) => randomBytes(count) }
