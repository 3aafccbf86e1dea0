import { type SQL, sql } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Db } from './connection.ts'
import { changes } from './statements.ts'

/** Which rows a statement is to change. */
interface Some {
  table: PgTable
  /** The columns of its primary key. */
  key: readonly PgColumn[]
  where: SQL | undefined
  /** Housekeeping leaves rows that a step has locked for the next time; where all must be met, it waits for them. */
  locked?: 'left' | 'waitedFor'
}

/** Prepares removing up to `limit` rows; it tells how many. */
export function removeSome(db: Db, some: Some) {
  const { found, isFound } = lockSome(db, some)
  return changes(db.with(found).delete(some.table).where(isFound))
}

/** A part of a statement that finds up to `limit` rows, once, and locks them; and the condition that a row is one of them. */
export function lockSome(db: Db, { table, key, where, locked = 'left' }: Some) {
  const columns = Object.fromEntries(key.map((column) => [column.name, column]))
  const found = db.$with('found').as(
    db
      .select(columns)
      .from(table)
      .where(where)
      .limit(sql.placeholder('limit'))
      .for('update', locked === 'left' ? { skipLocked: true } : {}),
  )
  const names = sql.join(
    key.map(({ name }) => sql.identifier(name)),
    sql`, `,
  )
  return { found, isFound: sql`(${sql.join([...key], sql`, `)}) in (select ${names} from found)` }
}
