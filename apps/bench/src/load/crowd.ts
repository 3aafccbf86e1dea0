import { ask, openAgent } from './ask.ts'
import type { Crowded, CrowdJob } from './jobs.ts'

/**
 * Every client finishes what it waits for when the time is over, and that counts too: up to the last answer. Rejects if
 * an answer is missing.
 */
export async function crowd(job: CrowdJob, ceased: () => boolean): Promise<Omit<Crowded, 'share'>> {
  const { url, asks, contains, clients, seconds } = job
  const agent = openAgent()
  const statuses: Record<string, number> = {}
  const longest: Record<string, number> = {}
  const from = performance.now()
  const until = seconds === 0 ? Number.POSITIVE_INFINITY : from + seconds * 1000
  let next = 0
  let right = 0
  let wrong = 0
  let last = from
  const client = async () => {
    do {
      const mine = asks[next++ % asks.length]
      if (mine === undefined) throw new Error('there is nothing to ask')
      const asked = performance.now()
      const { status, body } = await ask(agent, url, mine)
      const now = performance.now()
      statuses[status] = (statuses[status] ?? 0) + 1
      longest[status] = Math.max(longest[status] ?? 0, now - asked)
      if (status < 300 && !body.includes(contains)) wrong += 1
      else if (status < 300) {
        right += 1
        last = now
      }
    } while (seconds > 0 && performance.now() < until && !ceased())
  }
  await Promise.all(Array.from({ length: clients }, client))
  agent.destroy()
  return { rate: (right * 1000) / (last - from), statuses, longest, wrong }
}
