import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { knownMigrations } from '../migrations.ts'
import { StoreRefused } from '../refused.ts'
import { examine } from '../sqlite/examine.ts'
import { freeze, frozenMark, thaw } from '../sqlite/freeze.ts'
import { appliedMigrations } from '../sqlite/migrate.ts'
import { migrateStore } from '../sqlite/open.ts'
import { configure } from '../sqlite/pragmas.ts'
import { refusing } from '../sqlite/refusing.ts'
import { isUnfinished } from '../sqlite/unfinished.ts'
import { type Page, pageSize, positionOf, type Source, type Target, type Value } from './end.ts'
import { nothing, type Progress, progressTable } from './progress.ts'
import type { CopiedTable } from './tables.ts'

/** Opens a database file to be read; throws `StoreRefused` for one that is not ours, missing, or of another schema. */
export function openSource(file: string): Source {
  const path = resolve(file)
  if (!existsSync(path)) throw new StoreRefused(path, 'it does not exist')
  return sourceOn(openOwnSchema(path), path)
}

/** Opens a database file to be copied to, and makes it if it is not there. Throws `StoreRefused`. */
export function openTarget(file: string): Target {
  const path = resolve(file)
  migrateStore({ file: path })
  const client = openOwnSchema(path)
  // Indexes are written all over: in memory, and to the file in larger pieces than a server's.
  client.pragma('cache_size = -131072')
  client.pragma('wal_autocheckpoint = 20000')
  return { ...sourceOn(client, path), ...targetOn(client, path) }
}

/** Lets a file take writes again; false if it did. */
export function thawAt(path: string): boolean {
  const client = openAt(path)
  try {
    return thaw(client)
  } finally {
    client.close()
  }
}

/** What a newer release has added we know nothing of, and would leave behind. */
function openOwnSchema(path: string): Database.Database {
  const client = openAt(path)
  if (appliedMigrations(client).length === knownMigrations().length) return client
  client.close()
  throw new StoreRefused(path, 'its schema is newer than this program: copy it with the newer one')
}

function openAt(path: string): Database.Database {
  return refusing(path, () => {
    if (examine(path, knownMigrations()).length > 0)
      throw new StoreRefused(path, 'its schema is old: run `acct migrate`')
    const client = new Database(path, { fileMustExist: true })
    try {
      configure(client, path)
      return client
    } catch (error) {
      client.close()
      throw error
    }
  })
}

const quoted = (name: string) => `"${name}"`
const list = (names: readonly string[]) => names.map(quoted).join(', ')
const namesOf = (columns: readonly { name: string }[]) => columns.map(({ name }) => name)

function sourceOn(client: Database.Database, path: string): Source {
  const mark = frozenMark(client)
  const shown = (number: number) => (number === 0 ? undefined : number.toString(16))
  return {
    name: path,
    count: async ({ name }) =>
      client
        .prepare<[], number>(`select count(*) from ${quoted(name)}`)
        .pluck()
        .get() ?? 0,
    pages: async function* (table, after = null) {
      const next = pagesOf(client, table)
      for (let position = after; ; ) {
        const page = next(position)
        if (page === undefined) return
        yield page
        position = page.last
      }
    },
    unfinished: async () => isUnfinished(client),
    frozen: async () => shown(mark()),
    freeze: async () => shown(freeze(client)) ?? '',
    close: async () => void client.close(),
  }
}

/** Prepares reading the page that comes after a position; undefined after the last one. */
function pagesOf(client: Database.Database, table: CopiedTable): (after: Page['last'] | null) => Page | undefined {
  const order = table.order.sqlite
  const counted = table.counted?.sqlite.slice(0, 1) ?? []
  const keys = list(namesOf(order))
  const select = `select ${list([...namesOf(table.columns), ...counted])}, ${keys} from ${quoted(table.name)}`
  const end = `order by ${keys} limit ${pageSize(table)}`
  const first = client.prepare<unknown[], Value[]>(`${select} ${end}`).raw()
  const others = client
    .prepare<unknown[], Value[]>(`${select} where (${keys}) > (${order.map(() => '?').join(', ')}) ${end}`)
    .raw()
  const booleans = table.columns.flatMap(({ kind }, index) => (kind === 'boolean' ? [index] : []))
  return (after) => {
    const values = after?.map((value, index) =>
      order[index]?.kind === 'bytes' ? Buffer.from(`${value}`, 'hex') : value,
    )
    const rows = values === undefined ? first.all() : others.all(...values)
    const lastRow = rows.at(-1)
    if (lastRow === undefined) return undefined
    for (const row of rows) for (const index of booleans) row[index] = row[index] === 1
    return { rows, last: positionOf(lastRow, order.length) }
  }
}

function targetOn(client: Database.Database, path: string): Omit<Target, keyof Source> {
  const stateOf = (name: string) =>
    client.prepare<[string], string>(`select state from ${progressTable} where name = ?`).pluck().get(name)
  const inserts = new Map<string, Database.Statement>()
  const insertOf = (table: CopiedTable) => {
    const known = inserts.get(table.name)
    if (known !== undefined) return known
    const names = namesOf(table.columns)
    const made = client.prepare(
      `insert into ${quoted(table.name)} (${list(names)}) values (${names.map(() => '?').join(', ')})`,
    )
    inserts.set(table.name, made)
    return made
  }

  return {
    begun: async (tables) => {
      if (isUnfinished(client)) return stateOf('')
      for (const { name } of tables) {
        const isUsed = client.prepare(`select 1 from ${quoted(name)} limit 1`).get() !== undefined
        if (isUsed) throw new StoreRefused(path, 'it is not empty: a copy goes into an empty database')
      }
      return undefined
    },
    begin: async (freezeName, tables) =>
      client
        .transaction(() => {
          client.exec(`create table ${progressTable} (name text primary key, state text not null)`)
          const note = client.prepare(`insert into ${progressTable} (name, state) values (?, ?)`)
          note.run('', freezeName)
          for (const { name } of tables) note.run(name, JSON.stringify(nothing))
        })
        .immediate(),
    progress: async ({ name }) => JSON.parse(stateOf(name) ?? 'null') as Progress,
    add: async (table, page, from, to) =>
      client
        .transaction(() => {
          const note = client.prepare(`update ${progressTable} set state = ? where name = ? and state = ?`)
          const { changes } = note.run(JSON.stringify(to), table.name, JSON.stringify(from))
          if (changes !== 1) throw new StoreRefused(path, 'another process copies into it as well')
          const insert = insertOf(table)
          const width = table.columns.length
          for (const row of page?.rows ?? []) insert.run(row.slice(0, width).map(kept))
        })
        .immediate(),
    finish: async () => {
      client.exec(`drop table ${progressTable}`)
      client.pragma('wal_checkpoint(TRUNCATE)')
    },
  }
}

const kept = (value: Value) => (typeof value === 'boolean' ? Number(value) : value)
