import { variants } from '@acct/schema'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readAsset } from '../assets.ts'

const sendAsset = async (reply: FastifyReply, type: string, name: string) =>
  reply
    .header('content-type', type)
    .header('cache-control', 'no-cache')
    .send(await readAsset(name))

/** Generated pages have one style sheet and nothing that runs. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/**
 * The contract, for people and for tools, both generated from it: `/docs` to start from, `/docs/<variant>` to read,
 * `/openapi/<variant>.json`. What tries its calls is `serveDocsViewer`.
 */
export function serveReference(app: FastifyInstance): void {
  const page = (path: string, name: string) =>
    app.get(path, { exposeHeadRoute: true }, (_request, reply) =>
      sendAsset(
        reply.header('content-security-policy', contentSecurityPolicy),
        'text/html; charset=utf-8',
        `reference/${name}.html`,
      ),
    )
  page('/docs', 'start')
  for (const name of Object.keys(variants)) {
    page(`/docs/${name}`, name)
    app.get(`/openapi/${name}.json`, { exposeHeadRoute: true }, (_request, reply) =>
      sendAsset(reply.header('access-control-allow-origin', '*'), 'application/json', `openapi/${name}.json`),
    )
  }
  app.get('/docs/reference.css', { exposeHeadRoute: true }, (_request, reply) =>
    sendAsset(reply, 'text/css; charset=utf-8', 'reference/reference.css'),
  )
}
