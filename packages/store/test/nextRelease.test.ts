import Database from 'better-sqlite3'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { copyStore, inspectPostgres, inspectStore, type Place, StoreRefused } from '../src/index.ts'
import { knownMigrations, type Migration } from '../src/migrations.ts'
import { pendingOf } from '../src/pendingMigrations.ts'
import { migrate as migratePostgres } from '../src/postgres/migrate.ts'
import { migrate as migrateSqlite } from '../src/sqlite/migrate.ts'
import { type OpenStore, openAt } from './openAt.ts'
import { freshDatabase } from './postgres.ts'
import { freshFile } from './support.ts'

// What becomes of this program when the next release has been at its database.

const statements = [
  'create table badges (name text primary key)',
  'alter table accounts add column motto text',
  "alter table sessions add column device text default 'unknown' not null",
]

type EngineName = 'SQLite' | 'PostgreSQL'

/** Where a database can be made that nobody uses after the test: its schema is not ours any more. */
const engines: { name: EngineName; fresh: () => Promise<string> }[] = [
  { name: 'SQLite', fresh: async () => freshFile() },
  { name: 'PostgreSQL', fresh: async () => (await freshDatabase('nothing')).url },
]

/** A migration of a release after this one; `worksFrom` says after how many. */
function later(engine: EngineName, worksFrom: 'this release' | 'the next one'): Migration {
  const last = knownMigrations(engine === 'SQLite' ? 'sqlite' : 'postgres').at(-1)?.writtenAt ?? 0
  const beside = worksFrom === 'this release' ? last : last + 1
  return { name: '9999_badges', writtenAt: last + 2, worksFrom: beside, statements }
}

async function bring(engine: EngineName, at: string, migration: Migration): Promise<void> {
  // Made by this program, unless it is there.
  await (await openAt(at)).close()
  if (engine === 'SQLite') {
    const client = new Database(at)
    migrateSqlite(client, [...knownMigrations(), migration], at)
    client.close()
    return
  }
  const client = new Client({ connectionString: at })
  await client.connect()
  await migratePostgres(client, [...knownMigrations('postgres'), migration], at)
  await client.end()
}

const placeOf = (engine: EngineName, at: string): Place =>
  engine === 'SQLite' ? { kind: 'file', file: at } : { kind: 'postgres', url: at }

describe.each(engines)('a database that the next release has migrated, on $name', ({ name, fresh }) => {
  test('is served on by who had it open, opened by who starts, and said to be so', async () => {
    const at = await fresh()
    const before = await openAt(at)
    const begin = ({ stores }: OpenStore, now: number) =>
      stores.jobs.begin({ name: 'sweep', now, after: now - 1, until: now })
    expect(await begin(before, 1)).toBe(true)
    await bring(name, at, later(name, 'this release'))
    expect(await begin(before, 2)).toBe(true)
    await before.ping()
    await before.close()
    const after = await openAt(at)
    expect(await begin(after, 2)).toBe(false)
    await after.ping()
    await after.close()
    const inspection = name === 'SQLite' ? inspectStore({ file: at }) : await inspectPostgres({ url: at })
    const known = knownMigrations(name === 'SQLite' ? 'sqlite' : 'postgres')
    expect(inspection.migrations).toEqual({
      applied: known.length,
      known: known.length,
      latest: known.at(-1)?.name,
      newer: 1,
    })
  })

  test('is not copied by this one, which would leave behind what it does not know', async () => {
    const at = await fresh()
    await bring(name, at, later(name, 'this release'))
    const copying = copyStore({ from: placeOf(name, at), to: placeOf(name, await fresh()) })
    await expect(copying).rejects.toThrow(/newer than this program: copy it with the newer one/)
  })

  test('is refused where that release was not the next one', async () => {
    const at = await fresh()
    await bring(name, at, later(name, 'the next one'))
    const opening = async () => (await openAt(at)).close()
    await expect(opening()).rejects.toThrow(StoreRefused)
    await expect(opening()).rejects.toThrow(/newer version/)
  })
})

test('what a database still needs goes by what each migration says', () => {
  const first: Migration = { name: 'first', statements: [], writtenAt: 1 }
  const second: Migration = { name: 'second', statements: [], writtenAt: 2, worksFrom: 1 }
  const applied = (...times: [writtenAt: number, worksFrom: number | null][]) =>
    times.map(([writtenAt, worksFrom]) => ({ writtenAt, worksFrom }))
  expect(pendingOf([], [first, second])).toEqual([first, second])
  expect(pendingOf(applied([1, null]), [first, second])).toEqual([second])
  expect(pendingOf(applied([1, null], [2, 1]), [first])).toEqual([])
  // Two releases ahead.
  expect(pendingOf(applied([1, null], [2, 1], [3, 2]), [first])).toBe('newer')
  expect(pendingOf(applied([1, null], [2, 1], [3, 2]), [first, second])).toEqual([])
  // Nothing says so.
  expect(pendingOf(applied([1, null], [2, null]), [first])).toBe('newer')
  // Another line of versions.
  expect(pendingOf(applied([1, null], [3, 1]), [first, second])).toBe('newer')
})

describe('a migration on PostgreSQL that has to wait for a table', () => {
  /** A database whose accounts somebody keeps in use, as a dump does. */
  async function inUse() {
    const { url } = await freshDatabase('nothing')
    await (await openAt(url)).close()
    const [dump, migrating, asking] = await Promise.all(
      [1, 2, 3].map(async () => {
        const client = new Client({ connectionString: url })
        await client.connect()
        onTestFinished(() => client.end())
        return client
      }),
    )
    if (!dump || !migrating || !asking) throw new Error('no connections')
    onTestFinished(async () => void (await dump.query('rollback')))
    await dump.query('begin; lock table accounts in access share mode')
    return { dump, migrating, asking }
  }
  const all = [...knownMigrations('postgres'), later('PostgreSQL', 'this release')]

  test('lets others by again and again, and is done when it is free', async () => {
    const { dump, migrating, asking } = await inUse()
    const done = migratePostgres(migrating, all, '', { longestWait: 200, mostTries: 100 })
    // It waits for the table by now; who asks waits behind it, and is answered all the same.
    const waits = "select 1 from pg_locks where relation = 'accounts'::regclass and not granted"
    while ((await asking.query(waits)).rowCount === 0);
    await asking.query("set statement_timeout = '4s'; select 1 from accounts")
    await dump.query('commit')
    expect(await done).toHaveLength(1)
  })

  test('gives up at last, in one line, and leaves nothing', async () => {
    const { migrating, asking } = await inUse()
    await expect(migratePostgres(migrating, all, 'there', { longestWait: 200, mostTries: 2 })).rejects.toThrow(
      /^database 'there': its schema is old, and another program/,
    )
    expect((await asking.query("select 1 from pg_tables where tablename = 'badges'")).rowCount).toBe(0)
  })
})
