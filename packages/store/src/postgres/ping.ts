import { and, eq, gte, lt } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { wasReadOnly } from './failures.ts'
import { turns } from './schema.ts'
import { changes, first } from './statements.ts'

/**
 * Prepares asking whether the database reads, and durably writes unless it is frozen. What it writes is gone with the same
 * step.
 */
export function pingSteps({ prepared }: Connection): () => Promise<void> {
  const { read, write } = prepared((db) => ({
    look: changes(db.delete(turns).where(eq(turns.name, 'nobody'))),
    frozen: first(
      db
        .select({ name: turns.name })
        .from(turns)
        .where(and(gte(turns.name, 'frozen '), lt(turns.name, 'frozen!'))),
    ),
  }))
  return async () => {
    try {
      await write(async ({ look }) => void (await look()), { inTurn: ['ping'] })
    } catch (error) {
      // A frozen one is meant to be read, and is. Any other would only be waited for once more.
      const isFrozen = wasReadOnly(error) && (await read(({ frozen }) => frozen())) !== undefined
      if (!isFrozen) throw error
    }
  }
}
