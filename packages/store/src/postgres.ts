import type { PostgresInspection } from './postgres/inspect.ts'
import type { PostgresOptions, PostgresStore } from './postgres/open.ts'

export type { PostgresInspection, PostgresStore }

// Loaded when it is asked for: whoever keeps accounts in SQLite does not pay for the other engine's driver at each start.
const engine = () => import('./postgres/open.ts')

/**
 * Opens a PostgreSQL database by its URL (`postgres://user:password@host/name`) and brings it to this program's schema. Up
 * to `poolSize` connections (10) are made, as they are needed, and waited for up to `connectTimeout` (5000 milliseconds). Throws
 * `StoreRefused` for one that must not be used, and leaves it as it was.
 */
export async function openPostgres(input: PostgresOptions): Promise<PostgresStore> {
  return (await engine()).openStore(input)
}

/** Brings a PostgreSQL database to this program's schema, and tells which migrations that took. */
export async function migratePostgres(input: { url: string }): Promise<{ applied: string[] }> {
  return (await engine()).migrateStore(input)
}

/** Looks a PostgreSQL database over without changing it. Throws `StoreRefused` for one that is not ours or not reachable. */
export async function inspectPostgres(input: { url: string }): Promise<PostgresInspection> {
  return (await import('./postgres/inspect.ts')).inspectStore(input)
}
