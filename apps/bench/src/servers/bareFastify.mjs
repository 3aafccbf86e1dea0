// The least that Fastify does for an answer: one GET with a response schema and no logging. The answer is as long as
// card's getInfo. Plain JavaScript, so that its start and its memory are Node's and Fastify's alone.
import Fastify from 'fastify'
import { ownInfo, ownInfoSchema } from './ownInfo.mjs'

const app = Fastify({ logger: false })
app.get('/info', { schema: { response: { 200: ownInfoSchema } } }, async () => ownInfo)
const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ msg: 'listening', url })}\n`)
process.on('SIGTERM', () => app.close())
