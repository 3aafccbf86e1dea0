import { Client } from 'pg'
import { frozenForCopy, unfinishedCopy } from '../copy/progress.ts'
import { countingRows, type MigrationState, migrationState, type RowCounts } from '../inspection.ts'
import { knownMigrations } from '../migrations.ts'
import { pendingOf } from '../pendingMigrations.ts'
import { StoreRefused } from '../refused.ts'
import { unsafeSettings } from './examine.ts'
import { frozenMark } from './freeze.ts'
import { appliedMigrations } from './migrate.ts'
import { clientConfig } from './pool.ts'
import { refusing } from './refusing.ts'
import { shownUrl } from './shownUrl.ts'
import { isUnfinished } from './unfinished.ts'

/** What is to be known about a PostgreSQL database without changing it. */
export interface PostgresInspection {
  /** Its URL without the password. */
  name: string
  /** As the server calls itself: `PostgreSQL 17.2`. */
  server: string
  /** Size of the whole database, in bytes. */
  bytes: number
  /** Empty when nothing was found: settings, indexes and checksums are looked at, the pages are not read one by one. */
  problems: string[]
  migrations: MigrationState
  rows: RowCounts
}

/** Looks a database over for its operator. Throws `StoreRefused` for one that is not ours or cannot be reached. */
export async function inspectStore({ url }: { url: string }): Promise<PostgresInspection> {
  const name = shownUrl(url)
  return refusing(name, async () => {
    const client = new Client(clientConfig(url))
    client.on('error', () => {})
    await client.connect()
    try {
      return await look(client, name)
    } finally {
      await client.end()
    }
  })
}

async function look(client: Client, name: string): Promise<PostgresInspection> {
  const problems = await unsafeSettings(client)
  // Counting takes its time in a large database.
  await client.query('begin isolation level repeatable read, read only; set local statement_timeout = 0')
  const applied = await appliedMigrations(client)
  if (applied === undefined) throw new StoreRefused(name, 'it has no schema of this program: `acct migrate` makes it')
  const known = knownMigrations('postgres')
  if (pendingOf(applied, known) === 'newer') {
    throw new StoreRefused(name, 'it was written by a newer version of this program')
  }
  const { rows } = await client.query<{ server: string; bytes: string }>(
    `select 'PostgreSQL ' || current_setting('server_version') as server, pg_database_size(current_database()) as bytes`,
  )
  const counts = await client.query<Record<keyof RowCounts, string>>(countingRows)
  problems.push(...(await damage(client)))
  if ((await frozenMark(client)) !== undefined) problems.push(frozenForCopy)
  if (await isUnfinished(client)) problems.push(unfinishedCopy)
  await client.query('commit')
  return {
    name,
    server: rows[0]?.server ?? '',
    bytes: Number(rows[0]?.bytes),
    problems,
    migrations: migrationState(applied, known),
    rows: Object.fromEntries(
      Object.entries(counts.rows[0] ?? {}).map(([what, count]) => [what, Number(count)]),
    ) as RowCounts,
  }
}

/** What the server itself knows to be broken. */
async function damage(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ problem: string }>(`
    select 'index ' || indexrelid::regclass || ' is not valid' as problem
      from pg_index join pg_class on pg_class.oid = indexrelid
      where not indisvalid and relnamespace = current_schema()::regnamespace
    union all
    select checksum_failures || ' pages had a wrong checksum'
      from pg_stat_database where datname = current_database() and checksum_failures > 0`)
  return rows.map(({ problem }) => problem)
}
