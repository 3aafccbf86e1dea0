import type { FastifyInstance, FastifyReply } from 'fastify'

/** Upper ends of the latency buckets, in seconds: from what is read out of memory to a client's patience. */
export const bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const

/** What was answered on one route. Plain numbers: what counts a request may cost nothing. */
export interface RouteCounts {
  /** Empty for what belongs to no variant. */
  readonly variant: string
  readonly route: string
  /** By the outcome's name; outside the variants by the status. */
  readonly outcomes: Record<string, number>
  /** How many took at most as long as each of `bounds` and longer than the one before; the last is for all that are slower. */
  readonly buckets: number[]
  seconds: number
}

/**
 * Counts every answer of the routes that are registered from now on, and those to paths that have none. What a route's
 * answers are counted in is made with the route, so that a request adds to three numbers and looks for nothing.
 */
export function countRequests(app: FastifyInstance): readonly RouteCounts[] {
  const all: RouteCounts[] = []
  const countsOf = (variant: string, route: string): RouteCounts => {
    const buckets = Array.from({ length: bounds.length + 1 }, () => 0)
    const counts = { variant, route, outcomes: {}, buckets, seconds: 0 }
    all.push(counts)
    return counts
  }

  app.addHook('onRoute', (route) => {
    const { variant = '', name = route.url } = route.config?.acct ?? {}
    // A route that also answers HEAD is registered twice, and is one.
    const known = all.find((counts) => counts.variant === variant && counts.route === name)
    const counts = known ?? countsOf(variant, name)
    const before = route.onResponse ?? []
    route.onResponse = [
      ...(Array.isArray(before) ? before : [before]),
      (_request, reply, done) => {
        done()
        count(counts, reply)
      },
    ]
  })
  const unknown = countsOf('', 'unknown')
  app.addHook('onResponse', (request, reply, done) => {
    done()
    if (request.is404) count(unknown, reply)
  })
  return all
}

function count(counts: RouteCounts, reply: FastifyReply): void {
  const outcome = reply.outcome ?? String(reply.statusCode)
  counts.outcomes[outcome] = (counts.outcomes[outcome] ?? 0) + 1
  const seconds = reply.elapsedTime / 1000
  counts.seconds += seconds
  let bucket = 0
  while (bucket < bounds.length && seconds > (bounds[bucket] as number)) bucket += 1
  counts.buckets[bucket] = (counts.buckets[bucket] ?? 0) + 1
}
