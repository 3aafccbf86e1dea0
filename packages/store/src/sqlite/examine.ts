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

/** Opens a database for reading only. */
export function withReadOnly<T>(file: string, look: (client: Database.Database) => T): T {
  const client = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return look(client)
  } finally {
    client.close()
  }
}

/** Judges a file by its header, which SQLite need not open: what is not a database of ours gets no SQLite files beside it. */
export function requireOurs(file: string): void {
  const header = readStart(file, 100)
  if (header.length < 100) throw new StoreRefused(file, 'it is damaged: too short for a database')
  if (header.toString('latin1', 0, 16) !== 'SQLite format 3\0') throw new StoreRefused(file, 'it is not a database')
  if (header.readUInt32BE(68) !== applicationId) throw new StoreRefused(file, 'it belongs to another program')
}

function readStart(file: string, length: number): Buffer {
  const descriptor = openSync(file, 'r')
  try {
    const start = Buffer.alloc(length)
    return start.subarray(0, readSync(descriptor, start))
  } finally {
    closeSync(descriptor)
  }
}
