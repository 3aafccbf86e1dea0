import Database from 'better-sqlite3'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { copiedTables, pairsOf } from '../src/copy/tables.ts'
import { type Comparison, compareStores, copyStore, migrateStore, type Place, thawStore } from '../src/index.ts'
import { fillEveryTable } from './everyTable.ts'
import { freshDatabase } from './postgres.ts'
import { freshFile } from './support.ts'

const seed = process.env.ACCT_TEST_SEED ?? 'copies'

const filled = (rows?: number, more?: Record<string, number>): Place & { kind: 'file' } => {
  const file = freshFile()
  fillEveryTable(file, seed, rows, more)
  return { kind: 'file', file }
}
const emptyFile = (): Place & { kind: 'file' } => ({ kind: 'file', file: freshFile() })
const emptyPostgres = async () => {
  const place = { kind: 'postgres', url: (await freshDatabase('nothing')).url } as const
  onTestFinished(() => thawStore(place).then(() => undefined))
  return place
}

const sumsOf = (comparisons: Comparison[]) =>
  comparisons.map(({ table, to, isEqual }) => `${table} ${to.rows} ${to.sha256} ${isEqual ? 'equal' : 'DIFFERENT'}`)
const differing = (comparisons: Comparison[]) => comparisons.filter(({ isEqual }) => !isEqual).map(({ table }) => table)

describe('the tables of a copy', () => {
  const names = copiedTables().map(({ name }) => name)

  test('are all that a database has on either engine', async () => {
    const file = freshFile()
    migrateStore({ file })
    const sqlite = new Database(file, { readonly: true })
    const inFile = sqlite
      .prepare<
        [],
        string
      >(String.raw`select name from sqlite_schema where type = 'table' and name not like '\_\_%' escape '\'
        and name not like 'sqlite\_%' escape '\'`)
      .pluck()
      .all()
    sqlite.close()
    expect([...names].sort()).toEqual(inFile.sort())
    const client = new Client({ connectionString: (await freshDatabase()).url })
    await client.connect()
    const { rows } = await client.query<{ tablename: string }>(
      "select tablename from pg_tables where schemaname = 'public' and tablename not in ('acct_migrations', 'turns')",
    )
    await client.end()
    expect([...names].sort()).toEqual(rows.map(({ tablename }) => tablename).sort())
  })

  test('come after those that they refer to', () => {
    expect(copiedTables().some(({ references }) => references.length > 0)).toBe(true)
    for (const [index, { references }] of copiedTables().entries()) {
      for (const reference of references) expect(names.indexOf(reference)).toBeLessThan(index)
    }
  })

  test('are never fewer than those of one engine, and say the same on both', () => {
    const id = { name: 'id', kind: 'integer', notNull: true } as const
    const table = { name: 'audits', columns: [id], key: ['id'], references: [] }
    expect(pairsOf([table], [table])).toMatchObject([{ name: 'audits', columns: [{ name: 'id' }] }])
    expect(() => pairsOf([table], [])).toThrow("only SQLite has the table 'audits'")
    expect(() => pairsOf([], [table])).toThrow("only PostgreSQL has the table 'audits'")
    for (const other of [
      { ...table, columns: [id, { ...id, name: 'at' }] },
      { ...table, columns: [{ ...id, kind: 'text' as const }] },
      { ...table, columns: [{ ...id, notNull: false }] },
    ]) {
      expect(() => pairsOf([table], [other])).toThrow("the columns of 'audits' differ")
    }
    expect(() => pairsOf([table], [{ ...table, key: [] }])).toThrow('primary key')
  })
})

describe('a copy', () => {
  test(`is the same on every engine, in every direction (seed ${seed})`, async () => {
    const first = filled()
    const places = [
      first,
      await emptyPostgres(),
      await emptyPostgres(),
      emptyFile(),
      emptyFile(),
      await emptyPostgres(),
    ]
    let sums: string[] | undefined
    for (const [index, to] of places.entries()) {
      const from = places[index - 1]
      if (from === undefined) continue
      const copied = sumsOf(await copyStore({ from, to }))
      expect(copied.filter((line) => line.endsWith('DIFFERENT'))).toEqual([])
      sums ??= copied
      expect(copied).toEqual(sums)
    }
    const last = places.at(-1) ?? first
    expect(sumsOf(await compareStores({ from: first, to: last }))).toEqual(sums)
    expect(sums?.every((line) => / [1-9]\d* \w{64} equal$/.test(line))).toBe(true)
  })

  test.each([
    {
      what: 'a text',
      change: "update accounts set nickname = nickname || ' ' where rowid in (select min(rowid) from accounts)",
      table: 'accounts',
    },
    { what: 'a null', change: "update accounts set nickname = '' where nickname is null", table: 'accounts' },
    {
      what: 'a boolean',
      change: 'update accounts set shows_phone = not shows_phone where id = (select max(id) from accounts)',
      table: 'accounts',
    },
    { what: 'bytes', change: "update picture_files set bytes = bytes || x'00'", table: 'picture_files' },
    { what: 'the order of fans', change: 'update follows set id = -id', table: 'follows' },
    { what: 'the order of groups', change: 'update follow_groups set id = -id', table: 'follow_groups' },
    { what: 'the order of messages', change: 'update messages set id = -id', table: 'messages' },
    {
      what: 'a missing row',
      change: 'delete from retired_ids where id = (select max(id) from retired_ids)',
      table: 'retired_ids',
    },
    { what: 'a row too many', change: "insert into codes values ('x', 'login', x'01', 1, 0)", table: 'codes' },
  ])('that differs in $what is seen to differ', async ({ change, table }) => {
    const from = filled(20)
    // Several of each account, so that there is an order.
    const source = new Database(from.file)
    const [one] = source.prepare<[], number>('select id from accounts order by id').pluck().all()
    source.prepare('update follows set followee_id = ?').run(one)
    source.prepare('update follow_groups set account_id = ?').run(one)
    source.close()
    const to = emptyFile()
    expect(differing(await copyStore({ from, to }))).toEqual([])
    const client = new Database(to.file)
    client.exec(change)
    client.close()
    expect(differing(await compareStores({ from, to }))).toEqual([table])
  })

  test('gives SQLite and PostgreSQL ids that both can go on from', async () => {
    const to = await emptyPostgres()
    await copyStore({ from: filled(), to })
    const client = new Client({ connectionString: to.url })
    await client.connect()
    const { rows } = await client.query('select max(came)::text as newest from messages')
    await client.end()
    // What comes is counted by the clock there, in microseconds.
    expect(Number(rows[0]?.newest)).toBeLessThan(1e9)
  })
})
