/** Chance that a seed decides, so that what was seen once can be seen again. */
export interface Seeded {
  readonly seed: number
  /** From 0 to below 1. */
  readonly fraction: () => number
  /** A whole number from 0 to below the limit. */
  readonly below: (limit: number) => number
  /** One of them; throws a RangeError of none. */
  readonly one: <T>(choices: readonly T[]) => T
}

/** The seed of this run: `ACCT_RESILIENCE_SEED`, else one of the moment. Suites print it. */
export const seedOfRun = () => Number(process.env.ACCT_RESILIENCE_SEED ?? Date.now() % 1_000_000)

/** A generator (mulberry32) of its own: what one part of a suite draws does not move another's. */
export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(fraction() * limit)
  const one = <T>(choices: readonly T[]): T => {
    if (choices.length === 0) throw new RangeError('there is nothing to choose from')
    return choices[below(choices.length)] as T
  }
  return { seed, fraction, below, one }
}
