import { createHash } from 'node:crypto'
import type { Client, ClientBase } from 'pg'
import type { Migration } from '../migrations.ts'
import { StoreRefused } from '../refused.ts'

// What was applied, and by having it a database says that it is ours. Drizzle's own table has a sequence and its migrator
// looks before it locks.
const table = 'acct_migrations'

// Any number that other programs on the same database will hardly take: "acct" in ASCII.
const lock = 0x61636374

/** When the applied migrations were written, oldest first; undefined in a database that has no table of ours. */
export async function appliedMigrations(client: ClientBase): Promise<number[] | undefined> {
  const { rowCount } = await client.query(
    'select 1 from pg_catalog.pg_tables where schemaname = current_schema() and tablename = $1',
    [table],
  )
  if (rowCount === 0) return undefined
  const applied = await client.query<{ written_at: string }>(`select written_at from ${table} order by written_at`)
  return applied.rows.map(({ written_at }) => Number(written_at))
}

/** Brings a database to the schema of the migrations, in one transaction, and tells which that took. */
export async function migrate(client: Client, known: Migration[], name: string): Promise<Migration[]> {
  // Only starts come here, and one of them at a time. It may have to wait for another one's work.
  await client.query('begin')
  try {
    await client.query('set local lock_timeout = 0; set local statement_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [lock])
    const pending = await pendingMigrations(client, known, name)
    for (const migration of pending) await apply(client, migration)
    await client.query('commit')
    return pending
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/**
 * The migrations that a database still needs. Throws `StoreRefused` for one that another program has made, or that has one
 * that this program does not know.
 */
async function pendingMigrations(client: ClientBase, known: Migration[], name: string): Promise<Migration[]> {
  const applied = await appliedMigrations(client)
  if (applied === undefined) {
    const { rowCount } = await client.query(
      'select 1 from pg_catalog.pg_tables where schemaname = current_schema() limit 1',
    )
    if (rowCount !== 0) throw new StoreRefused(name, 'it belongs to another program')
    return known
  }
  const pending = known.filter(({ writtenAt }) => !applied.includes(writtenAt))
  if (known.length - pending.length < applied.length) {
    throw new StoreRefused(name, 'it was written by a newer version of this program')
  }
  if (pending.length === known.length) throw new StoreRefused(name, 'it is damaged: it has no schema')
  return pending
}

async function apply(client: Client, { name, statements, writtenAt }: Migration): Promise<void> {
  await client.query(
    `create table if not exists ${table}
     (written_at bigint primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`,
  )
  for (const statement of statements) await client.query(statement)
  const hash = createHash('sha256').update(statements.join('')).digest('hex')
  await client.query(`insert into ${table} (written_at, name, hash) values ($1, $2, $3)`, [writtenAt, name, hash])
}
