import type { Stores } from '@acct/core'
import { ratioOf, type Spread, spreadOf } from '../stats.ts'
import type { Call, Operation } from './operations/call.ts'
import { operations } from './operations/index.ts'
import { drawer } from './people.ts'

/** A database that is open, and how many people are in it from the beginning. */
export interface Side {
  readonly stores: Stores
  readonly accounts: number
}

/** How long an operation takes in both databases. */
export interface Compared {
  readonly name: string
  /** Medians in milliseconds. */
  readonly small: number
  readonly large: number
  /** Large by small. */
  readonly ratio: Spread
}

/** Each call is of another number: nothing of it is in a database yet. */
let fresh = 0

const sides = ['small', 'large'] as const

/**
 * Measures each operation of the stores in both databases by turns, call by call, about people drawn at random. The ratio is
 * the median of the rounds' ratios, each of those of the medians of its calls. Before the first round each operation runs
 * for `warmUp` milliseconds: a connection has to have seen a large index once.
 */
export async function compare(
  databases: { readonly small: Side; readonly large: Side },
  { rounds, calls, warmUp }: { readonly rounds: number; readonly calls: number; readonly warmUp: number },
): Promise<Compared[]> {
  const draw = drawer(11)
  const compared: Compared[] = []
  for (const [name, operation] of Object.entries(operations)) {
    const time = async (side: Side) => {
      fresh += 1
      return timed(name, operation, { stores: side.stores, person: draw(side.accounts - 1), fresh, now: Date.now() })
    }
    for (const until = performance.now() + warmUp; performance.now() < until; ) {
      for (const side of sides) await time(databases[side])
    }
    const medians: Record<(typeof sides)[number], number[]> = { small: [], large: [] }
    for (let round = 0; round < rounds; round += 1) {
      const times: typeof medians = { small: [], large: [] }
      for (let call = 0; call < calls; call += 1) {
        for (const side of call % 2 === 0 ? sides : sides.toReversed()) times[side].push(await time(databases[side]))
      }
      for (const side of sides) medians[side].push(spreadOf(times[side]).median)
    }
    compared.push({
      name,
      small: spreadOf(medians.small).median,
      large: spreadOf(medians.large).median,
      ratio: ratioOf(medians.large, medians.small),
    })
  }
  return compared
}

async function timed(name: string, { before, run, comesTo }: Operation, call: Call): Promise<number> {
  await before?.(call)
  const from = performance.now()
  const outcome = await run(call)
  const took = performance.now() - from
  const kind = typeof outcome === 'object' && outcome !== null && 'kind' in outcome ? outcome.kind : outcome
  if (comesTo === undefined ? outcome === undefined : kind !== comesTo) {
    throw new Error(`${name} about ${call.person} came to ${JSON.stringify(outcome)}`)
  }
  return took
}
