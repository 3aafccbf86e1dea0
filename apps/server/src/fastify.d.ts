import type { Clock } from '@acct/core'
import type { SessionCookie } from './http/cookie.ts'
import type { UploadRoom } from './http/uploads.ts'
import type { RouteConfig } from './http/variant.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** What links and pictures are built from, without a trailing slash. Known once the server listens. */
    publicUrl: () => string
    sessionCookie: SessionCookie
    clock: Clock
    uploadRoom: UploadRoom
    /** Whether the server ends, and only finishes what it has begun. */
    isDraining: () => boolean
  }
  interface FastifyRequest {
    /** Where it came from, the unit that limits count by: an IPv4 address or an IPv6 /64. */
    source: string
    /** What its route was given; nothing, where there is no route. */
    routeConfig: FastifyContextConfig
  }
  interface FastifyReply {
    /** The name of the outcome that was said, for the log. */
    outcome: string | null
  }
  interface FastifyContextConfig {
    /** Set on the routes of variants. */
    acct?: RouteConfig
    /** Answered under any load. */
    isWatched?: boolean
  }
}
