import { Unavailable } from '@acct/core'
import rateLimit from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { sourceOf } from './source.ts'

/** Asked by machines that watch the server: they count for no limit, and hear the truth under any load. */
const watched = new Set(['/healthz', '/readyz'])

export interface LoadLimits {
  /** From one source, over everything; 0 is no limit. */
  readonly requestsPerMinute: number
  /** How late the event loop may be, in milliseconds, before further requests are turned away; 0 is no limit. */
  readonly longestEventLoopDelay: number
}

/** The coarse limits over everything: requests a minute for each source, and a way out when the process is swamped. */
export async function limitLoad(
  app: FastifyInstance,
  { requestsPerMinute, longestEventLoopDelay }: LoadLimits,
): Promise<void> {
  await app.register(underPressure, {
    maxEventLoopDelay: longestEventLoopDelay,
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
