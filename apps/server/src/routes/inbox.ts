import type { Core } from '@acct/core'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** How many messages the inbox shows, newest first. */
const shown = 200

/**
 * Whether a request was made on this very machine. Behind a proxy every caller looks local, and so does a page of a
 * foreign name that resolves here: neither is.
 */
function isLocal(request: FastifyRequest): boolean {
  const { host = '', forwarded, 'x-forwarded-for': forwardedFor, 'x-real-ip': realIp } = request.headers
  if (forwarded !== undefined || forwardedFor !== undefined || realIp !== undefined) return false
  const address = request.socket.remoteAddress ?? ''
  return /^(::ffff:)?127\.|^::1$/.test(address) && /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host)
}

/** `/dev/inbox.json`: what was "sent" while messages go to the inbox, for the developer on this machine. */
export function serveInbox(app: FastifyInstance, core: Core): void {
  app.get<{ Querystring: { to?: unknown } }>('/dev/inbox.json', async (request, reply) => {
    if (!isLocal(request)) return reply.callNotFound()
    const { to } = request.query
    const messages = await core.stores.messages.list({ ...(typeof to === 'string' && { to }), limit: shown })
    return reply.header('cache-control', 'no-store').send({ messages })
  })
}
