import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { unsettledFollows } from './schema.ts'

/**
 * Prepares noting that an account's follows are to be settled. It belongs into the step that locks, unlocks, removes or
 * hides the account; whoever runs that step settles the follows after its commit.
 */
export function markUnsettled(db: BetterSQLite3Database): (accountId: number) => void {
  const mark = db
    .insert(unsettledFollows)
    .values({ accountId: sql.placeholder('accountId') })
    .onConflictDoNothing()
    .prepare()
  return (accountId) => void mark.run({ accountId })
}
