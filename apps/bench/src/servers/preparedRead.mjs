// A point of reference: Fastify with a response schema, no logging, and one prepared read of the caller's session by
// better-sqlite3 for each request. The database is acct's own: `preparedRead.mjs <file>`.
import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import Fastify from 'fastify'
import { ownInfo, ownInfoSchema } from './ownInfo.mjs'

const client = new Database(process.argv[2], { readonly: true, fileMustExist: true })
const find = client.prepare('select account_id from sessions where token_hash = ? and ends_at > ?')
const app = Fastify({ logger: false })
app.get('/info', { schema: { response: { 200: ownInfoSchema } } }, async (request, reply) => {
  const token = /acct_session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const session = find.get(createHash('sha256').update(token).digest(), Date.now())
  return session === undefined ? reply.code(401).send() : ownInfo
})
const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ msg: 'listening', url })}\n`)
process.on('SIGTERM', () => app.close())
