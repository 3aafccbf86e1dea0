import { copyFileSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { inspectStore, migrateStore, openStore, StoreRefused } from '../src/index.ts'
import { freshFile } from './support.ts'

/** A database with some pages, closed. */
function database(): string {
  const file = freshFile()
  openStore({ file }).close()
  return file
}

/** Changes a database behind the store's back, and leaves no -wal. */
function alter(file: string, change: (client: Database.Database) => void): void {
  const client = new Database(file)
  change(client)
  client.pragma('wal_checkpoint(TRUNCATE)')
  client.close()
}

const damage: [what: string, make: (file: string) => void, reason: RegExp][] = [
  ['an empty file', (file) => writeFileSync(file, ''), /damaged: too short/],
  ['garbage', (file) => writeFileSync(file, 'not a database, '.repeat(1000)), /not a database/],
  ['a header alone', (file) => truncateSync(file, 100), /damaged/],
  ['a file that lost its end', (file) => truncateSync(file, readFileSync(file).length - 8192), /damaged/],
  [
    'a page overwritten in the middle',
    (file) => {
      const bytes = readFileSync(file)
      bytes.fill(0xaa, 4 * 4096, 5 * 4096)
      writeFileSync(file, bytes)
    },
    /damaged/,
  ],
  [
    'a database of another program',
    (file) => {
      rmSync(file)
      alter(file, (client) => client.exec('create table notes (text)'))
    },
    /another program/,
  ],
  ['our mark on an empty schema', emptySchema, /damaged: it has no schema/],
  [
    'a database of a newer version',
    (file) =>
      alter(file, (client) =>
        client.exec("insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)"),
      ),
    /newer version/,
  ],
]

function emptySchema(file: string): void {
  rmSync(file)
  alter(file, (client) => {
    client.pragma(`application_id = ${0x61636374}`)
    client.exec('create table notes (text)')
  })
}

describe.each(damage)('%s', (_what, make, reason) => {
  test('is refused in one line that names it, and stays as it is', () => {
    const file = database()
    make(file)
    const before = readFileSync(file)
    for (const start of [openStore, migrateStore]) {
      expect(() => start({ file })).toThrow(StoreRefused)
      expect(() => start({ file })).toThrow(reason)
      expect(() => start({ file })).toThrow(new RegExp(`^database '${file}': [^\\n]+$`))
    }
    expect(readFileSync(file).equals(before)).toBe(true)
  })
})

test('changes without their database are not thrown away for a new one', () => {
  const file = database()
  copyFileSync(file, `${file}-wal`)
  rmSync(file)
  expect(() => openStore({ file })).toThrow(/missing, but 'acct.db-wal'/)
})

test('a folder in its place, or a file in place of its folder, is refused', () => {
  const file = freshFile()
  mkdirSync(file)
  expect(() => openStore({ file })).toThrow(StoreRefused)
  const blocked = freshFile()
  writeFileSync(blocked, '')
  expect(() => openStore({ file: `${blocked}/acct.db` })).toThrow(/cannot be read and written here: mkdir/)
})

test('a database is its owner’s alone', () => {
  expect(statSync(database()).mode & 0o777).toBe(0o600)
})

test('the doctor sees damage that no start looks for, and refuses what is not ours', () => {
  const file = database()
  alter(file, (client) => {
    client.pragma('foreign_keys = OFF')
    client.exec("insert into pictures values ('orphan', 1, 'profileCode', 0)")
  })
  expect(inspectStore({ file }).problems).toEqual(['row 1 of pictures refers to nothing in accounts'])
  expect(inspectStore({ file }).rows).toMatchObject({ pictures: 1, accounts: 0 })
  expect(() => inspectStore({ file: freshFile() })).toThrow(/does not exist/)
})
