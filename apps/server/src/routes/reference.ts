import { variants } from '@acct/schema'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { readAsset } from '../assets.ts'

const names = Object.keys(variants)

const sendAsset = async (reply: FastifyReply, type: string, name: string) =>
  reply
    .header('content-type', type)
    .header('cache-control', 'no-cache')
    .send(await readAsset(name))

/** `/docs`: the reference for people; `/openapi/<variant>.json`: the same for tools. Both generated from the contract. */
export function serveReference(app: FastifyInstance): void {
  for (const name of names) {
    app.get(`/openapi/${name}.json`, { exposeHeadRoute: true }, (_request, reply) =>
      sendAsset(reply.header('access-control-allow-origin', '*'), 'application/json', `openapi/${name}.json`),
    )
    app.get(`/docs/${name}`, { exposeHeadRoute: true }, (_request, reply) => {
      reply.header(
        'content-security-policy',
        "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
      )
      return sendAsset(reply, 'text/html; charset=utf-8', `reference/${name}.html`)
    })
  }
  app.get('/docs', { exposeHeadRoute: true }, async (_request, reply) => reply.redirect(`/docs/${names[0]}`))
  app.get('/docs/reference.css', { exposeHeadRoute: true }, (_request, reply) =>
    sendAsset(reply, 'text/css; charset=utf-8', 'reference/reference.css'),
  )
}
