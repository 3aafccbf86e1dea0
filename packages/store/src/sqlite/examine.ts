import { closeSync, openSync, readSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import type { Migration } from '../migrations.ts'
import { StoreRefused } from '../refused.ts'
import { pendingMigrations } from './migrate.ts'
import { applicationId } from './pragmas.ts'

// Reading every page of a larger file would make each start slow; there only the schema and the migrations are read.
const checkedUpTo = 64 * 1024 * 1024

/**
 * Looks at an existing database without writing to it, and tells which migrations it needs. Throws `StoreRefused` for
 * one that is damaged, not ours, or newer than this program.
 */
export function examine(file: string, known: Migration[]): Migration[] {
  requireOurs(file)
  return withReadOnly(file, (client) => {
    if (statSync(file).size <= checkedUpTo) {
      const [problem] = client.pragma('quick_check(1)') as { quick_check: string }[]
      if (problem?.quick_check !== 'ok') throw new StoreRefused(file, `it is damaged: ${problem?.quick_check}`)
    }
    const pending = pendingMigrations(client, known, file)
    if (pending.length === known.length) throw new StoreRefused(file, 'it is damaged: it has no schema')
    return pending
  })
}

/** Opens a database for reading only. What SQLite cannot make sense of is `StoreRefused`. */
export function withReadOnly<T>(file: string, look: (client: Database.Database) => T): T {
  let client: Database.Database | undefined
  try {
    client = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    return look(client)
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error
    throw new StoreRefused(file, refusal(error), { cause: error })
  } finally {
    client?.close()
  }
}

/** Judges a file by its header, which SQLite need not open: what is not a database of ours gets no SQLite files beside it. */
export function requireOurs(file: string): void {
  const header = Buffer.alloc(100)
  if (readHeader(file, header) < header.length) throw new StoreRefused(file, 'it is damaged: too short for a database')
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new StoreRefused(file, 'it is not a database')
  if (header.readUInt32BE(68) !== applicationId) throw new StoreRefused(file, 'it belongs to another program')
}

function readHeader(file: string, into: Buffer): number {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, 'r')
    return readSync(descriptor, into, 0, into.length, 0)
  } catch (error) {
    throw new StoreRefused(file, `it cannot be read (${(error as NodeJS.ErrnoException).code})`, { cause: error })
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}

function refusal({ code, message }: InstanceType<typeof Database.SqliteError>): string {
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return `it is damaged: ${message}`
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'another program holds it locked'
  return `it cannot be opened: ${message}`
}
