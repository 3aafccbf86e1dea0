// Makes better-auth's tables and fills them with people: `fill.mjs <file>`, the people as a JSON list on stdin. Answers
// on stdout with each one's cookie.
import { json } from 'node:stream/consumers'
import { hashPassword, makeSignature } from 'better-auth/crypto'
import { getMigrations } from 'better-auth/db/migration'
import Database from 'better-sqlite3'
import { createAuth, secret } from './auth.mjs'

const [file] = process.argv.slice(2)
const { password, people } = await json(process.stdin)
const auth = createAuth({ file, baseURL: 'http://127.0.0.1' })
const { runMigrations } = await getMigrations(auth.options)
await runMigrations()

const now = new Date().toISOString()
const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString()
const hash = await hashPassword(password)
const client = new Database(file)
client.pragma('synchronous = off')
const insert = (table, row) => {
  const names = Object.keys(row)
  const columns = names.map((name) => `"${name}"`).join(', ')
  const values = names.map((name) => `@${name}`).join(', ')
  return client.prepare(`insert into "${table}" (${columns}) values (${values})`)
}
const dates = { createdAt: now, updatedAt: now }
const userOf = (name, { email, phone }) => ({
  id: `user_${name}`,
  name,
  email,
  emailVerified: 1,
  phoneNumber: phone,
  phoneNumberVerified: 1,
  ...dates,
})
const sessionOf = (name, { token }) => ({
  id: `session_${name}`,
  userId: `user_${name}`,
  token,
  expiresAt: inAWeek,
  ipAddress: '127.0.0.1',
  userAgent: '',
  ...dates,
})
const accountOf = (name) => ({
  id: `account_${name}`,
  accountId: `user_${name}`,
  userId: `user_${name}`,
  providerId: 'credential',
  password: hash,
  ...dates,
})
const [example] = people
const user = insert('user', userOf('', example))
const session = insert('session', sessionOf('', example))
const account = insert('account', accountOf(''))
client.transaction(() => {
  for (const person of people) {
    user.run(userOf(person.name, person))
    session.run(sessionOf(person.name, person))
    account.run(accountOf(person.name))
  }
})()
client.close()

const cookieOf = async ({ token }) =>
  `better-auth.session_token=${encodeURIComponent(`${token}.${await makeSignature(token, secret)}`)}`
process.stdout.write(JSON.stringify(await Promise.all(people.map(cookieOf))))
