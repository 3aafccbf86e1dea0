import type { Blobs, Clock, Stores } from '@acct/core'
import { Client } from 'pg'
import { knownMigrations } from '../migrations.ts'
import { connection } from './connection.ts'
import { requireSafe } from './examine.ts'
import { migrate } from './migrate.ts'
import { pictureFileBlobs } from './pictureFiles.ts'
import { pingSteps } from './ping.ts'
import { clientConfig, createPool } from './pool.ts'
import { refusing } from './refusing.ts'
import { shownUrl } from './shownUrl.ts'
import { storesOn } from './stores.ts'
import { requireFinished } from './unfinished.ts'

/** An open database. */
export interface PostgresStore {
  stores: Stores
  /** Files of pictures, kept in this database. */
  pictureFiles(clock: Clock): Blobs
  /** Reads, and durably writes unless it is frozen; throws `Unavailable` when one of them fails. */
  ping(): Promise<void>
  /** Waits for the steps under way and closes all connections. A second call does nothing. */
  close(): Promise<void>
  /** Connections: how many there are, how many of them nobody uses, and how many steps wait for one. */
  pool(): { size: number; idle: number; waiting: number }
}

export interface PostgresOptions {
  url: string
  poolSize?: number | undefined
  connectTimeout?: number | undefined
}

/**
 * Opens a database by its URL (`postgres://user:password@host/name`) and brings it to this program's schema. Up to
 * `poolSize` connections are made, as they are needed, and who waits for one longer than `connectTimeout` (5000 milliseconds) is
 * told `Unavailable`. Throws `StoreRefused` for a database that must not be used, and leaves it as it was.
 */
export async function openStore({ url, poolSize = 10, connectTimeout }: PostgresOptions): Promise<PostgresStore> {
  await prepare(url, requireFinished)
  const pool = createPool(url, poolSize, connectTimeout)
  const connected = connection(pool)
  let closing: Promise<void> | undefined
  return {
    stores: storesOn(connected),
    pictureFiles: (clock) => pictureFileBlobs(connected, clock),
    ping: pingSteps(connected),
    close: () => {
      closing ??= pool.end()
      return closing
    },
    pool: () => ({ size: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }),
  }
}

/** Brings a database to this program's schema, and tells which migrations that took. */
export async function migrateStore({ url }: { url: string }): Promise<{ applied: string[] }> {
  return prepare(url, async () => {})
}

async function prepare(
  url: string,
  look: (client: Client, name: string) => Promise<void>,
): Promise<{ applied: string[] }> {
  const name = shownUrl(url)
  return refusing(name, async () => {
    const client = new Client(clientConfig(url))
    // What breaks is told by the statement that it broke.
    client.on('error', () => {})
    await client.connect()
    try {
      await requireSafe(client, name)
      await look(client, name)
      const applied = await migrate(client, knownMigrations('postgres'), name)
      return { applied: applied.map((migration) => migration.name) }
    } finally {
      await client.end()
    }
  })
}
