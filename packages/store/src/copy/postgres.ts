import { Client, type CustomTypesConfig, escapeIdentifier, types } from 'pg'
import { knownMigrations } from '../migrations.ts'
import { requireSafe } from '../postgres/examine.ts'
import { freeze, frozenMark, thaw } from '../postgres/freeze.ts'
import { appliedMigrations } from '../postgres/migrate.ts'
import { migrateStore } from '../postgres/open.ts'
import { clientConfig } from '../postgres/pool.ts'
import { randomId } from '../postgres/randomId.ts'
import { refusing } from '../postgres/refusing.ts'
import { shownUrl } from '../postgres/shownUrl.ts'
import { isUnfinished } from '../postgres/unfinished.ts'
import { StoreRefused } from '../refused.ts'
import { storable } from './checksum.ts'
import { pageSize, positionOf, type Source, type Target, type Value } from './end.ts'
import { nothing, type Progress, progressTable } from './progress.ts'
import type { Column, CopiedTable } from './tables.ts'

/** Opens a database to be read; throws `StoreRefused` for one that is not ours, not reachable, or of another schema. */
export async function openSource(url: string): Promise<Source> {
  const name = shownUrl(url)
  return refusing(name, async () => {
    const client = await connect(url)
    try {
      await requireOwnSchema(client, name)
      return sourceOn(client, name)
    } catch (error) {
      await client.end()
      throw error
    }
  })
}

/** Opens a database to be copied to and brings it to this program's schema. Throws `StoreRefused`. */
export async function openTarget(url: string): Promise<Target> {
  const name = shownUrl(url)
  await migrateStore({ url })
  return refusing(name, async () => {
    const client = await connect(url)
    try {
      await requireSafe(client, name)
      await requireOwnSchema(client, name)
      return { ...sourceOn(client, name), ...targetOn(client, name) }
    } catch (error) {
      await client.end()
      throw error
    }
  })
}

async function requireOwnSchema(client: Client, name: string): Promise<void> {
  const applied = (await appliedMigrations(client)) ?? []
  const known = knownMigrations('postgres')
  if (applied.length === 0) throw new StoreRefused(name, 'it is no database of ours')
  if (applied.length < known.length) throw new StoreRefused(name, 'its schema is old: run `acct migrate`')
  // What a newer release has added we know nothing of, and would leave behind.
  if (applied.length > known.length) {
    throw new StoreRefused(name, 'its schema is newer than this program: copy it with the newer one')
  }
}

/** Lets a database take writes again; false if it did. */
export async function thawAt(url: string): Promise<boolean> {
  const name = shownUrl(url)
  return refusing(name, async () => {
    const client = await connect(url)
    try {
      return await thaw(client, name)
    } finally {
      await client.end()
    }
  })
}

/** Ids and instants as numbers, which they all are below 2⁵³. */
const numbers: CustomTypesConfig = {
  getTypeParser: (type, format) => (type === types.builtins.INT8 ? Number : types.getTypeParser(type, format)),
}

async function connect(url: string): Promise<Client> {
  const client = new Client({
    ...clientConfig(url),
    application_name: 'acct copy',
    statement_timeout: 0,
    idle_in_transaction_session_timeout: 0,
    types: numbers,
  })
  // What breaks is told by the statement that it broke.
  client.on('error', () => {})
  await client.connect()
  return client
}

const list = (names: readonly string[]) => names.map(escapeIdentifier).join(', ')
const namesOf = (columns: readonly { name: string }[]) => columns.map(({ name }) => name)

function sourceOn(client: Client, shownName: string): Source {
  return {
    name: shownName,
    count: async ({ name }) => {
      const { rows } = await client.query<{ rows: number }>(`select count(*) as rows from ${escapeIdentifier(name)}`)
      return rows[0]?.rows ?? 0
    },
    pages: async function* (table, after = null) {
      const order = table.order.postgres
      // Sorted once, wherever an index does not: a cursor does not begin anew for each page.
      await client.query('begin isolation level repeatable read, read only')
      try {
        await client.query(
          `declare copied no scroll cursor for ${selectOf(table, after !== null)}`,
          valuesOf(order, after),
        )
        const fetch = () =>
          client.query<Value[]>({ text: `fetch forward ${pageSize(table)} from copied`, rowMode: 'array' })
        // One page ahead: the server looks for it while somebody does something with the last one.
        for (let { rows } = await fetch(); rows.length > 0; ) {
          const next = fetch()
          next.catch(() => undefined)
          yield { rows, last: positionOf(rows.at(-1) ?? [], order.length) }
          rows = (await next).rows
        }
      } finally {
        await client.query('rollback')
      }
    },
    unfinished: () => isUnfinished(client),
    frozen: () => frozenMark(client),
    freeze: () => freeze(client, shownName),
    close: () => client.end(),
  }
}

/** Texts go by their bytes, as they do on SQLite, whatever language the database was made for. */
const compared = ({ name, kind }: Column) =>
  kind === 'text' ? `${escapeIdentifier(name)} collate "C"` : escapeIdentifier(name)

function selectOf(table: CopiedTable, isLater: boolean): string {
  const order = table.order.postgres
  const counted = table.counted?.postgres.slice(0, 1) ?? []
  const keys = order.map(compared).join(', ')
  const casts = { integer: 'bigint', text: 'text', boolean: 'boolean', bytes: 'bytea' }
  const later = `where (${keys}) > (${order.map(({ kind }, index) => `$${index + 1}::${casts[kind]}`).join(', ')})`
  return `select ${list([...namesOf(table.columns), ...counted, ...namesOf(order)])}
    from ${escapeIdentifier(table.name)} ${isLater ? later : ''} order by ${keys}`
}

const valuesOf = (order: readonly Column[], after: readonly (number | string)[] | null) =>
  (after ?? []).map((value, index) => (order[index]?.kind === 'bytes' ? Buffer.from(`${value}`, 'hex') : value))

function targetOn(client: Client, shownName: string): Omit<Target, keyof Source> {
  const stateOf = async (name: string) => {
    const { rows } = await client.query<{ state: string }>(`select state from ${progressTable} where name = $1`, [name])
    return rows[0]?.state
  }
  const whole = async (step: () => Promise<void>) => {
    await client.query('begin')
    try {
      await step()
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => undefined)
      throw error
    }
  }
  const note = `insert into ${progressTable} (name, state) values ($1, $2)`
  const newestOf = async (name: string, column: string) => {
    const [table, number] = [name, column].map(escapeIdentifier)
    const { rows } = await client.query<{ newest: number | null }>(`select max(${number}) as newest from ${table}`)
    return rows[0]?.newest ?? 0
  }

  return {
    begun: async (tables) => {
      if (await isUnfinished(client)) return stateOf('')
      for (const { name } of tables) {
        const { rowCount } = await client.query(`select 1 from ${escapeIdentifier(name)} limit 1`)
        if (rowCount !== 0) throw new StoreRefused(shownName, 'it is not empty: a copy goes into an empty database')
      }
      return undefined
    },
    begin: (freezeName, tables) =>
      whole(async () => {
        await client.query(`create table ${progressTable} (name text primary key, state text not null)`)
        await client.query(note, ['', freezeName])
        for (const { name } of tables) await client.query(note, [name, JSON.stringify(nothing)])
      }),
    progress: async ({ name }) => JSON.parse((await stateOf(name)) ?? 'null') as Progress,
    add: (table, page, from, to) =>
      whole(async () => {
        const { rowCount } = await client.query(
          `update ${progressTable} set state = $1 where name = $2 and state = $3`,
          [JSON.stringify(to), table.name, JSON.stringify(from)],
        )
        if (rowCount !== 1) throw new StoreRefused(shownName, 'another process copies into it as well')
        if (page === undefined) return
        const values = columnsOf(table, page.rows)
        const [number, id] = table.counted?.postgres ?? []
        if (number !== undefined && id !== undefined) {
          // Here the row has an id that is not that number, and says nothing: it is drawn anew.
          const numbers = rising(await newestOf(table.name, number), values.pop() ?? [])
          values.push(numbers, numbers.map(randomId))
        }
        await client.query({ name: `copy ${table.name}`, text: insertOf(table), values })
      }),
    finish: async () => {
      await client.query(`drop table ${progressTable}`)
      // So that the first statements are planned for what is there, and not for empty tables.
      await client.query('analyze')
    },
  }
}

/** The same numbers where they rise; of two that are the same the second comes after the first. */
function rising(newest: number, numbers: readonly Value[]): number[] {
  let last = newest
  return numbers.map((number) => {
    last = Math.max(Number(number), last + 1)
    return last
  })
}

function insertOf(table: CopiedTable): string {
  const arrays = { integer: 'bigint[]', text: 'text[]', boolean: 'boolean[]', bytes: 'bytea[]' }
  const kinds = [
    ...table.columns.map(({ kind }) => kind),
    ...(table.counted?.postgres ?? []).map(() => 'integer' as const),
  ]
  return `insert into ${escapeIdentifier(table.name)} (${list([...namesOf(table.columns), ...(table.counted?.postgres ?? [])])})
    select * from unnest(${kinds.map((kind, index) => `$${index + 1}::${arrays[kind]}`).join(', ')})`
}

/** The values of each column, and of the number that rows are counted by. */
function columnsOf(table: CopiedTable, rows: readonly Value[][]): Value[][] {
  const width = table.columns.length + (table.counted === undefined ? 0 : 1)
  return Array.from({ length: width }, (_, index) =>
    rows.map((row) => {
      const value = row[index] ?? null
      return typeof value === 'string' ? storable(value) : value
    }),
  )
}
