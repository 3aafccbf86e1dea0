// A point of reference: Fastify with a response schema, no logging, and one bare prepared select through the driver for each
// request: the row that a who-am-I needs. The database is acct's own: `preparedSelect.mjs <url> <pool size>`.
import { createHash } from 'node:crypto'
import Fastify from 'fastify'
import { Pool } from 'pg'
import { ownInfo, ownInfoSchema } from './ownInfo.mjs'
import { whoAmIRow } from './whoAmIRow.mjs'

const [connectionString, poolSize] = process.argv.slice(2)
const pool = new Pool({ connectionString, max: Number(poolSize) })
const app = Fastify({ logger: false })
app.get('/info', { schema: { response: { 200: ownInfoSchema } } }, async (request, reply) => {
  const token = /acct_session=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const hash = createHash('sha256').update(token).digest()
  const { rows } = await pool.query({ name: 'whoAmI', text: whoAmIRow, values: [hash, Date.now()] })
  return rows.length === 1 ? ownInfo : reply.code(401).send()
})
const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.stdout.write(`${JSON.stringify({ msg: 'listening', url })}\n`)
process.on('SIGTERM', () => app.close().then(() => pool.end()))
