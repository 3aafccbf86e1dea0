import type { ClientBase } from 'pg'
import { progressTable, unfinishedCopy } from '../copy/progress.ts'
import { StoreRefused } from '../refused.ts'

/** Whether a copy into this database has begun and has not come to its end. */
export async function isUnfinished(client: ClientBase): Promise<boolean> {
  const { rowCount } = await client.query(
    'select 1 from pg_catalog.pg_tables where schemaname = current_schema() and tablename = $1',
    [progressTable],
  )
  return rowCount === 1
}

/** Throws `StoreRefused` for the beginning of a copy: what is still missing must not be missed by anybody. */
export async function requireFinished(client: ClientBase, name: string): Promise<void> {
  if (await isUnfinished(client)) throw new StoreRefused(name, unfinishedCopy)
}
