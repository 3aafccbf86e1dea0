import { type Core, findSession } from '@acct/core'
import type { FastifyRequest } from 'fastify'
import type { Caller } from '../bind.ts'
import { sessionTokenOf } from './cookie.ts'

/**
 * Who makes a request. A `token` field of the route’s own says it most explicitly, then comes a Bearer token, then the
 * cookie, which a browser adds by itself. Only the first one that is there counts.
 */
export async function findCaller(core: Core, request: FastifyRequest, tokenField: unknown): Promise<Caller> {
  const token = typeof tokenField === 'string' && tokenField !== '' ? tokenField : sessionTokenOf(request)
  if (token === undefined) return { kind: 'nobody' }
  const found = await findSession(core, { token })
  return found.kind === 'found' ? { kind: 'session', session: found.session } : { kind: 'unknown' }
}
