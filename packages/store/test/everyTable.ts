import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'
import { copiedTables } from '../src/copy/tables.ts'
import { openStore } from '../src/index.ts'

/** Numbers that look random and are the same for the same seed. */
function seeded(seed: string): (below: number) => number {
  let counter = 0
  return (below) => {
    counter += 1
    const digest = createHash('sha256').update(`${seed} ${counter}`).digest()
    return Number(digest.readBigUInt64BE() % BigInt(below))
  }
}

/** What a text may have in it that something on the way could take for something else. */
const pieces = [
  'a',
  'Z',
  '李雷',
  '😀',
  '"',
  "'",
  '\\',
  '{',
  '}',
  ',',
  '\n',
  '\t',
  '\0',
  'NULL',
  '%',
  ' ',
  '\u202e',
  'é',
]

/** PostgreSQL keeps these as 32 bits. */
const small = new Set(['wrong', 'attempts'])

interface ColumnInfo {
  name: string
  notnull: 0 | 1
  pk: number
}

/**
 * Makes a database file with so many rows in every table there is, or as many as `more` says, of values that mean nothing
 * and contain everything.
 */
export function fillEveryTable(
  file: string,
  seed: string,
  rows = 40,
  more: Readonly<Record<string, number>> = {},
): void {
  openStore({ file }).close()
  const client = new Database(file)
  client.pragma('synchronous = off')
  const next = seeded(seed)
  const ids = new Map<string, number[]>()
  client.exec('begin')
  for (const { name, columns, order } of copiedTables()) {
    const infos = client.pragma(`table_info(${name})`) as ColumnInfo[]
    const own: number[] = []
    const isOptional = (column: string) =>
      infos.some((info) => info.name === column && info.notnull === 0 && info.pk === 0)
    const insert = client.prepare(
      `insert into "${name}" (${columns.map((column) => `"${column.name}"`).join(', ')})
       values (${columns.map(() => '?').join(', ')})`,
    )
    for (let row = 0; row < (more[name] ?? rows); row += 1) {
      const isWithout = next(4) === 0
      const values = columns.map((column, index) => {
        if (isOptional(column.name) && isWithout) return null
        // An account has one of some things: these go through all of them.
        const parents = ids.get(parentOf(column.name) ?? '')
        if (parents !== undefined) return parents[row % parents.length] ?? null
        if (column.kind === 'boolean') return next(2)
        if (column.kind === 'integer') return small.has(column.name) ? next(5) : 1 + next(2 ** 52 - 1)
        const text = `${Array.from({ length: next(6) }, () => pieces[next(pieces.length)]).join('')}${row}`
        // Keys are addresses, hashes and names that were looked at: none has a U+0000.
        const isKey = order.sqlite.some((key) => key.name === column.name)
        if (column.kind === 'text') return isKey ? text.replaceAll('\0', '') : text
        // Also none at all, where none is unique.
        const length = index === 0 || column.name.endsWith('hash') ? 32 : next(300)
        return createHash('shake256', { outputLength: length || 1 })
          .update(`${seed} ${row}`)
          .digest()
      })
      insert.run(...values)
      own.push(Number(values[0]))
    }
    ids.set(name, own)
  }
  client.exec('commit')
  client.close()
}

const parentOf = (column: string) => ({ account_id: 'accounts', session_id: 'sessions' })[column]
