import { type Core, findSession, type Session } from '@acct/core'
import type { FastifyRequest } from 'fastify'
import { sessionTokenOf } from './cookie.ts'

/** The session that a request's cookie or Bearer token stands for. */
export async function findCaller(core: Core, request: FastifyRequest): Promise<Session | undefined> {
  const token = sessionTokenOf(request)
  if (token === undefined) return undefined
  const found = await findSession(core, { token })
  return found.kind === 'found' ? found.session : undefined
}
