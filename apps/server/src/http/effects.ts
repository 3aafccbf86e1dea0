import type { Effect } from './outcomes.ts'

/** Tells where the thing that was made can be read, as an absolute URL. */
export const contentLocation =
  (path: string): Effect =>
  (reply) => {
    reply.header('content-location', `${reply.server.publicUrl()}${path}`)
  }

/** Tells after how many seconds another try makes sense. */
export const retryAfter =
  (seconds: number): Effect =>
  (reply) => {
    reply.header('retry-after', seconds)
  }
