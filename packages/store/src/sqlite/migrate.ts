import { createHash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { Migration } from '../migrations.ts'
import { type AppliedMigration, pendingOf } from '../pendingMigrations.ts'
import { StoreRefused } from '../refused.ts'

// Drizzle's own table, so that its tools read our databases. Drizzle's own migrator looks before it locks, so two
// processes starting together would both apply a migration.
const table = '__drizzle_migrations'

/** The applied migrations, oldest first; none in a database without them. */
export function appliedMigrations(client: Database.Database): AppliedMigration[] {
  const exists = client.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(table)
  if (exists === undefined) return []
  // All columns: what older programs made has no `works_from`.
  const rows = client.prepare<[], AppliedRow>(`select * from ${table} order by created_at`).all()
  return rows.map(({ created_at, works_from = null }) => ({ writtenAt: created_at, worksFrom: works_from }))
}

interface AppliedRow {
  created_at: number
  works_from?: number | null
}

/** The migrations that a database still needs. Throws `StoreRefused` if it is too new for this program. */
export function pendingMigrations(client: Database.Database, known: Migration[], file: string): Migration[] {
  const pending = pendingOf(appliedMigrations(client), known)
  if (pending === 'newer') throw new StoreRefused(file, 'it was written by a newer version of this program')
  return pending
}

/** Applies what is pending in one transaction and tells which. What another process has applied meanwhile is left out. */
export function migrate(client: Database.Database, known: Migration[], file: string): Migration[] {
  // A migration that rebuilds a table drops the old one, which must not take along what refers to it. SQLite ignores this
  // pragma inside a transaction.
  client.pragma('foreign_keys = OFF')
  try {
    return client.transaction(() => applyPending(client, known, file)).immediate()
  } finally {
    client.pragma('foreign_keys = ON')
  }
}

function applyPending(client: Database.Database, known: Migration[], file: string): Migration[] {
  const pending = pendingMigrations(client, known, file)
  if (pending.length === 0) return pending
  client.exec(
    `create table if not exists ${table} (id integer primary key autoincrement, hash text not null, created_at numeric)`,
  )
  const hasWorksFrom = client.prepare('select 1 from pragma_table_info(?) where name = ?').get(table, 'works_from')
  if (hasWorksFrom === undefined) client.exec(`alter table ${table} add column works_from numeric`)
  const note = client.prepare(`insert into ${table} (hash, created_at, works_from) values (?, ?, ?)`)
  for (const { statements, writtenAt, worksFrom } of pending) {
    for (const statement of statements) client.exec(statement)
    note.run(createHash('sha256').update(statements.join('')).digest('hex'), writtenAt, worksFrom ?? null)
  }
  if ((client.pragma('foreign_key_check') as unknown[]).length > 0) {
    throw new StoreRefused(file, 'a migration would leave rows that refer to nothing')
  }
  return pending
}
