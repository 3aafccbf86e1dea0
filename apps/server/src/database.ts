import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Blobs, Clock, Stores } from '@acct/core'
import { migratePostgres, migrateStore, openPostgres, openStore, shownUrl } from '@acct/store'
import type { DatabaseLoad } from './metrics/sources.ts'
import { BadSetting } from './settings.ts'

/** Where accounts are kept. The URL has a password in it: what is shown of it is `shownDatabase`. */
export type DatabaseConfig =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string }

/** A database that is open, on either engine. */
export interface Database {
  readonly stores: Stores
  /** Files of pictures, kept in it. */
  readonly pictureFiles: (clock: Clock) => Blobs
  /** Reads and durably writes; throws `Unavailable` when one of them fails. */
  readonly ping: () => Promise<void>
  /** To be told in the tick that reads a request from its socket. */
  readonly noteArrival?: () => void
  /** How busy it is. */
  readonly load: () => DatabaseLoad
  /** Lets what is under way finish. */
  readonly close: () => Promise<void>
}

/**
 * Reads the setting, or what else is called like this; throws `BadSetting`, which never repeats the value: a password may be
 * in it.
 */
export function databaseOf(url: string | undefined, dataDir: string, called = 'ACCT_DATABASE_URL'): DatabaseConfig {
  if (url === undefined) return { kind: 'file', file: resolve(dataDir, 'acct.db') }
  if (/^postgres(ql)?:/.test(url)) return { kind: 'postgres', url: postgresUrlOf(url, called) }
  if (!url.startsWith('file:') || url === 'file:') {
    throw new BadSetting(called, "must be 'file:<path>' or 'postgres://user:password@host/database'")
  }
  return { kind: 'file', file: fileOf(url, called) }
}

function postgresUrlOf(value: string, called: string): string {
  const isWhole = URL.canParse(value) && /^\/[^/]+$/.test(new URL(value).pathname)
  if (isWhole) return value
  throw new BadSetting(
    called,
    "must be like 'postgres://user:password@host/database', with % codes for special characters in the password",
  )
}

function fileOf(url: string, called: string): string {
  if (!url.startsWith('file://')) return resolve(url.slice('file:'.length))
  try {
    return fileURLToPath(url)
  } catch {
    throw new BadSetting(called, `is no file URL of this machine: '${url}'`)
  }
}

/** Its path, or its URL without the password. */
export function shownDatabase(database: DatabaseConfig): string {
  return database.kind === 'file' ? database.file : shownUrl(database.url)
}

/** Opens it, or makes it, at this program's schema. Throws `StoreRefused` for one that must not be used. */
export async function openDatabase(database: DatabaseConfig): Promise<Database> {
  if (database.kind === 'postgres') {
    const { pool, ...store } = await openPostgres(database)
    return { ...store, load: () => ({ pool: pool() }) }
  }
  const { close, writesWaiting, ...store } = openStore(database)
  return { ...store, load: () => ({ writesWaiting: writesWaiting() }), close: async () => close() }
}

/** Brings it to this program's schema, and tells which migrations that took. Throws `StoreRefused`. */
export async function migrateDatabase(database: DatabaseConfig): Promise<{ applied: string[] }> {
  return database.kind === 'file' ? migrateStore(database) : migratePostgres(database)
}
