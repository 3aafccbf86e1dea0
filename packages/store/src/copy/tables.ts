import { PgTable, getTableConfig as postgresConfig } from 'drizzle-orm/pg-core'
import { SQLiteTable, getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core'
import * as postgresSchema from '../postgres/schema.ts'
import * as sqliteSchema from '../sqlite/schema.ts'

/** What keeps accounts. */
type EngineName = 'sqlite' | 'postgres'

/** A column that both engines have, and what is in it. */
export interface Column {
  readonly name: string
  readonly kind: 'integer' | 'text' | 'boolean' | 'bytes'
}

/** A table as a copy sees it. */
export interface CopiedTable {
  readonly name: string
  /** What its rows say, whatever keeps them. */
  readonly columns: readonly Column[]
  /** What puts its rows into one order, the same on both. */
  readonly order: Readonly<Record<EngineName, readonly Column[]>>
  /**
   * Where an engine counts rows up, and the number says nothing but what came after what. The first column is that number;
   * a second one is a name that only this engine gives the row.
   */
  readonly counted: Readonly<Record<EngineName, readonly string[]>> | undefined
  /** The tables that its rows refer to. */
  readonly references: readonly string[]
}

/** Tables whose rows come in an order that the engines keep in different columns. All others go by their primary key. */
const counted: Readonly<Record<string, Pick<CopiedTable, 'counted'> & { order: Record<EngineName, string[]> }>> = {
  follows: {
    counted: { sqlite: ['id'], postgres: ['came'] },
    order: { sqlite: ['followee_id', 'id'], postgres: ['followee_id', 'came', 'follower_id'] },
  },
  follow_groups: {
    counted: { sqlite: ['id'], postgres: ['made'] },
    order: { sqlite: ['account_id', 'id'], postgres: ['account_id', 'made'] },
  },
  messages: {
    counted: { sqlite: ['id'], postgres: ['came', 'id'] },
    order: { sqlite: ['id'], postgres: ['came', 'id'] },
  },
}

/** Tables of one engine that hold nothing: locks that are gone with the step that took them. */
const uncopied = new Set(['turns'])

interface Found {
  name: string
  columns: (Column & { notNull: boolean })[]
  key: string[]
  references: string[]
}

/**
 * All tables, by what the schemas of this program say, each after those that it refers to. Throws for a table or a column
 * that only one engine has, or that means another thing there: a schema cannot change without the copy knowing.
 */
export function copiedTables(): CopiedTable[] {
  return sortedByReferences(pairsOf(sqliteTables(), postgresTables()))
}

/** Makes the tables that a copy sees out of those of the two engines. */
export function pairsOf(sqlite: readonly Found[], postgres: readonly Found[]): CopiedTable[] {
  const others = new Map(postgres.filter(({ name }) => !uncopied.has(name)).map((table) => [table.name, table]))
  const pairs = sqlite.map((table) => {
    const other = others.get(table.name)
    others.delete(table.name)
    if (other === undefined) throw new Error(`only SQLite has the table '${table.name}'`)
    return pairOf(table, other)
  })
  for (const name of others.keys()) throw new Error(`only PostgreSQL has the table '${name}'`)
  return pairs
}

function pairOf(sqlite: Found, postgres: Found): CopiedTable {
  const { name } = sqlite
  const special = counted[name]
  const columnsOf = (table: Found, engine: EngineName) =>
    table.columns.filter((column) => special?.counted?.[engine].includes(column.name) !== true)
  const [columns, others] = [columnsOf(sqlite, 'sqlite'), columnsOf(postgres, 'postgres')]
  const shown = (all: Found['columns']) =>
    JSON.stringify([...all].sort((one, other) => (one.name < other.name ? -1 : 1)))
  if (shown(columns) !== shown(others)) throw new Error(`the columns of '${name}' differ between the engines`)
  if (special === undefined && `${sqlite.key}` !== `${postgres.key}`) {
    throw new Error(`the primary key of '${name}' differs between the engines`)
  }
  const named = (table: Found, names: readonly string[]) =>
    names.map((each) => {
      const found = table.columns.find((column) => column.name === each)
      if (found === undefined) throw new Error(`'${name}' has no column '${each}'`)
      return plain(found)
    })
  return {
    name,
    columns: columns.map(plain),
    order: {
      sqlite: named(sqlite, special?.order.sqlite ?? sqlite.key),
      postgres: named(postgres, special?.order.postgres ?? postgres.key),
    },
    counted: special?.counted,
    references: sqlite.references,
  }
}

const plain = ({ name, kind }: Column): Column => ({ name, kind })

/** Each table after those that it refers to. */
function sortedByReferences(tables: readonly CopiedTable[]): CopiedTable[] {
  const sorted: CopiedTable[] = []
  const placed = new Set<string>()
  while (sorted.length < tables.length) {
    const next = tables.find(
      ({ name, references }) => !placed.has(name) && references.every((each) => each === name || placed.has(each)),
    )
    if (next === undefined) throw new Error('tables refer to each other in a circle')
    placed.add(next.name)
    sorted.push(next)
  }
  return sorted
}

function sqliteTables(): Found[] {
  return Object.values(sqliteSchema).flatMap((value) => {
    if (!(value instanceof SQLiteTable)) return []
    const { name, columns, primaryKeys, foreignKeys } = sqliteConfig(value)
    return [
      foundOf(
        name,
        columns,
        primaryKeys,
        foreignKeys.map((key) => sqliteConfig(key.reference().foreignTable).name),
      ),
    ]
  })
}

function postgresTables(): Found[] {
  return Object.values(postgresSchema).flatMap((value) => {
    if (!(value instanceof PgTable)) return []
    const { name, columns, primaryKeys, foreignKeys } = postgresConfig(value)
    return [
      foundOf(
        name,
        columns,
        primaryKeys,
        foreignKeys.map((key) => postgresConfig(key.reference().foreignTable).name),
      ),
    ]
  })
}

interface SchemaColumn {
  name: string
  primary: boolean
  notNull: boolean
  dataType: string
  getSQLType(): string
}

function foundOf(
  name: string,
  columns: readonly SchemaColumn[],
  primaryKeys: readonly { columns: readonly { name: string }[] }[],
  references: string[],
): Found {
  const composite = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary)
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, kind: kindOf(column), notNull: column.notNull })),
    key: composite.map((column) => column.name),
    references: references.filter((each) => each !== name),
  }
}

function kindOf(column: SchemaColumn): Column['kind'] {
  if (column.dataType === 'boolean') return 'boolean'
  const type = column.getSQLType()
  if (/^(integer|bigint)$/.test(type)) return 'integer'
  if (/^text\b/.test(type)) return 'text'
  if (/^(blob|bytea)$/.test(type)) return 'bytes'
  throw new Error(`a copy cannot carry the type '${type}' of '${column.name}'`)
}
