import { createHash } from 'node:crypto'
import type { Source, Value } from './end.ts'
import type { Column, CopiedTable } from './tables.ts'

/** What a table holds, on whatever engine. */
export interface Checksum {
  readonly rows: number
  /** Of its rows in their order, each as a line of JSON. In hexadecimal digits. */
  readonly sha256: string
}

/**
 * Reads a table and sums it up. Equal sums: the same rows in the same order. Numbers that only count rows up are left out,
 * what they say is the order; U+0000, which PostgreSQL's texts cannot hold, counts as what it is kept as there.
 */
export async function checksumOf(
  source: Source,
  table: CopiedTable,
  onRows: (rows: number) => void = () => {},
): Promise<Checksum> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const page of source.pages(table)) {
    hash.update(page.rows.map((row) => lineOf(table.columns, row)).join(''))
    rows += page.rows.length
    onRows(rows)
  }
  return { rows, sha256: hash.digest('hex') }
}

function lineOf(columns: readonly Column[], row: readonly Value[]): string {
  return `${JSON.stringify(columns.map((_, index) => plainOf(row[index] ?? null)))}\n`
}

function plainOf(value: Value): Value {
  if (value instanceof Uint8Array) return Buffer.from(value.buffer, value.byteOffset, value.length).toString('hex')
  return typeof value === 'string' ? storable(value) : value
}

/** A text as PostgreSQL can hold it. */
export const storable = (text: string): string => (text.includes('\0') ? text.replaceAll('\0', '\ufffd') : text)
