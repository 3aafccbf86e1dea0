import type { FastifyInstance } from 'fastify'
import { isLocal } from '../http/local.ts'
import type { Mounts } from '../mounts.ts'
import { sendDeskPage } from './deskPage.ts'

/** What there is to link to, of what not every server has. */
export interface DeskDeps {
  readonly mounts: Mounts
  /** Whether the account centre was built. */
  readonly hasWeb: boolean
}

/** `/dev`: where a developer on this machine starts from. Served where the inbox is, to whom the inbox is. */
export function serveDesk(app: FastifyInstance, deps: DeskDeps): void {
  app.get('/dev', { exposeHeadRoute: true }, async (request, reply) => {
    if (!isLocal(request)) return reply.callNotFound()
    return sendDeskPage(request, reply, deps)
  })
}
