import { Client } from 'pg'
import { passwordHash } from '../servers/limit.ts'
import { accessTokenOf, accountIdOf, keptTokenOf, phoneOf, sessionTokenOf, usernameOf } from './people.ts'

const hour = 3_600_000
const day = 24 * hour

/** The same people as in a SQLite file (`addPeople`), in a migrated PostgreSQL, with the statistics that autovacuum makes. */
export async function addPeopleToPostgres(url: string, count: number): Promise<void> {
  const people = Array.from({ length: count }, (_, person) => person)
  const ids = people.map(accountIdOf)
  const now = Date.now()
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(
    `insert into accounts (id, username, username_key, nickname, gender, birthday, signature, phone, password_hash, role, level, created_at)
     select id, name, name, name, 'female', 631152000000, '天天向上，好好学习', phone, $4, 'normal_user', 0, $5
     from unnest($1::bigint[], $2::text[], $3::text[]) as people (id, name, phone)`,
    [ids, people.map(usernameOf), people.map(phoneOf), await passwordHash(), now],
  )
  await client.query(
    `insert into sessions (id, account_id, token_hash, started_at, last_used_at, ends_at)
     select row_number() over (), account_id, token_hash, $3, $3, $4
     from unnest($1::bigint[], $2::bytea[]) as people (account_id, token_hash)`,
    [ids, people.map((person) => keptTokenOf(sessionTokenOf(person))), now, now + 7 * day],
  )
  await client.query(
    `insert into tokens (token_hash, kind, session_id, expires_at)
     select token_hash, 'access', row_number() over (), $2 from unnest($1::bytea[]) as people (token_hash)`,
    [people.map((person) => keptTokenOf(accessTokenOf(person))), now + 6 * hour],
  )
  await client.query('vacuum analyze')
  await client.end()
}
