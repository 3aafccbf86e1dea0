import { DrizzleQueryError } from 'drizzle-orm'

// Each prepares a statement of Drizzle's on the connection that it was built for, and returns a function that runs it.
// PostgreSQL parses it at its first run there and, after a few, plans it no more.

type Values = Record<string, unknown>

/** A statement as Drizzle builds it. */
interface Preparable<Result> {
  prepare(name: string): { execute(values: Values): Promise<Result> }
}

/** Prepares a statement that returns rows. */
export function rows<Row>(statement: Preparable<Row[]>): (values?: Values) => Promise<Row[]> {
  return prepared(statement)
}

/** Prepares a statement that returns a row or none. */
export function first<Row>(statement: Preparable<Row[]>): (values?: Values) => Promise<Row | undefined> {
  const run = prepared(statement)
  return async (values) => (await run(values))[0]
}

/** Prepares a statement that changes rows, and tells how many it did. */
export function changes(statement: Preparable<{ rowCount: number | null }>): (values?: Values) => Promise<number> {
  const run = prepared(statement)
  return async (values) => (await run(values)).rowCount ?? 0
}

let names = 0

function prepared<Result>(statement: Preparable<Result>): (values?: Values) => Promise<Result> {
  names += 1
  const query = statement.prepare(`acct_${names}`)
  return async (values = {}) => {
    try {
      return await query.execute(storable(values))
    } catch (error) {
      // Drizzle's own error says the values, password hashes and addresses among them, which no log must show.
      throw error instanceof DrizzleQueryError ? error.cause : error
    }
  }
}

/** The same values as PostgreSQL can take them: its texts hold every character but this one. */
function storable(values: Values): Values {
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string' && value.includes('\0')) {
      return storable({ ...values, [name]: value.replaceAll('\0', '\ufffd') })
    }
  }
  return values
}
