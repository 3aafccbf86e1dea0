import { join } from 'node:path'
import Database from 'better-sqlite3'
import { passwordHash } from '../servers/limit.ts'
import { accessTokenOf, accountIdOf, keptTokenOf, phoneOf, sessionTokenOf, usernameOf } from './people.ts'

const hour = 3_600_000
const day = 24 * hour

export const databaseIn = (folder: string): string => join(folder, 'acct.db')

/** Opens the server's database beside it, or before it starts, to write many rows at once. */
function openForFilling(file: string): Database.Database {
  const client = new Database(file, { fileMustExist: true })
  client.pragma('synchronous = off')
  client.pragma('cache_size = -1000000')
  return client
}

/**
 * Adds people to a migrated database: each with a profile, a verified number, a password, a session that is in use, and
 * an access token of that session.
 */
export async function addPeople(file: string, count: number): Promise<void> {
  const theirHash = await passwordHash()
  const now = Date.now()
  const client = openForFilling(file)
  const account = client.prepare(
    'insert into accounts (id, username, username_key, nickname, gender, birthday, signature, phone, password_hash, role, level, created_at)' +
      " values (?, ?, ?, ?, 'female', 631152000000, '天天向上，好好学习', ?, ?, 'normal_user', 0, ?)",
  )
  const session = client.prepare(
    'insert into sessions (id, account_id, token_hash, started_at, last_used_at, ends_at) values (?, ?, ?, ?, ?, ?)',
  )
  const token = client.prepare(
    "insert into tokens (token_hash, kind, session_id, expires_at) values (?, 'access', ?, ?)",
  )
  client.transaction(() => {
    for (let person = 0; person < count; person += 1) {
      const [id, username] = [accountIdOf(person), usernameOf(person)]
      account.run(id, username, username, username, phoneOf(person), theirHash, now)
      session.run(person + 1, id, keptTokenOf(sessionTokenOf(person)), now, now, now + 7 * day)
      token.run(keptTokenOf(accessTokenOf(person)), person + 1, now + 6 * hour)
    }
  })()
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
}

/** Adds a pending sign-in code for each of these people. Nobody knows which: they are there to be in the way. */
export function addPendingCodes(file: string, people: readonly number[]): void {
  const client = openForFilling(file)
  const insert = client.prepare("insert into codes (address, scope, code_hash, expires_at) values (?, 'login', ?, ?)")
  client.transaction(() => {
    for (const person of people) insert.run(phoneOf(person), keptTokenOf(phoneOf(person)), Date.now() + day)
  })()
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
}
