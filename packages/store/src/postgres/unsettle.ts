import { sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { unsettledFollows } from './schema.ts'
import { changes } from './statements.ts'

/**
 * Prepares noting that an account's follows are to be settled. It belongs into the step that locks, unlocks, removes or
 * hides the account, after it has changed the account's row; whoever runs that step settles the follows after its commit.
 */
export function markUnsettled(db: Db): (accountId: number) => Promise<void> {
  const mark = changes(
    db
      .insert(unsettledFollows)
      .values({ accountId: sql.placeholder('accountId') })
      .onConflictDoNothing(),
  )
  return async (accountId) => void (await mark({ accountId }))
}
