import { type Core, shareRequests, Unavailable } from '@acct/core'
import rateLimit, { type FastifyRateLimitStoreCtor } from '@fastify/rate-limit'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance } from 'fastify'
import { limitPipelines } from './pipelines.ts'
import { type RequestCounts, requestCounts } from './requestCounts.ts'
import { sourceOf } from './source.ts'

/** For a route that machines ask which watch the server: it counts for no limit, and tells the truth under any load. */
export const unlimited = { rateLimit: false, isWatched: true } as const

export interface LoadLimits {
  /** From one source, over everything; 0 is no limit. */
  readonly requestsPerMinute: number
  /** How late the event loop may be, in milliseconds, before further requests are turned away; 0 is no limit. */
  readonly longestEventLoopDelay: number
}

/** The span after the start in which nobody is turned away for the event loop's delay, in milliseconds. */
const firstMeasurements = 2000

/** The coarse limits over everything: requests a minute for each source, pipelines, and a way out of being swamped. */
export async function limitLoad(
  app: FastifyInstance,
  { requestsPerMinute, longestEventLoopDelay, core }: LoadLimits & { readonly core: Core },
): Promise<void> {
  limitPipelines(app)
  let listensSince = Number.POSITIVE_INFINITY
  app.addHook('onListen', (done) => {
    listensSince = performance.now()
    done()
  })
  await app.register(underPressure, {
    maxEventLoopDelay: longestEventLoopDelay,
    pressureHandler: async (request) => {
      // What it measured first is how long the start took.
      const isStarting = performance.now() - listensSince < firstMeasurements
      if (!isStarting && !request.routeOptions.config.isWatched)
        throw new Unavailable('the process is overloaded', { retryAfter: 5 })
    },
  })
  if (requestsPerMinute === 0) return
  const counts = requestCounts({
    limit: requestsPerMinute,
    now: () => core.clock.now(),
    share: (told) => shareRequests(core, told),
  })
  app.addHook('onClose', async () => counts.stop())
  await app.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    store: storeOf(counts),
    keyGenerator: (request) => sourceOf(request.ip),
    addHeaders: {
      'x-ratelimit-limit': false,
      'x-ratelimit-remaining': false,
      'x-ratelimit-reset': false,
      'retry-after': true,
    },
    addHeadersOnExceeding: { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false },
  })
}

function storeOf(counts: RequestCounts): FastifyRateLimitStoreCtor {
  return class {
    incr(source: string, tell: (error: Error | null, result?: { current: number; ttl: number }) => void) {
      const { requests, msLeft } = counts.count(source)
      tell(null, { current: requests, ttl: msLeft })
    }
    child() {
      return this
    }
  }
}
