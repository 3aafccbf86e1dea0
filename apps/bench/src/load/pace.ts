import { setTimeout } from 'node:timers/promises'
import { quantile } from '../stats.ts'
import { ask, openAgent } from './ask.ts'
import type { Paced, PaceJob } from './jobs.ts'

/** Counts a missing or wrong answer as a failure. */
export async function pace({ url, asks, contains, perSecond, seconds }: PaceJob): Promise<Omit<Paced, 'share'>> {
  const agent = openAgent()
  const from = performance.now()
  const count = Math.round(perSecond * seconds)
  const took: number[] = []
  let failures = 0
  const pending: Promise<void>[] = []
  for (let index = 0; index < count; index += 1) {
    const due = from + (index * 1000) / perSecond
    const early = due - performance.now()
    if (early > 0) await setTimeout(early)
    const next = asks[index % asks.length]
    if (next === undefined) throw new Error('there is nothing to ask')
    const answered = ask(agent, url, next).then(
      ({ status, body }) => {
        took.push(performance.now() - due)
        if (status !== 200 || !body.includes(contains)) failures += 1
      },
      () => {
        failures += 1
      },
    )
    pending.push(answered)
  }
  await Promise.all(pending)
  agent.destroy()
  const sorted = took.sort((a, b) => a - b)
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), answers: took.length, failures }
}
