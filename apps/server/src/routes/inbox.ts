import type { Core } from '@acct/core'
import type { FastifyInstance } from 'fastify'
import { isLocal } from '../http/local.ts'
import { sendInboxPage } from './inboxPage.ts'

/** How many messages the inbox shows, newest first. */
const shown = 200

/**
 * What was "sent" while messages go to the inbox, for the developer on this machine: `/dev/inbox` to be looked at,
 * `/dev/inbox.json` for scripts. Both take `?to=`, a number in E.164 or an e-mail address.
 */
export function serveInbox(app: FastifyInstance, core: Core): void {
  const messagesTo = (to: unknown) =>
    core.stores.messages.list({ ...(typeof to === 'string' && to !== '' && { to: addressFrom(to) }), limit: shown })

  app.get<{ Querystring: { to?: unknown } }>('/dev/inbox.json', async (request, reply) => {
    if (!isLocal(request)) return reply.callNotFound()
    const messages = await messagesTo(request.query.to)
    return reply.header('cache-control', 'no-store').send({
      messages: messages.map(({ id, channel, to, scope, code, text, at }) => ({
        id,
        channel,
        to,
        scope,
        code,
        text,
        at,
      })),
    })
  })

  app.get<{ Querystring: { to?: unknown } }>('/dev/inbox', async (request, reply) => {
    if (!isLocal(request)) return reply.callNotFound()
    return sendInboxPage(request, reply, await messagesTo(request.query.to), core.clock.now())
  })
}

/** No address has a blank: where one stands, a query's `+` was written as it is and read as one. */
const addressFrom = (value: string) => value.replaceAll(' ', '+')
