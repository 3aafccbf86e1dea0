import { Unavailable } from '@acct/core'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'

/** One open database and the ways to do something with it. */
export interface Connection {
  client: Database.Database
  /** For preparing statements. They are prepared once, when a store opens; a step only runs them. */
  db: BetterSQLite3Database
  /** Runs a step that only reads, with one statement. */
  read<T>(step: () => T): Promise<T>
  /** Runs a step that only reads, with several statements: all see the database as it was at one moment. */
  readAll<T>(step: () => T): Promise<T>
  /** Runs a step as one transaction that holds the write lock from its beginning. Durable once the promise resolves. */
  write<T>(step: () => T): Promise<T>
  /** Within a `write`: runs a part of the step, and takes back what it wrote unless its outcome holds. */
  attempt<T>(part: () => T, holds: (outcome: T) => boolean): T
}

/** Wraps an open client. The steps are synchronous inside, so that no two of them mix. */
export function connection(client: Database.Database): Connection {
  const begin = client.prepare('savepoint attempt')
  const takeBack = client.prepare('rollback to attempt')
  const end = client.prepare('release attempt')
  return {
    client,
    db: drizzle(client),
    read: async (step) => guarded(step),
    readAll: async (step) => guarded(() => client.transaction(step).deferred()),
    write: async (step) => guarded(() => client.transaction(step).immediate()),
    attempt: (part, holds) => {
      begin.run()
      const outcome = part()
      if (!holds(outcome)) takeBack.run()
      end.run()
      return outcome
    },
  }
}

/** The column whose uniqueness an error is about (`accounts.phone`); undefined for every other error. */
export function duplicateColumn(error: unknown): string | undefined {
  if (!(error instanceof Database.SqliteError)) return undefined
  if (error.code !== 'SQLITE_CONSTRAINT_UNIQUE' && error.code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') return undefined
  return /constraint failed: (\S+)$/.exec(error.message)?.[1]
}

/** Runs a step; what the machine cannot do now becomes `Unavailable`, the one place where it does. */
export function guarded<T>(step: () => T): T {
  try {
    return step()
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || !machine.test(error.code)) throw error
    throw new Unavailable(`the database cannot take it now: ${error.message}`, { retryAfter: 5, cause: error })
  }
}

const machine = /^SQLITE_(FULL|IOERR|BUSY|READONLY|CANTOPEN|LOCKED)/
