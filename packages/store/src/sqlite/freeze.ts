import { randomInt } from 'node:crypto'
import type Database from 'better-sqlite3'

// A frozen database takes no writes, from whatever process: each looks within its own transaction, so that what was
// acknowledged before is in the file, and nothing after. The mark is a field of the file's header that nothing else uses.

/** Prepares asking whether the database is frozen, and by what number; 0 is none. */
export function frozenMark(client: Database.Database): () => number {
  const statement = client.prepare('pragma user_version').pluck()
  return () => Number(statement.get())
}

/** Freezes it and tells by what number; one that is frozen stays so. */
export function freeze(client: Database.Database): number {
  return client
    .transaction(() => {
      const known = frozenMark(client)()
      if (known !== 0) return known
      const mark = randomInt(1, 2 ** 31)
      client.pragma(`user_version = ${mark}`)
      return mark
    })
    .immediate()
}

/** Lets it take writes again; false if it did. */
export function thaw(client: Database.Database): boolean {
  return client
    .transaction(() => {
      if (frozenMark(client)() === 0) return false
      client.pragma('user_version = 0')
      return true
    })
    .immediate()
}
