// Feathers on Koa: `server.mjs <file>`.
import { once } from 'node:events'
import { createApp } from './app.mjs'

const { app, database } = createApp(process.argv[2])
await database.raw('pragma journal_mode = WAL')
await database.raw('pragma synchronous = FULL')
const server = await app.listen(0, '127.0.0.1')
if (!server.listening) await once(server, 'listening')
const url = `http://127.0.0.1:${server.address().port}`
process.stdout.write(`${JSON.stringify({ msg: 'listening', url })}\n`)
process.on('SIGTERM', () => void app.teardown().then(() => process.exit()))
