import type { Verdict } from './driver.ts'

/** Reads a variant's outcomes as verdicts: `ok` is done, these are refusals, and anything else fails the scenario. */
export const verdictOf =
  (...refusals: readonly string[]) =>
  ({ outcome }: { outcome: string }): Verdict => {
    if (outcome === 'ok') return 'done'
    if (refusals.includes(outcome)) return 'refused'
    throw new Error(`the scenario met '${outcome}'`)
  }
