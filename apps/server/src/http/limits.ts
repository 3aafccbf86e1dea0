import { type Core, shareRequests, Unavailable } from '@acct/core'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requestCounts } from './requestCounts.ts'

/** For a route that machines ask which watch the server: it counts for no limit, and tells the truth under any load. */
export const unlimited = { isWatched: true } as const

export interface LoadLimits {
  /** From one source, over everything; 0 is no limit. */
  readonly requestsPerMinute: number
  /** How late the event loop may be, in milliseconds, before further requests are turned away; 0 is no limit. */
  readonly longestEventLoopDelay: number
}

/** The span after the start in which nobody is turned away for the event loop's delay, in milliseconds. */
const firstMeasurements = 2000

/** Why a request is not begun; undefined if it is. */
type Refuse = (request: FastifyRequest, reply: FastifyReply) => Error | undefined

/** The coarse limits over everything: a way out of being swamped, and requests a minute for each source. */
export async function loadLimits(
  app: FastifyInstance,
  { core, ...limits }: LoadLimits & { readonly core: Core },
): Promise<Refuse> {
  const isSwamped = await swampedness(app, limits.longestEventLoopDelay)
  const refuseFlood = floodLimit(app, core, limits.requestsPerMinute)
  return (request, reply) => {
    if (request.routeConfig.isWatched) return undefined
    if (isSwamped()) return new Unavailable('the process is overloaded', { retryAfter: 5 })
    return refuseFlood(request, reply)
  }
}

/** Tells whether the event loop comes later than it may. */
async function swampedness(app: FastifyInstance, maxEventLoopDelay: number): Promise<() => boolean> {
  let listensSince = Number.POSITIVE_INFINITY
  app.addHook('onListen', (done) => {
    listensSince = performance.now()
    done()
  })
  let isLate = () => false
  // In a scope without routes: it measures there as well, and its own hook costs no request anything.
  await app.register(async (scope) => {
    await scope.register(underPressure, { maxEventLoopDelay })
    isLate = scope.isUnderPressure
  })
  // What it measured first is how long the start took.
  return () => isLate() && performance.now() - listensSince >= firstMeasurements
}

/** At most `limit` requests a minute from one source, counted together with the other processes. */
function floodLimit(app: FastifyInstance, core: Core, limit: number): Refuse {
  if (limit === 0) return () => undefined
  const counts = requestCounts({
    limit,
    now: () => core.clock.now(),
    share: (told) => shareRequests(core, told),
  })
  app.addHook('onClose', async () => counts.stop())
  return (request, reply) => {
    const { requests, msLeft } = counts.count(request.source)
    if (requests <= limit) return undefined
    reply.header('retry-after', Math.ceil(msLeft / 1000))
    return Object.assign(new Error('too many requests from one source'), { statusCode: 429 })
  }
}
