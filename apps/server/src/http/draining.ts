import type { FastifyInstance, FastifyReply } from 'fastify'

/** While the server drains, an answer is the last one on its connection, so that clients go to another process. */
export function endConnectionWhileDraining(reply: FastifyReply): void {
  if (reply.server.isDraining()) reply.header('connection', 'close')
}

/**
 * The same for all answers of an app's routes. Those of the variants' do it where they are sent: a hook for each answer costs
 * as much as writing its head.
 */
export function endConnectionsWhileDraining(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    endConnectionWhileDraining(reply)
    done(null, payload)
  })
}
