import type { Progress } from './progress.ts'
import type { CopiedTable } from './tables.ts'

/** What stands in a column. */
export type Value = number | string | boolean | Uint8Array | null

/**
 * Rows of a table, in its order: the values of its columns; then, if it counts its rows, the number; whatever follows is of
 * the engine that they come from.
 */
export interface Page {
  readonly rows: readonly Value[][]
  /** Where to go on. */
  readonly last: Position
}

/** The order's columns in a row, such that JSON can carry them: bytes as hexadecimal digits. */
export type Position = readonly (number | string)[]

/** A database that is read. */
export interface Source {
  /** What it is called in messages, without any password. */
  readonly name: string
  count(table: CopiedTable): Promise<number>
  /** All rows in order, or those after a position. */
  pages(table: CopiedTable, after?: Position | null): AsyncIterable<Page>
  /** Which freeze it is under; undefined while it takes writes. */
  frozen(): Promise<string | undefined>
  /** Whether it is itself the beginning of a copy. */
  unfinished(): Promise<boolean>
  /** Has it refuse every write from whatever process from now on, and tells by what name. A second time changes nothing. */
  freeze(): Promise<string>
  close(): Promise<void>
}

/** A database that is copied to. */
export interface Target extends Source {
  /** The freeze whose copy has begun here; undefined in an empty one. Throws `StoreRefused` for one with rows of its own. */
  begun(tables: readonly CopiedTable[]): Promise<string | undefined>
  /** Marks it as the beginning of a copy: no server opens it until that is finished. */
  begin(freeze: string, tables: readonly CopiedTable[]): Promise<void>
  progress(table: CopiedTable): Promise<Progress>
  /** Adds a page and notes how far it has come, both or neither. Throws where another process copies as well. */
  add(table: CopiedTable, page: Page | undefined, from: Progress, to: Progress): Promise<void>
  /** Takes the mark away. */
  finish(): Promise<void>
}

/** Of how many rows a page is: pictures are large. */
export const pageSize = ({ columns, name }: CopiedTable): number =>
  name === 'picture_files' && columns.some(({ kind }) => kind === 'bytes') ? 20 : 5000

/** The position of a row: what its order's columns hold, which a source reads after everything else. */
export function positionOf(row: readonly Value[], orderColumns: number): Position {
  return row.slice(-orderColumns).map((value) => {
    if (typeof value === 'number' || typeof value === 'string') return value
    if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
    throw new Error('a key is null')
  })
}
