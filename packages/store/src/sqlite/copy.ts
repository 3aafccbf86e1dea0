import { chmodSync, statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import type { Migration } from '../migrations.ts'
import { StoreRefused } from '../refused.ts'
import { requireOurs, withReadOnly } from './examine.ts'
import { pendingMigrations } from './migrate.ts'
import { problemsOf } from './problems.ts'

/** What must stay free beside a copy, in bytes: a disk that is full to the last byte stops whoever writes there. */
const reserve = 16 * 2 ** 20

/**
 * Copies a database as it is at one moment, whoever writes to it meanwhile, by SQLite's backup. The copy is one file, which
 * only its owner can read, and is not yet durable. Throws `StoreRefused` where the disk is too small for it.
 */
export async function copyDatabase(from: string, to: string): Promise<void> {
  requireRoom(from, to)
  const source = new Database(from, { readonly: true, fileMustExist: true })
  try {
    source.pragma('busy_timeout = 5000')
    // All pages in one step, which is one reader's moment: between two steps another process could write, and SQLite would
    // begin from the start, again and again.
    await source.backup(to, { progress: () => Number.MAX_SAFE_INTEGER })
  } finally {
    source.close()
  }
  chmodSync(to, 0o600)
  const copy = new Database(to, { fileMustExist: true })
  try {
    // Without a log beside it, the copy is whole wherever this one file is carried.
    copy.pragma('journal_mode = delete')
  } finally {
    copy.close()
  }
}

/** Throws `StoreRefused` unless a copy is whole, ours and not newer than this program. `shown` is what it is called. */
export function requireWhole(file: string, known: Migration[], shown = file): void {
  requireOurs(file)
  withReadOnly(file, (client) => {
    const [problem] = problemsOf(client)
    if (problem !== undefined) throw new StoreRefused(shown, `it is damaged: ${problem}`)
    if (pendingMigrations(client, known, shown).length === known.length) {
      throw new StoreRefused(shown, 'it is damaged: it has no schema')
    }
  })
}

function requireRoom(from: string, to: string): void {
  const needed = statSync(from).size + (statSync(`${from}-wal`, { throwIfNoEntry: false })?.size ?? 0) + reserve
  const { bavail, bsize } = statfsSync(dirname(to))
  const free = bavail * bsize
  if (free < needed) {
    throw new StoreRefused(
      from,
      `a copy in '${dirname(to)}' needs ${mebibytes(needed)} MiB, and ${mebibytes(free)} are free`,
    )
  }
}

const mebibytes = (bytes: number) => Math.ceil(bytes / 2 ** 20)
