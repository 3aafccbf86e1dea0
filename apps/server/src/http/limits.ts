import { Unavailable } from '@acct/core'
import underPressure from '@fastify/under-pressure'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { requestLimit } from './requestLimit.ts'

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
export async function loadLimits(app: FastifyInstance, limits: LoadLimits): Promise<Refuse> {
  const isSwamped = await swampedness(app, limits.longestEventLoopDelay)
  const limit = limits.requestsPerMinute > 0 ? requestLimit(limits.requestsPerMinute) : undefined
  return (request, reply) => {
    if (request.routeConfig.isWatched) return undefined
    if (isSwamped()) return new Unavailable('the process is overloaded', { retryAfter: 5 })
    const wait = limit?.count(request.source, performance.now()) ?? 0
    if (wait === 0) return undefined
    reply.header('retry-after', Math.ceil(wait / 1000))
    return Object.assign(new Error('too many requests from one source'), { statusCode: 429 })
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
