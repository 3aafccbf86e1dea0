// better-auth on Fastify, by the handler of its documentation: `server.mjs <file> [--cookie-cache]`.
import Fastify from 'fastify'
import { createAuth } from './auth.mjs'

const [file, cache] = process.argv.slice(2)
const sent = new Map()
const app = Fastify({ logger: false })
let auth

app.route({
  method: ['GET', 'POST'],
  url: '/api/auth/*',
  handler: async (request, reply) => {
    const url = new URL(request.url, `http://${request.headers.host}`)
    const headers = new Headers()
    for (const [name, value] of Object.entries(request.headers)) if (value) headers.append(name, value.toString())
    const body = request.body ? { body: JSON.stringify(request.body) } : {}
    const response = await auth.handler(new Request(url, { method: request.method, headers, ...body }))
    reply.status(response.status)
    response.headers.forEach((value, name) => {
      reply.header(name, value)
    })
    return reply.send(response.body ? await response.text() : null)
  },
})

// What was sent to a number, in place of a telephone.
app.get('/inbox', async (request) => ({ code: sent.get(request.query.to) ?? null }))

const url = await app.listen({ host: '127.0.0.1', port: 0 })
auth = createAuth({
  file,
  baseURL: url,
  cookieCache: cache === '--cookie-cache',
  sendOTP: ({ phoneNumber, code }) => void sent.set(phoneNumber, code),
})
await auth.$context
process.stdout.write(`${JSON.stringify({ msg: 'listening', url })}\n`)
process.on('SIGTERM', () => app.close())
