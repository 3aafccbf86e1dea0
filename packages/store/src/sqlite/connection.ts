import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'
import { alongside } from '../alongside.ts'
import { asUnavailable, isBusy } from './machinery.ts'
import { writeQueue } from './writeQueue.ts'

/** One open database and the ways to do something with it. */
export interface Connection {
  client: Database.Database
  /** For preparing statements. They are prepared once, when a store opens; a step only runs them. */
  db: BetterSQLite3Database
  /** Runs a step that only reads, with one statement. */
  read<T>(step: () => T): Promise<T>
  /** Runs a step that only reads, with several statements: all see the database as it was at one moment. */
  readAll<T>(step: () => T): Promise<T>
  /** Runs a step as a whole or not at all, while nobody else writes. Durable once the promise resolves. */
  write<T>(step: () => T): Promise<T>
  /** Calls a store's method that is one `write`, and has `more` written with its step, by the step's outcome. */
  along<T>(more: (outcome: unknown) => void, method: () => Promise<T>): Promise<T>
  /** Within a `write`: runs a part of the step, and takes back what it wrote unless its outcome holds. */
  attempt<T>(part: () => T, holds: (outcome: T) => boolean): T
  /** How many `write`s wait for their turn. */
  writesWaiting(): number
  /** Writes what waits and closes the database. */
  close(): void
}

// Only while another process repairs the log after a crash, or closes it, does a read have to wait.
const patience = 5000
const pause = 5

/** Wraps an open client. The steps are synchronous inside, so that no two of them mix. */
export function connection(client: Database.Database): Connection {
  const begin = client.prepare('savepoint attempt')
  const takeBack = client.prepare('rollback to attempt')
  const end = client.prepare('release attempt')
  const queue = writeQueue(client)
  const { call, take } = alongside<(outcome: unknown) => void>()
  const read = async <T>(step: () => T): Promise<T> => {
    for (let waited = 0; ; waited += pause) {
      try {
        return step()
      } catch (error) {
        if (!isBusy(error) || waited >= patience) throw asUnavailable(error)
        await setTimeout(pause)
      }
    }
  }
  return {
    client,
    db: drizzle(client),
    read,
    readAll: (step) => read(() => client.transaction(step).deferred()),
    write: async (step) => {
      const more = take()
      try {
        return await queue.add(more === undefined ? step : both(step, more))
      } catch (error) {
        throw asUnavailable(error)
      }
    },
    along: call,
    attempt: (part, holds) => {
      begin.run()
      const outcome = part()
      if (!holds(outcome)) takeBack.run()
      end.run()
      return outcome
    },
    writesWaiting: queue.length,
    close: () => {
      queue.drain()
      client.close()
    },
  }
}

function both<T>(step: () => T, more: (outcome: unknown) => void): () => T {
  return () => {
    const outcome = step()
    more(outcome)
    return outcome
  }
}

/** The column whose uniqueness an error is about (`accounts.phone`); undefined for every other error. */
export function duplicateColumn(error: unknown): string | undefined {
  if (!(error instanceof Database.SqliteError)) return undefined
  if (error.code !== 'SQLITE_CONSTRAINT_UNIQUE' && error.code !== 'SQLITE_CONSTRAINT_PRIMARYKEY') return undefined
  return /constraint failed: (\S+)$/.exec(error.message)?.[1]
}
