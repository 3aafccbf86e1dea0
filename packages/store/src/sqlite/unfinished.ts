import type Database from 'better-sqlite3'
import { progressTable, unfinishedCopy } from '../copy/progress.ts'
import { StoreRefused } from '../refused.ts'

/** Whether a copy into this database has begun and has not come to its end. */
export const isUnfinished = (client: Database.Database): boolean =>
  client.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(progressTable) !== undefined

/** Throws `StoreRefused` for the beginning of a copy: what is still missing must not be missed by anybody. */
export function requireFinished(client: Database.Database, path: string): void {
  if (isUnfinished(client)) throw new StoreRefused(path, unfinishedCopy)
}
