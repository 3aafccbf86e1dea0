import { openLine } from '../abuse/wire/line.ts'
import { bytesOf, type WireRequest } from '../abuse/wire/request.ts'
import type { Seeded } from '../src/seeded.ts'
import { chance, type Separation, separation } from './auc.ts'

/** Two kinds of requests that must not be told apart by the time that their answers take. */
export interface Pair {
  readonly name: string
  /** Gives the request of a round; each kind takes the same number of different subjects, in the same order. */
  readonly left: (round: number) => WireRequest
  readonly right: (round: number) => WireRequest
  /** What both are prepared with before these rounds, unmeasured. */
  readonly prepare?: ((from: number, to: number) => Promise<void>) | undefined
  /** Whether both answers must be the same to the byte, as most pairs' are. */
  readonly sameAnswer: boolean
}

export interface Measured {
  readonly pair: Separation
  /** The left class against itself, from the same rounds. */
  readonly control: Separation
  /** What a pair of equal classes stays within, four times out of five million… by four standard deviations. */
  readonly bound: number
  readonly medians: { left: number; right: number }
  /** The answers that were seen, by class. */
  readonly answers: { left: ReadonlySet<string>; right: ReadonlySet<string> }
}

/** Rounds of a block: three requests each, sent within a blink. */
const blockSize = 50
const warmUp = 30

/** Sends both classes, and the left one a second time as its control, in random order on one connection. */
export async function measure(url: string, pair: Pair, rounds: number, { below }: Seeded): Promise<Measured> {
  const line = openLine(url)
  const answers = { left: new Set<string>(), right: new Set<string>() }
  const blocks: { left: number[]; right: number[]; twin: number[] }[] = []
  const send = async (kind: 'left' | 'right' | 'twin', round: number) => {
    const request = pair[kind === 'twin' ? 'left' : kind](2 * round + (kind === 'twin' ? 1 : 0))
    const bytes = bytesOf(request, 'localhost')
    const began = performance.now()
    const answer = await line.ask(bytes)
    const took = performance.now() - began
    answers[kind === 'twin' ? 'left' : kind].add(`${answer.status} ${answer.body}`)
    return took
  }
  try {
    for (let from = 0; from < rounds + warmUp; from += blockSize) {
      const to = Math.min(from + blockSize, rounds + warmUp)
      await pair.prepare?.(from, to)
      const block = { left: [] as number[], right: [] as number[], twin: [] as number[] }
      for (let round = from; round < to; round++) {
        for (const kind of orders[below(orders.length)] ?? orders[0]) {
          const took = await send(kind, round)
          if (round >= warmUp) block[kind].push(took)
        }
      }
      blocks.push(block)
    }
  } finally {
    line.close()
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN
  return {
    pair: separation(blocks),
    control: separation(blocks.map(({ left, twin }) => ({ left, right: twin }))),
    bound: 4 * chance(rounds, blockSize),
    medians: { left: median(blocks.flatMap(({ left }) => left)), right: median(blocks.flatMap(({ right }) => right)) },
    answers,
  }
}

const orders = [
  ['left', 'right', 'twin'],
  ['left', 'twin', 'right'],
  ['right', 'left', 'twin'],
  ['right', 'twin', 'left'],
  ['twin', 'left', 'right'],
  ['twin', 'right', 'left'],
] as const
