import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Blobs, Clock, Stores } from '@acct/core'
import Database from 'better-sqlite3'
import { knownMigrations } from '../migrations.ts'
import { StoreRefused } from '../refused.ts'
import { accountStore } from './accounts.ts'
import { auditStore } from './audit.ts'
import { codeStore } from './codes.ts'
import { type Connection, connection } from './connection.ts'
import { create } from './create.ts'
import { credentialStore } from './credentials.ts'
import { removeStaleDrafts } from './drafts.ts'
import { examine } from './examine.ts'
import { followStore } from './follows.ts'
import { foreignWrites } from './foreignWrites.ts'
import { frozenMark } from './freeze.ts'
import { identityStore } from './identities.ts'
import { jobStore } from './jobs.ts'
import { lookupStore } from './lookups.ts'
import { messageStore } from './messages.ts'
import { migrate } from './migrate.ts'
import { pictureFileBlobs } from './pictureFiles.ts'
import { pictureStore } from './pictures.ts'
import { configure } from './pragmas.ts'
import { profileStore } from './profile.ts'
import { refusing } from './refusing.ts'
import { requestStore } from './requests.ts'
import { sessionCache } from './sessionCache.ts'
import { sessionStore } from './sessions.ts'
import { ticketStore } from './tickets.ts'
import { requireFinished } from './unfinished.ts'

/** An open database. */
export interface Store {
  stores: Stores
  /** Files of pictures, kept in this database. */
  pictureFiles(clock: Clock): Blobs
  /** Reads, and durably writes unless it is frozen; throws `Unavailable` when one of them fails. */
  ping(): Promise<void>
  /** To be told in the tick that reads a request from its socket: see `ForeignWrites`. */
  noteArrival(): void
  /** How many steps wait for their turn to write. */
  writesWaiting(): number
  /** Writes what waits, and closes the database. A second call does nothing. */
  close(): void
}

/**
 * Opens the database in a file, or makes it, and brings it to this program's schema. Throws `StoreRefused` for one that
 * must not be used, and leaves it as it was.
 */
export function openStore({ file }: { file: string }): Store {
  const path = resolve(file)
  const client = refusing(path, () => {
    prepare(path)
    return openClient(path)
  })
  try {
    requireFinished(client, path)
    // Waiting for another process is done without holding up the event loop.
    client.pragma('busy_timeout = 0')
    return storesOn(connection(client))
  } catch (error) {
    client.close()
    throw error
  }
}

/** Makes the database or brings it to this program's schema, and tells which migrations that took. */
export function migrateStore({ file }: { file: string }): { applied: string[] } {
  const path = resolve(file)
  return { applied: refusing(path, () => prepare(path)) }
}

function prepare(file: string): string[] {
  const known = knownMigrations()
  prepareFolder(file)
  removeStaleDrafts(file)
  if (!existsSync(file) && create(file, known)) return known.map(({ name }) => name)
  if (examine(file, known).length === 0) return []
  const client = openClient(file)
  try {
    if (frozenMark(client)() !== 0) throw new StoreRefused(file, 'its schema is old, and it is frozen for a copy')
    return migrate(client, known, file).map(({ name }) => name)
  } finally {
    client.close()
  }
}

function prepareFolder(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  accessSync(dirname(file), constants.R_OK | constants.W_OK | constants.X_OK)
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK)
}

function openClient(file: string): Database.Database {
  const client = new Database(file, { fileMustExist: true })
  try {
    configure(client, file)
    return client
  } catch (error) {
    client.close()
    throw error
  }
}

function storesOn(connection: Connection): Store {
  const { client, close, read, write, writesWaiting } = connection
  const foreign = foreignWrites(client)
  const cache = sessionCache(client, foreign)
  const look = client.prepare('select 1 from accounts where id = 0')
  const isFrozen = frozenMark(client)
  // Writes what stands in a field of the file's header already, which is durable as any write is.
  const note = client.prepare('pragma user_version = 0')
  return {
    stores: onDemand({
      accounts: () => accountStore(connection),
      audit: () => auditStore(connection),
      codes: () => codeStore(connection),
      credentials: () => credentialStore(connection),
      follows: () => followStore(connection),
      identities: () => identityStore(connection),
      jobs: () => jobStore(connection),
      lookups: () => lookupStore(connection),
      messages: () => messageStore(connection),
      pictures: () => pictureStore(connection),
      profile: () => profileStore(connection, cache),
      requests: () => requestStore(connection),
      sessions: () => sessionStore(connection, cache),
      tickets: () => ticketStore(connection),
    }),
    pictureFiles: (clock) => pictureFileBlobs(connection, clock),
    ping: async () => {
      await read(() => look.get())
      // A frozen one is meant to be read, and is.
      if (!(await read(() => isFrozen() !== 0))) await write(() => note.run())
    },
    noteArrival: foreign.noteArrival,
    writesWaiting,
    close,
  }
}

/** Stores that are made when somebody first asks for them: preparing all statements takes longer than opening the file. */
function onDemand(make: { [Area in keyof Stores]: () => Stores[Area] }): Stores {
  const made: Partial<Stores> = {}
  const stores = {}
  for (const [area, makeOne] of Object.entries(make)) {
    const get = () => {
      made[area as never] ??= makeOne() as never
      return made[area as never]
    }
    Object.defineProperty(stores, area, { enumerable: true, get })
  }
  return stores as Stores
}
