import { Unavailable } from '@acct/core'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { sourceOf } from './source.ts'

/** Asked by machines that watch the server: they count for no limit, and hear the truth under any load. */
const watched = new Set(['/healthz', '/readyz'])

/** How long the event loop may be late before further requests are turned away. */
const longestEventLoopDelayMs = 2000

/** The coarse limits over everything: requests a minute for each source, and a way out when the process is swamped. */
export async function limitLoad(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: longestEventLoopDelayMs,
    pressureHandler: async (request) => {
      if (!watched.has(request.routeOptions.url ?? ''))
        throw new Unavailable('the process is overloaded', { retryAfter: 5 })
    },
  })
  if (requestsPerMinute === 0) return
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    cache: 50_000,
    keyGenerator: (request) => sourceOf(request.ip),
    allowList: (request) => watched.has(request.routeOptions.url ?? ''),
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': true,
    },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  })
}
