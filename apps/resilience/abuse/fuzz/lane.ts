import fc from 'fast-check'
import { NoAnswer } from '../wire/answer.ts'
import { type Line, openLine, Silence } from '../wire/line.ts'
import type { MachineWatch } from '../wire/machine.ts'
import { bytesOf, curlOf } from '../wire/request.ts'
import { honestCaller, sessionIn } from './honest.ts'
import { judge } from './judge.ts'
import { settle } from './people.ts'
import { everyPlan, type Plan } from './plan.ts'
import { type Ready, resolve } from './resolve.ts'
import type { Person } from './value.ts'

/** What all lanes find together. */
export interface Ledger {
  sent: number
  slowest: number
  /** How often each outcome was seen: `variant route outcome`. */
  readonly seen: Map<string, number>
  /** Every problem once, by its kind, with the smallest request that shows it. */
  readonly problems: Map<string, string>
}

/** A place from which requests are sent, with people of its own. */
export interface Lane {
  /** Sends at least so many requests. */
  readonly send: (requests: number) => Promise<void>
  readonly close: () => void
}

/** Longer than that, less what the machine took, is a hang; in milliseconds. */
const hang = 1000
const widest = 24
const mostProblems = 25
const batchesBetweenBirths = 10
/** Requests that are tried to make a failing one smaller. */
const longestShrinking = 300
const batch = fc.array(fc.record({ plan: everyPlan, twice: fc.boolean() }), { minLength: 1, maxLength: widest })

/** A problem with a request, found while others were in flight. */
class Found extends Error {
  override readonly name = 'Found'
  readonly kind: string
  constructor(kind: string, message: string) {
    super(message)
    this.kind = kind
  }
}

/** Opens a lane. Two lanes with different numbers and the same seed send other requests about other people. */
export async function openLane(options: {
  url: string
  seed: number
  number: number
  ledger: Ledger
  watch: MachineWatch
  specials: readonly Person[]
}): Promise<Lane> {
  const { url, number, ledger, watch } = options
  let seed = options.seed + number * 7919
  let births = 0
  let sentHere = 0
  const offset = (options.seed % 90) * 1_000_000 + number * 10_000_000
  const lines: Line[] = Array.from({ length: 2 * widest }, () => openLine(url))
  const honest = honestCaller(url, 11 + number, () => `10.2.${number}.${births % 250}`)
  const people = await settle(honest, () => offset + 500_000 + births++, options.specials)
  const surroundings = { people, honest, offset }

  /** Sends one request and throws `Found` for an answer that the contract does not list, or none. */
  const ask = async (line: Line, plan: Plan, ready: Ready): Promise<readonly string[]> => {
    const { request } = ready
    const problem = (what: string) =>
      new Found(what.replaceAll(/\d+/g, '#'), `${plan.variant} ${plan.route}: ${what}\n${curlOf(url, request)}`)
    const began = performance.now()
    try {
      const answer = await line.ask(bytesOf(request, 'localhost'), { bodyless: request.method === 'HEAD' })
      const took = performance.now() - began
      const ours = took - (took > hang ? watch.stolenSince(began) : 0)
      ledger.sent += 1
      sentHere += 1
      ledger.slowest = Math.max(ledger.slowest, ours)
      if (ours > hang) throw problem(`took ${Math.round(ours)} ms`)
      const session = sessionIn(answer)
      if (session) people.at(plan.self).session = session
      const verdict = judge(plan, ready, answer)
      if ('problem' in verdict) throw problem(verdict.problem)
      return verdict.outcomes
    } catch (error) {
      if (error instanceof Silence || error instanceof NoAnswer) throw problem(`no answer: ${error.message}`)
      throw error
    }
  }

  const sendBatch = async (planned: readonly { plan: Plan; twice: boolean }[]) => {
    const resolved = await Promise.all(planned.map(({ plan }) => resolve(plan, surroundings)))
    const ready = planned.flatMap(({ plan, twice }, index) => {
      const one = { plan, ready: resolved[index] as Ready, twin: index }
      return twice ? [one, one] : [one]
    })
    const settled = await Promise.allSettled(
      ready.map(async ({ plan, ready, twin }, index) => ({
        plan,
        ready,
        twin,
        outcomes: await ask(lines[index] as Line, plan, ready),
      })),
    )
    const opened = new Set<number>()
    for (const each of settled) {
      if (each.status === 'rejected') {
        if (each.reason instanceof Found && ledger.problems.has(each.reason.kind)) continue
        throw each.reason
      }
      const { plan, ready, twin, outcomes } = each.value
      for (const outcome of outcomes) {
        const key = `${plan.variant} ${plan.route} ${outcome}`
        ledger.seen.set(key, (ledger.seen.get(key) ?? 0) + 1)
      }
      if (!ready.spends || !outcomes.includes('ok')) continue
      if (opened.has(twin)) {
        const kind = `${plan.variant} ${plan.route}: the same code opened it twice`
        if (!ledger.problems.has(kind)) throw new Found(kind, `${kind}\n${curlOf(url, ready.request)}`)
      }
      opened.add(twin)
    }
  }

  return {
    send: async (requests) => {
      const enough = sentHere + requests
      while (sentHere < enough && ledger.problems.size < mostProblems) {
        let failures = 0
        const property = fc.asyncProperty(batch, async (planned) => {
          // Shrinking goes on as long as it is worth it.
          if (failures > 0 && ++failures > longestShrinking) return
          try {
            await sendBatch(planned)
          } catch (error) {
            failures ||= 1
            throw error
          }
        })
        const result = await fc.check(property, { seed: seed++, numRuns: batchesBetweenBirths })
        if (result.failed) {
          const { errorInstance: found } = result
          if (!(found instanceof Found)) throw found
          ledger.problems.set(found.kind, `${found.message}\n(seed ${result.seed}, shrunk ${result.numShrinks} times)`)
        }
        await Promise.all([people.renew(), people.renew()])
      }
    },
    close: () => {
      for (const line of lines) line.close()
      honest.close()
    },
  }
}
