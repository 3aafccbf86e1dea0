import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sourceOf } from './source.ts'

/** Makes place on requests for what `recognise` notes. */
export function decorateRequests(app: FastifyInstance): void {
  app.decorateRequest('source', '')
  app.decorateRequest('routeConfig')
}

/** Notes what many will ask about a request: to be called before anything else sees it. */
export function recognise(request: FastifyRequest): void {
  request.source = sourceOf(request.ip)
  request.routeConfig = request.routeOptions?.config ?? {}
}
