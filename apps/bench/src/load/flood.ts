import autocannon from 'autocannon'
import type { Flooded, FloodJob } from './jobs.ts'

export async function flood(job: FloodJob): Promise<Omit<Flooded, 'share'>> {
  const { url, asks, contains, connections, seconds } = job
  const each = Math.ceil(asks.length / connections)
  let next = 0
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    // Every connection has requests of its own, made before the first is sent.
    setupClient: (client) => {
      const from = (next++ % Math.ceil(asks.length / each)) * each
      client.setRequests(asks.slice(from, from + each) as autocannon.Request[])
    },
    verifyBody: (body) => typeof body === 'string' && body.includes(contains),
  })
  const failures = result.errors + result.timeouts + result.non2xx + result.mismatches
  const answers = result['2xx'] - result.mismatches
  return { rate: answers / result.duration, answers, failures, seconds: result.duration }
}
