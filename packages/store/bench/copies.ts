import { rmSync, statSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import Database from 'better-sqlite3'
import { type Comparison, copyStore, openStore, type Place } from '../src/index.ts'
import { createDatabase, startCluster } from '../src/testing/index.ts'

// pnpm copies --accounts 1000000 --edges 5: fills a SQLite file with so many accounts, a session, a token and a line of
// the audit log of each and so many follows of each, copies it to PostgreSQL and back into another file, and compares. Says rows a second beside those of
// SQLite's own `insert … select` of the same rows into a table with the same indexes, and how much memory it took.

const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '100000' },
    edges: { type: 'string', default: '5' },
    folder: { type: 'string' },
  },
})
const [accounts, edges] = [Number(values.accounts), Number(values.edges)]

const folder = await mkdtemp(join(values.folder ?? tmpdir(), 'acct-copies-'))
const cluster = await startCluster()
try {
  const first = join(folder, 'first.db')
  const last = join(folder, 'last.db')
  fill(first)
  say(`${accounts} accounts, ${edges} follows of each: ${mebibytes(statSync(first).size)} MiB in SQLite`)
  const raw = rawRate(first)
  say(`sqlite insert … select of all follows, with their indexes: ${Math.round(raw)} rows a second`)
  const { url } = await createDatabase(cluster.url, `acct_copies_${process.pid}`)
  const there = await copy({ kind: 'file', file: first }, { kind: 'postgres', url }, raw)
  const back = await copy({ kind: 'postgres', url }, { kind: 'file', file: last }, raw)
  const same = there.every(
    ({ isEqual, from }, index) => isEqual && back[index]?.isEqual && back[index].to.sha256 === from.sha256,
  )
  say(same ? 'identical checksums of every table in all three' : 'THE CHECKSUMS DIFFER')
  process.exitCode = same ? 0 : 1
} finally {
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
}

async function copy(from: Place, to: Place, raw: number): Promise<Comparison[]> {
  const began = performance.now()
  let copied = began
  let most = 0
  const comparisons = await copyStore({
    from,
    to,
    onStep: ({ doing }) => {
      if (doing === 'copying') copied = performance.now()
      most = Math.max(most, process.memoryUsage.rss())
    },
  })
  const rows = comparisons.reduce((sum, comparison) => sum + comparison.from.rows, 0)
  const rate = (rows / (copied - began)) * 1000
  say(
    `${from.kind} → ${to.kind}: ${rows} rows copied in ${seconds(copied - began)} s (${Math.round(rate)} a second, ` +
      `${(rate / raw).toFixed(2)} of insert … select), compared in ${seconds(performance.now() - copied)} s, ` +
      `at most ${mebibytes(most)} MiB of memory`,
  )
  return comparisons
}

function fill(file: string): void {
  openStore({ file }).close()
  const client = new Database(file)
  client.pragma('synchronous = off')
  client.pragma('cache_size = -262144')
  // Spread as random ids are, and none twice: a prime takes each index to another place.
  const idOf = (index: string) => `1 + ((${index}) * 1103515245 % 2147483647) * 2097143`
  const numbers = (count: number) =>
    `with recursive numbers (i) as (select 0 union all select i + 1 from numbers where i < ${count - 1})`
  client.exec(`
    begin;
    ${numbers(accounts)} insert into accounts (id, username, username_key, nickname, phone, password_hash, role, level, created_at)
      select ${idOf('i')}, 'User_' || i, 'user_' || i, '昵称' || i, '+861' || (3000000000 + i),
             '$argon2id$v=19$m=19456,t=2,p=1$' || hex(randomblob(16)) || '$' || hex(randomblob(32)), 'normal_user', 0, 1781496000000 + i
      from numbers;
    insert into sessions (account_id, token_hash, started_at, last_used_at, ends_at)
      select id, randomblob(32), created_at, created_at, created_at + 7776000000 from accounts;
    insert into audit (at, actor, action, outcome, account_id, variant, source, times)
      select created_at, 'caller', 'signIn', 'done', id, 'card', '10.0.0.' || id % 256, 1 from accounts;
    insert into tokens (token_hash, kind, session_id, expires_at) select randomblob(32), 'access', id, ends_at from sessions;
    ${numbers(accounts * edges)} insert or ignore into follows (follower_id, followee_id, group_name, placed, shown)
      select ${idOf(`i % ${accounts}`)}, ${idOf(`abs(random()) % ${accounts}`)}, 'default', i / ${accounts}, i % 2 from numbers;
    commit;
  `)
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
}

/** Rows a second of the plainest way to have the same rows a second time. */
function rawRate(file: string): number {
  const copy = `${file}-raw`
  openStore({ file: copy }).close()
  const client = new Database(copy)
  client.pragma('cache_size = -131072')
  client.prepare('attach ? as source').run(file)
  const began = performance.now()
  const { changes } = client
    .prepare('insert into main.follows select * from source.follows order by followee_id, id')
    .run()
  const rate = (changes / (performance.now() - began)) * 1000
  client.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true })
  return rate
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function mebibytes(bytes: number): number {
  return Math.round(bytes / 2 ** 20)
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1)
}
