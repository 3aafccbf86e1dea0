import { chmodSync, existsSync, linkSync, statSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Migration } from '../migrations.ts'
import { StoreRefused } from '../refused.ts'
import { draftOf, removeDraft, syncPath } from './drafts.ts'
import { migrate } from './migrate.ts'
import { applicationId, configure } from './pragmas.ts'

/**
 * Makes a new database beside its place and links it there when it is complete, so that a crash at any moment leaves
 * nothing or a whole database. Where another process was faster, its database stays; false then.
 */
export function create(file: string, known: Migration[]): boolean {
  // In this order: another process that has just made the database may already be writing to it.
  const changes = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  if (changes > 0 && !existsSync(file)) {
    throw new StoreRefused(file, `it is missing, but '${basename(file)}-wal' still holds changes made to it`)
  }
  const draft = draftOf(file)
  try {
    removeDraft(draft)
    const client = new Database(draft)
    try {
      configure(client, file)
      client.pragma(`application_id = ${applicationId}`)
      migrate(client, known, file)
      client.pragma('wal_checkpoint(TRUNCATE)')
    } finally {
      client.close()
    }
    // It will hold names and password hashes. SQLite gives its -wal and -shm the same mode.
    chmodSync(draft, 0o600)
    return publish(draft, file)
  } finally {
    removeDraft(draft)
  }
}

function publish(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  syncPath(dirname(file))
  return true
}
