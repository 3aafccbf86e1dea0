import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { unlimited } from '../http/limits.ts'
import { isLocal } from '../http/local.ts'
import type { MetricsPage } from '../metrics/metrics.ts'

/** Who may read the metrics: nobody, whoever is on this machine, or whoever has a token. */
export type MetricReaders = 'off' | 'local' | { readonly token: string }

export interface ServedMetrics {
  readonly readers: Exclude<MetricReaders, 'off'>
  /** What this process and those beside it have to tell. */
  readonly page: () => Promise<MetricsPage>
}

/** `/metrics`, for Prometheus. To everybody else there is no such page. */
export function serveMetrics(app: FastifyInstance, { readers, page }: ServedMetrics): void {
  const mayRead = readers === 'local' ? isLocal : bearing(readers.token)
  app.get('/metrics', { config: unlimited }, async (request, reply) => {
    if (!mayRead(request)) return reply.callNotFound()
    const { contentType, text } = await page()
    return reply.header('cache-control', 'no-store').type(contentType).send(text)
  })
}

/** By hashes, which have one length and are compared in one time. */
function bearing(token: string): (request: FastifyRequest) => boolean {
  const expected = digest(`Bearer ${token}`)
  return ({ headers: { authorization } }) =>
    authorization !== undefined && timingSafeEqual(digest(authorization), expected)
}

const digest = (text: string) => createHash('sha256').update(text).digest()
