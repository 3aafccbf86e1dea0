import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { frozenForCopy, unfinishedCopy } from '../copy/progress.ts'
import { countingRows, type MigrationState, migrationState, type RowCounts } from '../inspection.ts'
import { knownMigrations } from '../migrations.ts'
import { StoreRefused } from '../refused.ts'
import { requireOurs, withReadOnly } from './examine.ts'
import { frozenMark } from './freeze.ts'
import { appliedMigrations, pendingMigrations } from './migrate.ts'
import { configure, readPragmas } from './pragmas.ts'
import { problemsOf } from './problems.ts'
import { refusing } from './refusing.ts'
import { isUnfinished } from './unfinished.ts'

/** What is to be known about a database without changing it. */
export interface Inspection {
  file: string
  /** Size of the file, and of the changes that are not in it yet. */
  bytes: number
  walBytes: number
  /** Empty when SQLite finds every page and index in order. */
  problems: string[]
  pragmas: Record<string, string | number>
  migrations: MigrationState
  rows: RowCounts
}

/**
 * Looks a database over for its operator, page by page. Throws `StoreRefused` for a file that is missing, not ours or too
 * new.
 */
export function inspectStore({ file }: { file: string }): Inspection {
  const path = resolve(file)
  if (!existsSync(path)) throw new StoreRefused(path, 'it does not exist')
  return refusing(path, () => look(path))
}

function look(path: string): Inspection {
  requireOurs(path)
  return withReadOnly(path, (client) => {
    const known = knownMigrations()
    pendingMigrations(client, known, path)
    // A copy that `VACUUM INTO` made is in no WAL mode until it is served, and looking changes nothing.
    if (client.pragma('journal_mode', { simple: true }) === 'wal') configure(client, path)
    return {
      file: path,
      bytes: statSync(path).size,
      walBytes: statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0,
      problems: [
        ...problemsOf(client),
        ...(frozenMark(client)() === 0 ? [] : [frozenForCopy]),
        ...(isUnfinished(client) ? [unfinishedCopy] : []),
      ],
      pragmas: readPragmas(client),
      migrations: migrationState(appliedMigrations(client), known),
      rows: client.prepare(countingRows).get() as RowCounts,
    }
  })
}
