import { readdirSync, readFileSync } from 'node:fs'
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { migratePostgres, openPostgres, StoreRefused } from '../src/index.ts'
import { knownMigrations, type Migration } from '../src/migrations.ts'
import { appliedMigrations, migrate } from '../src/postgres/migrate.ts'
import * as schema from '../src/postgres/schema.ts'
import type { TestDatabase } from '../src/testing/index.ts'
import { freshDatabase } from './postgres.ts'

const known: Migration[] = [
  { name: '0000_people', writtenAt: 1, statements: ['create table people (id bigint primary key)'] },
]
const names: Migration = { name: '0001_names', writtenAt: 2, statements: ['alter table people add name text'] }

async function connect({ url }: TestDatabase): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

const timesOf = async (client: Client) => (await appliedMigrations(client))?.map(({ writtenAt }) => writtenAt)

test('the migrations lead to the schema of the program on PostgreSQL', async () => {
  const meta = new URL('../migrations-postgres/meta/', import.meta.url)
  const snapshots = readdirSync(meta).filter((name) => name.endsWith('_snapshot.json'))
  const latest = snapshots.sort().at(-1) ?? ''
  const snapshot = JSON.parse(readFileSync(new URL(latest, meta), 'utf8'))
  expect(await generateMigration(snapshot, generateDrizzleJson(schema))).toEqual([])
  expect(latest).toContain(knownMigrations('postgres').at(-1)?.name.slice(0, 4))
})

test('many that start at the same time on nothing share one whole database', async () => {
  const { url } = await freshDatabase('nothing')
  const stores = await Promise.all(Array.from({ length: 8 }, () => openPostgres({ url, poolSize: 1 })))
  for (const store of stores) {
    await store.ping()
    await store.close()
  }
  const client = await connect({ name: '', url })
  expect(await timesOf(client)).toEqual(knownMigrations('postgres').map(({ writtenAt }) => writtenAt))
})

test('migrating is done once', async () => {
  const { url } = await freshDatabase('nothing')
  expect(await migratePostgres({ url })).toEqual({ applied: knownMigrations('postgres').map(({ name }) => name) })
  expect(await migratePostgres({ url })).toEqual({ applied: [] })
})

test('a migration is applied once, and one that fails changes nothing, and none before it', async () => {
  const database = await freshDatabase('nothing')
  const [one, two] = [await connect(database), await connect(database)]
  expect(await migrate(one, known, '')).toEqual(known)
  expect(await migrate(two, known, '')).toEqual([])
  const bad: Migration = {
    name: '0002_bad',
    writtenAt: 3,
    statements: ['create table toys ()', 'create table toys ()'],
  }
  await expect(migrate(one, [...known, names, bad], '')).rejects.toThrow(/already exists/)
  expect(await timesOf(one)).toEqual([1])
  expect(await migrate(two, [...known, names], '')).toEqual([names])
  expect(await timesOf(one)).toEqual([1, 2])
})

const unfit: [what: string, make: (client: Client, name: string) => Promise<unknown>, reason: RegExp][] = [
  ['a database of another program', (client) => client.query('create table notes (text text)'), /another program/],
  [
    'our mark on an empty schema',
    (client) => client.query('create table acct_migrations (written_at bigint primary key)'),
    /damaged: it has no schema/,
  ],
  [
    'a database of a newer version',
    async (client) => {
      await migrate(client, knownMigrations('postgres'), '')
      await client.query("insert into acct_migrations (written_at, name, hash) values (9999999999999, 'later', '')")
    },
    /newer version/,
  ],
  [
    'one that acknowledges what it may lose',
    (client, name) => client.query(`alter database ${name} set synchronous_commit = off`),
    /'synchronous_commit' is off/,
  ],
  [
    'one that nothing can be written to',
    (client, name) => client.query(`alter database ${name} set default_transaction_read_only = on`),
    /'transaction_read_only' is on/,
  ],
]

test.each(unfit)('%s is refused in one line that names it, and stays as it is', async (_what, make, reason) => {
  const database = await freshDatabase('nothing')
  const client = await connect(database)
  await make(client, database.name)
  const tables = async () => (await client.query('select * from pg_tables order by tablename')).rows
  const before = await tables()
  for (const start of [openPostgres, migratePostgres]) {
    const failure: unknown = await start(database).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(StoreRefused)
    expect(`${failure}`).toMatch(reason)
    expect(`${failure}`).toMatch(new RegExp(`^StoreRefused: database 'postgres://[^\\n]*/${database.name}': [^\\n]+$`))
  }
  expect(await tables()).toEqual(before)
})

test.each([
  [
    'a database that is not there',
    (url: URL) => Object.assign(url, { pathname: '/nowhere' }),
    /"nowhere" does not exist/,
  ],
  [
    'a server that is not there',
    (url: URL) => Object.assign(url, { search: '?host=/nowhere' }),
    /cannot be reached: .*ENOENT/,
  ],
  [
    'a port that nobody listens at',
    () => new URL('postgres://me:secret@127.0.0.1:1/acct'),
    /cannot be reached: .*ECONNREFUSED/,
  ],
  ['what is no URL', () => ({ href: 'postgres://[' }), /cannot be/],
])('%s is refused, without its password', async (_what, change, reason) => {
  const { href } = change(new URL((await freshDatabase()).url))
  const failure: unknown = await openPostgres({ url: href }).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(StoreRefused)
  expect(`${failure}`).toMatch(reason)
  expect(`${failure}`).not.toMatch(/secret/)
})
