import { createHash } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Client, ClientBase } from 'pg'
import type { Migration } from '../migrations.ts'
import { type AppliedMigration, pendingOf } from '../pendingMigrations.ts'
import { StoreRefused } from '../refused.ts'

// What was applied, and by having it a database says that it is ours. Drizzle's own table has a sequence and its migrator
// looks before it locks.
const table = 'acct_migrations'

// Any number that other programs on the same database will hardly take: "acct" in ASCII.
const lock = 0x61636374

// How long a migration may wait for a table, in milliseconds: whoever asks for that table meanwhile waits behind it, and gives
// up after 4 s (pool.ts). And how often it tries: a dump keeps all tables for as long as it takes.
const patience = { longestWait: 1000, mostTries: 60 }

/** The applied migrations, oldest first; undefined in a database that has no table of ours. */
export async function appliedMigrations(client: ClientBase): Promise<AppliedMigration[] | undefined> {
  const { rowCount } = await client.query(
    'select 1 from pg_catalog.pg_tables where schemaname = current_schema() and tablename = $1',
    [table],
  )
  if (rowCount === 0) return undefined
  // All columns: what older programs made has no `works_from`.
  const applied = await client.query<AppliedRow>(`select * from ${table} order by written_at`)
  return applied.rows.map(({ written_at, works_from = null }) => ({
    writtenAt: Number(written_at),
    worksFrom: works_from === null ? null : Number(works_from),
  }))
}

interface AppliedRow {
  written_at: string
  works_from?: string | null
}

/**
 * Brings a database to the schema of the migrations, in one transaction, and tells which that took. Throws `StoreRefused`
 * where others have a table in use all the time.
 */
export async function migrate(
  client: Client,
  known: Migration[],
  name: string,
  { longestWait, mostTries } = patience,
): Promise<Migration[]> {
  for (let tried = 1; ; tried++) {
    try {
      return await migrateAtOnce(client, known, name, longestWait)
    } catch (error) {
      if (!isLockTimeout(error)) throw error
      if (tried === mostTries) {
        throw new StoreRefused(name, 'its schema is old, and another program (a dump?) keeps a table in use: try again')
      }
      // As long as it was waited for: meanwhile whoever waited behind goes on.
      await setTimeout(longestWait)
    }
  }
}

/** `lock_not_available`. */
const isLockTimeout = (error: unknown) => error instanceof Error && 'code' in error && error.code === '55P03'

async function migrateAtOnce(
  client: Client,
  known: Migration[],
  name: string,
  longestWait: number,
): Promise<Migration[]> {
  // Only starts come here, and one of them at a time. It may have to wait for another one's work.
  await client.query('begin')
  try {
    await client.query('set local lock_timeout = 0; set local statement_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [lock])
    const pending = await pendingMigrations(client, known, name)
    await client.query(`set local lock_timeout = ${longestWait}`)
    for (const migration of pending) await apply(client, migration)
    await client.query('commit')
    return pending
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/**
 * The migrations that a database still needs. Throws `StoreRefused` for one that another program has made, or that is too
 * new for this program.
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
  const pending = pendingOf(applied, known)
  if (pending === 'newer') throw new StoreRefused(name, 'it was written by a newer version of this program')
  if (pending.length === known.length) throw new StoreRefused(name, 'it is damaged: it has no schema')
  return pending
}

async function apply(client: Client, { name, statements, writtenAt, worksFrom }: Migration): Promise<void> {
  await client.query(
    `create table if not exists ${table}
     (written_at bigint primary key, name text not null, hash text not null, applied_at timestamptz not null default now())`,
  )
  await client.query(`alter table ${table} add column if not exists works_from bigint`)
  for (const statement of statements) await client.query(statement)
  const hash = createHash('sha256').update(statements.join('')).digest('hex')
  await client.query(`insert into ${table} (written_at, name, hash, works_from) values ($1, $2, $3, $4)`, [
    writtenAt,
    name,
    hash,
    worksFrom,
  ])
}
