import type { FastifyInstance, FastifyReply } from 'fastify'
import { unlimited } from '../http/limits.ts'
import { sayRequestId } from '../http/requestId.ts'

/** What the server knows of its own state. */
export interface Health {
  readonly isDraining: () => boolean
  /** Reads and writes the store; rejects if it can not. */
  readonly pingStore: () => Promise<void>
}

const ok = { status: 'ok' }

/** Says, as other answers do that failed, by which id the log tells why. */
function sendUnavailable(reply: FastifyReply): FastifyReply {
  sayRequestId(reply)
  return reply.code(503).send({ status: 'unavailable' })
}

/** `/healthz`: the process lives. `/readyz`: it should be sent requests, because it can read and write its store. */
export function serveHealth(app: FastifyInstance, health: Health): void {
  app.get('/healthz', { exposeHeadRoute: true, config: unlimited }, async (_request, reply) =>
    reply.header('cache-control', 'no-store').send(ok),
  )
  app.get('/readyz', { exposeHeadRoute: true, config: unlimited }, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    if (health.isDraining()) return sendUnavailable(reply)
    try {
      await health.pingStore()
      return reply.send(ok)
    } catch (error) {
      request.log.error({ reqId: request.id, err: error }, 'the store can not be used')
      return sendUnavailable(reply)
    }
  })
}
