import { existsSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import Database from 'better-sqlite3'
import { StoreRefused } from '../refused.ts'
import { requireOurs } from './examine.ts'
import { configure } from './pragmas.ts'
import { refusing } from './refusing.ts'

/**
 * Rewrites the database, so that nothing of what was deleted stands in its unused bytes any more, and gives unused space
 * back. Reading goes on meanwhile, writing waits: about a second for 100,000 accounts. Throws `StoreRefused` for a file that
 * is not ours, or that another process does not let go of. Sizes in bytes.
 */
export function compactStore({ file }: { file: string }): { before: number; after: number } {
  const path = resolve(file)
  if (!existsSync(path)) throw new StoreRefused(path, 'it does not exist')
  return refusing(path, () => {
    requireOurs(path)
    const client = new Database(path, { fileMustExist: true })
    try {
      configure(client, path)
      const before = statSync(path).size
      client.exec('vacuum')
      // Its first column tells whether somebody was in the way: then the old pages still stand in the log.
      const isBusy = client.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0
      if (isBusy) throw new StoreRefused(path, 'another program keeps reading it: try again')
      return { before, after: statSync(path).size }
    } finally {
      client.close()
    }
  })
}
