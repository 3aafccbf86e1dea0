import { sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { turns } from './schema.ts'
import { changes } from './statements.ts'

/** Turns of a transaction. */
export interface Turns {
  /** Waits until no other transaction has one of these. */
  take(names: readonly string[]): Promise<void>
  /** Removes what taking them wrote; they are kept until the end of the transaction. */
  leave(names: readonly string[]): Promise<void>
}

/** Prepares taking turns. */
export function takeTurns(db: Db): Turns {
  const names = sql`${sql.placeholder('names')}::text[]`
  const take = changes(
    db
      .insert(turns)
      .select(sql`select unnest(${names})`)
      .onConflictDoUpdate({ target: turns.name, set: { name: sql`excluded.name` } }),
  )
  const leave = changes(db.delete(turns).where(sql`${turns.name} = any(${names})`))
  return {
    // In the same order everywhere, so that two never wait for each other.
    take: async (wanted) => void (await take({ names: [...new Set(wanted)].sort() })),
    leave: async (taken) => void (await leave({ names: taken })),
  }
}

/** Who counts something and acts by the count takes a turn under what it is counted: nobody else counts meanwhile. */
export const turnOf = {
  /** The codes of an address. */
  codes: (subject: string) => `codes ${subject}`,
  /** The messages that a source causes. */
  sendings: (source: string) => `sendings ${source}`,
  lookups: (source: string) => `lookups ${source}`,
  tries: (subject: string) => `tries ${subject}`,
  /** Who verifies or claims an address: a claim of a verified one is refused or dropped, whichever comes first. */
  address: (key: string) => `address ${key}`,
}
