import Database from 'better-sqlite3'
import { Client } from 'pg'
import { type Observer, observeIn } from './observe.ts'

/** What observers ask about, as SQLite calls its types. */
const tables: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  accounts: {
    id: 'integer primary key',
    username: 'text',
    username_key: 'text unique',
    nickname: 'text',
    signature: 'text',
    phone: 'text unique',
    password_hash: 'text',
  },
  sessions: { id: 'integer primary key', account_id: 'integer', token_hash: 'blob' },
  tokens: { session_id: 'integer', kind: 'text' },
  follows: { follower_id: 'integer', followee_id: 'integer', group_name: 'text' },
  codes: { address: 'text', scope: 'text' },
  messages: { to_key: 'text', scope: 'text' },
  unsettled_follows: { account_id: 'integer' },
  retired_ids: { id: 'integer primary key' },
}

const indexes = `
  create index a on sessions (account_id);
  create index b on tokens (session_id);
  create index c on follows (follower_id);
  create index d on codes (address);
  create index e on messages (to_key)`

/** Reads a PostgreSQL as it is at one moment, into SQLite's memory: the same questions then judge both engines. */
export async function observePostgres(url: string): Promise<Observer> {
  const there = new Client({ connectionString: url })
  const copy = new Database(':memory:')
  await there.connect()
  try {
    await there.query('begin isolation level repeatable read, read only')
    for (const [table, columns] of Object.entries(tables)) {
      const names = Object.keys(columns)
      copy.exec(`create table ${table} (${Object.entries(columns).map((column) => column.join(' '))})`)
      const { rows } = await there.query<unknown[]>({ text: `select ${names} from ${table}`, rowMode: 'array' })
      const insert = copy.prepare(`insert into ${table} values (${names.map(() => '?')})`)
      for (const row of rows) insert.run(row)
    }
    copy.exec(indexes)
    return observeIn(copy)
  } finally {
    await there.end()
  }
}
