import type { PostgresStore } from './postgres/open.ts'

export type { PostgresStore }

// Loaded when it is asked for: whoever keeps accounts in SQLite does not pay for the other engine's driver at each start.
const engine = () => import('./postgres/open.ts')

/**
 * Opens a PostgreSQL database by its URL (`postgres://user:password@host/name`) and brings it to this program's schema. Up
 * to `poolSize` connections (10) are made, as they are needed. Throws `StoreRefused` for one that must not be used, and
 * leaves it as it was.
 */
export async function openPostgres(input: { url: string; poolSize?: number }): Promise<PostgresStore> {
  return (await engine()).openStore(input)
}

/** Brings a PostgreSQL database to this program's schema, and tells which migrations that took. */
export async function migratePostgres(input: { url: string }): Promise<{ applied: string[] }> {
  return (await engine()).migrateStore(input)
}
