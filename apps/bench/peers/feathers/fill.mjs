// Makes the table of users and fills it: `fill.mjs <file>`, the people as a JSON list on stdin. Answers on stdout with
// each one's id and token.
import { json } from 'node:stream/consumers'
import Database from 'better-sqlite3'
import { createApp } from './app.mjs'

const [file] = process.argv.slice(2)
const { password, people } = await json(process.stdin)
const { app, database } = createApp(file)
await database.schema.createTable('users', (table) => {
  table.increments('id')
  table.string('email').unique()
  table.string('password')
  table.string('name')
})
const [first, ...rest] = people
const { id, password: hash } = await app.service('users').create({ email: first.email, password, name: first.name })

const client = new Database(file)
client.pragma('synchronous = off')
const insert = client.prepare('insert into users (email, password, name) values (?, ?, ?)')
const ids = client.transaction(() => rest.map(({ email, name }) => insert.run(email, hash, name).lastInsertRowid))()
client.close()

const authentication = app.service('authentication')
const tokens = [id, ...ids].map(async (sub) => ({
  id: sub,
  token: await authentication.createAccessToken({ sub: String(sub) }),
}))
process.stdout.write(JSON.stringify(await Promise.all(tokens)))
await database.destroy()
