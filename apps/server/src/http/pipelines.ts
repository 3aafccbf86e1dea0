import type { Socket } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'

/**
 * How many requests may wait behind another on one connection. Browsers and libraries send the next after the answer; those
 * that measure servers like to send ten or a hundred.
 */
const mostWaiting = 100

/** A connection with more than that, from then on. */
const overfull = Number.POSITIVE_INFINITY

/**
 * Ends connections on which requests pile up: Node begins with all of those that come in one piece before it looks at
 * anybody else's, so that a few connections could keep everybody waiting. One request too many is `tooManyRequests`, and
 * the last answer there; what comes behind it is left `unanswered`.
 */
export function pipelineLimit(): (request: FastifyRequest, reply: FastifyReply) => Error | 'unanswered' | undefined {
  const waiting = new WeakMap<Socket, number>()
  return (request, reply) => {
    // Whoever is first on a connection has it for the answer.
    if (reply.raw.socket !== null) return undefined
    const { socket } = request.raw
    const ahead = waiting.get(socket) ?? 0
    if (ahead < mostWaiting) {
      waiting.set(socket, ahead + 1)
      reply.raw.once('finish', () => waiting.set(socket, (waiting.get(socket) ?? 1) - 1))
      return undefined
    }
    if (ahead === overfull) {
      reply.hijack()
      return 'unanswered'
    }
    waiting.set(socket, overfull)
    reply.header('connection', 'close')
    return Object.assign(new Error('too many requests wait on one connection'), { statusCode: 429 })
  }
}
