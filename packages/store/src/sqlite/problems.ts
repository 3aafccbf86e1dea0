import type Database from 'better-sqlite3'

/** What SQLite finds out of order, page by page and row by row; nothing, of a database that is well. */
export function problemsOf(client: Database.Database): string[] {
  const pages = client.pragma('integrity_check') as { integrity_check: string }[]
  const references = client.pragma('foreign_key_check') as { table: string; rowid: number; parent: string }[]
  return [
    ...pages.map((row) => row.integrity_check).filter((line) => line !== 'ok'),
    ...references.map(({ table, rowid, parent }) => `row ${rowid} of ${table} refers to nothing in ${parent}`),
  ]
}
