import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { Client } from 'pg'
import { copyStore, openStore } from '../src/index.ts'
import { createDatabase, startCluster } from '../src/testing/index.ts'

// pnpm sizes --accounts 200000: fills a SQLite file with so many accounts and, for each, a session with its two tokens, five
// follows, an avatar's name, an identity of a third party, five lines of the audit log and one message; copies it to PostgreSQL;
// and says how many bytes a row of each table takes on both, indexes apart.

const { values } = parseArgs({ options: { accounts: { type: 'string', default: '200000' } } })
const accounts = Number(values.accounts)

/** Bytes of a table, and of its indexes. */
interface Size {
  rows: number
  table: number
  indexes: number
}

const folder = await mkdtemp(join(tmpdir(), 'acct-sizes-'))
const cluster = await startCluster()
try {
  const file = join(folder, 'acct.db')
  fill(file)
  const { url } = await createDatabase(cluster.url, `acct_sizes_${process.pid}`)
  await copyStore({ from: { kind: 'file', file }, to: { kind: 'postgres', url } })
  const [sqlite, postgres] = [sqliteSizes(file), await postgresSizes(url)]
  say('| table | rows | SQLite, a row | of it indexes | PostgreSQL, a row | of it indexes |')
  say('| --- | --- | --- | --- | --- | --- |')
  for (const [table, size] of sqlite) {
    const there = postgres.get(table)
    if (size.rows < accounts || there === undefined) continue
    say(`| \`${table}\` | ${size.rows} | ${columns(size)} | ${columns(there)} |`)
  }
  say(`all tables: ${total(sqlite)} MiB in SQLite, ${total(postgres)} MiB in PostgreSQL`)
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}

function fill(file: string): void {
  openStore({ file }).close()
  const client = new Database(file)
  client.pragma('synchronous = off')
  client.pragma('cache_size = -262144')
  // Spread as random ids are; a prime below 2⁵², so that none comes twice.
  const idOf = (index: string) => `1 + (${index}) * 2654435761 % 4503599627370449`
  const numbers = (count: number) =>
    `with recursive numbers (i) as (select 0 union all select i + 1 from numbers where i < ${count - 1})`
  const text = (bytes: number) => `lower(hex(randomblob(${bytes / 2})))`
  const at = '1781496000000 + i'
  client.exec(`
    begin;
    ${numbers(accounts)} insert into accounts
      (id, username, username_key, nickname, gender, birthday, phone, email, email_key, password_hash, role, level, created_at)
      select ${idOf('i')}, 'User_' || i, 'user_' || i, '昵称' || i, 'female', 946684800000, '+861' || (3000000000 + i),
             'user' || i || '@example.com', 'user' || i || '@example.com',
             '$argon2id$v=19$m=19456,t=2,p=1$' || ${text(22)} || '$' || ${text(42)}, 'normal_user', 0, ${at} from numbers;
    ${numbers(accounts)} insert into identities (provider, app_id, openid, union_id, account_id, created_at)
      select 'wechat', 'wx0123456789abcdef', ${text(28)}, ${text(28)}, ${idOf('i')}, ${at} from numbers;
    ${numbers(accounts)} insert into pictures (name, account_id, kind, created_at)
      select ${text(32)} || '.webp', ${idOf('i')}, 'avatar', ${at} from numbers;
    ${numbers(accounts)} insert into sessions (account_id, token_hash, started_at, last_used_at, ends_at)
      select ${idOf('i')}, randomblob(32), ${at}, ${at}, ${at} + 7776000000 from numbers;
    insert into tokens (token_hash, kind, session_id, expires_at) select randomblob(32), 'access', id, ends_at from sessions;
    insert into tokens (token_hash, kind, session_id, expires_at) select randomblob(32), 'refresh', id, ends_at from sessions;
    ${numbers(accounts * 5)} insert or ignore into follows (follower_id, followee_id, group_name, placed, shown)
      select ${idOf(`i % ${accounts}`)}, ${idOf(`abs(random()) % ${accounts}`)}, 'default', i / ${accounts}, i % 2 from numbers;
    ${numbers(accounts * 5)} insert into audit (at, actor, action, detail, outcome, account_id, variant, source, times)
      select ${at}, 'caller', 'signIn', 'password', 'done', ${idOf(`i % ${accounts}`)}, 'community',
             '203.0.' || (i / 200 % 200) || '.' || (i % 200), 1 from numbers;
    ${numbers(accounts)} insert into messages (channel, "to", to_key, purpose, scope, state, at, due_at, expires_at, attempts)
      select 'sms', '+861' || (3000000000 + i), '+861' || (3000000000 + i), 'code', 'signIn', 'sent', ${at}, ${at}, ${at} + 600000, 1
      from numbers;
    commit;
  `)
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
}

/** By what SQLite says of each of its pages. */
function sqliteSizes(file: string): Map<string, Size> {
  const client = new Database(file, { readonly: true })
  const sizes = client
    .prepare<[], { name: string; tableBytes: number; indexBytes: number }>(
      `select tbl_name as name, sum(iif(type = 'table', pgsize, 0)) as tableBytes, sum(iif(type = 'index', pgsize, 0)) as indexBytes
       from dbstat join sqlite_schema using (name) group by tbl_name order by tbl_name`,
    )
    .all()
    .map(({ name, tableBytes, indexBytes }): [string, Size] => {
      const rows = client.prepare<[], number>(`select count(*) from "${name}"`).pluck().get() ?? 0
      return [name, { rows, table: tableBytes, indexes: indexBytes }]
    })
  client.close()
  return new Map(sizes)
}

async function postgresSizes(url: string): Promise<Map<string, Size>> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string; heap: string; indexes: string }>(
    `select relname as name, pg_table_size(oid) as heap, pg_indexes_size(oid) as indexes
     from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
  )
  const sizes = new Map<string, Size>()
  for (const { name, heap, indexes } of tables) {
    const { rows } = await client.query<{ count: string }>(`select count(*) from ${client.escapeIdentifier(name)}`)
    sizes.set(name, { rows: Number(rows[0]?.count), table: Number(heap), indexes: Number(indexes) })
  }
  await client.end()
  return sizes
}

function columns({ rows, table, indexes }: Size): string {
  return `${Math.round((table + indexes) / rows)} B | ${Math.round(indexes / rows)} B`
}

function total(sizes: ReadonlyMap<string, Size>): number {
  const bytes = [...sizes.values()].reduce((sum, { table, indexes }) => sum + table + indexes, 0)
  return Math.round(bytes / 2 ** 20)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
