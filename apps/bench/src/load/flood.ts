import autocannon from 'autocannon'
import type { Flooded, FloodJob } from './jobs.ts'

export async function flood(job: FloodJob): Promise<Omit<Flooded, 'share'>> {
  const { url, asks, contains, connections, seconds } = job
  const each = Math.ceil(asks.length / connections)
  let next = 0
  const from = performance.now()
  let prepared = from
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    // Every connection has requests of its own, made before the first is sent.
    setupClient: (client) => {
      const first = (next++ % Math.ceil(asks.length / each)) * each
      client.setRequests(asks.slice(first, first + each) as autocannon.Request[])
      prepared = performance.now()
    },
    verifyBody: (body) => typeof body === 'string' && body.includes(contains),
  })
  const failures = result.errors + result.timeouts + result.non2xx + result.mismatches
  const answers = result['2xx'] - result.mismatches
  // Its clock starts before it composes the requests, which takes the longer the more there are.
  const asking = result.duration - (prepared - from) / 1000
  return { rate: answers / asking, answers, failures, seconds: asking }
}
