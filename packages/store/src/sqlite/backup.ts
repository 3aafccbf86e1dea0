import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { countingRows, type RowCounts } from '../inspection.ts'
import { knownMigrations } from '../migrations.ts'
import { StoreRefused } from '../refused.ts'
import { copyDatabase, requireWhole } from './copy.ts'
import { draftOf, removeDraft, removeStaleDrafts, syncPath } from './drafts.ts'
import { requireOurs, withReadOnly } from './examine.ts'
import { asyncRefusing } from './refusing.ts'

/** A backup that was made. */
export interface Backup {
  /** Where it is. */
  file: string
  bytes: number
  rows: RowCounts
  /** The names of the avatars' files that it speaks of. */
  pictures: string[]
}

/**
 * Copies the database of a running server, or of none, into another file: as it is at one moment, everything that was
 * acknowledged before included. The copy is checked page by page, and appears in its place whole and durable or not at
 * all. Throws `StoreRefused`, also for a place that is taken unless `replaces`.
 */
export async function backupStore(input: { file: string; to: string; replaces?: boolean }): Promise<Backup> {
  const [from, to] = [resolve(input.file), resolve(input.to)]
  if (from === to) throw new StoreRefused(to, 'it is the database itself')
  if (!existsSync(from)) throw new StoreRefused(from, 'it does not exist')
  requireFree(to, input.replaces)
  const draft = draftOf(to)
  return asyncRefusing(to, async () => {
    requireOurs(from)
    removeStaleDrafts(to)
    removeDraft(draft)
    try {
      await copyDatabase(from, draft)
      requireWhole(draft, knownMigrations(), to)
      const found = withReadOnly(draft, (client) => ({
        rows: client.prepare(countingRows).get() as RowCounts,
        pictures: client.prepare("select name from pictures where kind = 'avatar'").pluck().all() as string[],
      }))
      syncPath(draft)
      if (input.replaces) renameSync(draft, to)
      else publishNew(draft, to)
      syncPath(dirname(to))
      return { file: to, bytes: statSync(to).size, ...found }
    } finally {
      removeDraft(draft)
    }
  })
}

function requireFree(to: string, replaces = false): void {
  if (!replaces && existsSync(to)) throw new StoreRefused(to, 'it exists already (--force replaces it)')
}

/** Unlike renaming, a link fails where somebody was faster. Disks that backups go to may know no links. */
function publishNew(draft: string, to: string): void {
  try {
    linkSync(draft, to)
    rmSync(draft)
  } catch (error) {
    if (!withoutLinks.has((error as NodeJS.ErrnoException).code)) throw error
    requireFree(to)
    renameSync(draft, to)
  }
}

const withoutLinks = new Set<string | undefined>(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EEXIST'])
