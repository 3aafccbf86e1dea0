import { readdirSync, readFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { generateSQLiteDrizzleJson, generateSQLiteMigration } from 'drizzle-kit/api'
import { expect, test } from 'vitest'
import { knownMigrations, type Migration } from '../src/migrations.ts'
import { appliedMigrations, migrate } from '../src/sqlite/migrate.ts'
import * as schema from '../src/sqlite/schema.ts'
import { freshFile } from './support.ts'

const known: Migration[] = [
  {
    name: '0000_people',
    writtenAt: 1,
    statements: [
      'create table people (id integer primary key)',
      'create table pets (owner integer references people (id) on delete cascade)',
    ],
  },
]

/** Rebuilds the table that others refer to, as drizzle-kit does where SQLite cannot alter it. */
const rebuild: Migration = {
  name: '0001_names',
  writtenAt: 2,
  statements: [
    "create table new_people (id integer primary key, name text not null default '')",
    'insert into new_people (id) select id from people',
    'drop table people',
    'alter table new_people rename to people',
  ],
}

test('the migrations lead to the schema of the program', async () => {
  const meta = new URL('../migrations/meta/', import.meta.url)
  const latest =
    readdirSync(meta)
      .filter((name) => name.endsWith('_snapshot.json'))
      .sort()
      .at(-1) ?? ''
  const snapshot = JSON.parse(readFileSync(new URL(latest, meta), 'utf8'))
  expect(await generateSQLiteMigration(snapshot, await generateSQLiteDrizzleJson(schema))).toEqual([])
  expect(latest).toContain(knownMigrations().at(-1)?.name.slice(0, 4))
})

test('two that look at the same time apply a migration once', () => {
  const file = freshFile()
  const [one, two] = [new Database(file), new Database(file)]
  expect(migrate(one, known, file)).toEqual(known)
  expect(migrate(two, known, file)).toEqual([])
  expect(migrate(two, [...known, rebuild], file)).toEqual([rebuild])
  expect(migrate(one, [...known, rebuild], file)).toEqual([])
  expect(appliedMigrations(one).map(({ writtenAt }) => writtenAt)).toEqual([1, 2])
  one.close()
  two.close()
})

test('rebuilding a table leaves what refers to it', () => {
  const file = freshFile()
  const client = new Database(file)
  migrate(client, known, file)
  client.exec('insert into people values (1); insert into pets values (1)')
  migrate(client, [...known, rebuild], file)
  expect(client.prepare('select owner from pets').pluck().all()).toEqual([1])
  expect(client.pragma('foreign_keys', { simple: true })).toBe(1)
  client.close()
})

test.each([
  { what: 'fails', statements: ['create table toys (id)', 'create table nonsense'], message: /incomplete input/ },
  { what: 'leaves rows that refer to nothing', statements: ['delete from people'], message: /refer to nothing/ },
])('a migration that $what changes nothing, and none before it', ({ statements, message }) => {
  const file = freshFile()
  const client = new Database(file)
  migrate(client, known, file)
  client.exec('insert into people values (1); insert into pets values (1)')
  const bad: Migration = { name: '0002_bad', writtenAt: 3, statements }
  expect(() => migrate(client, [...known, rebuild, bad], file)).toThrow(message)
  expect(appliedMigrations(client).map(({ writtenAt }) => writtenAt)).toEqual([1])
  expect(client.prepare('select * from people').all()).toEqual([{ id: 1 }])
  client.close()
})
