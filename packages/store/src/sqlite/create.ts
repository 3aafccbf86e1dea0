import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Migration } from '../migrations.ts'
import { StoreRefused } from '../refused.ts'
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
  const draft = `${file}.new-${process.pid}`
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

/** Removes drafts that processes left which are no more. */
export function removeStaleDrafts(file: string): void {
  const prefix = `${basename(file)}.new-`
  for (const name of readdirSync(dirname(file))) {
    const pid = name.startsWith(prefix) ? /^\d+/.exec(name.slice(prefix.length))?.[0] : undefined
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(dirname(file), name), { force: true })
  }
}

function publish(draft: string, file: string): boolean {
  try {
    linkSync(draft, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  syncFolder(dirname(file))
  return true
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

function removeDraft(draft: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(draft + suffix, { force: true })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
