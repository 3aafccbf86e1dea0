import { eq } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { turns } from './schema.ts'
import { changes } from './statements.ts'

/** Prepares asking whether the database reads and durably writes. What it writes is gone with the same step. */
export function pingSteps({ prepared }: Connection): () => Promise<void> {
  const { write } = prepared((db) => ({ look: changes(db.delete(turns).where(eq(turns.name, 'nobody'))) }))
  return () => write(async ({ look }) => void (await look()), { inTurn: ['ping'] })
}
