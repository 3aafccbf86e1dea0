import type Database from 'better-sqlite3'
import { StoreRefused } from '../refused.ts'

/** What makes a file ours, in SQLite's own field for it: "acct" in ASCII. */
export const applicationId = 0x61636374

// Each is read back after it was set. An existing WAL database, above all, opens with synchronous=NORMAL here, which may
// lose an acknowledged write when the power fails.
const required = {
  busy_timeout: 5000,
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
} as const

/** Sets what every connection needs; throws `StoreRefused` if SQLite did not take it. */
export function configure(client: Database.Database, file: string): void {
  for (const [name, value] of Object.entries(required)) {
    client.pragma(`${name} = ${value}`)
    const actual = client.pragma(name, { simple: true })
    if (actual !== value) throw new StoreRefused(file, `'PRAGMA ${name}' could not be set to ${value}: it is ${actual}`)
  }
}

/** The same settings as a connection has them now, and those of the file. */
export function readPragmas(client: Database.Database): Record<string, string | number> {
  const names = [...Object.keys(required), 'application_id', 'page_size', 'page_count', 'freelist_count']
  return Object.fromEntries(names.map((name) => [name, client.pragma(name, { simple: true }) as string | number]))
}
