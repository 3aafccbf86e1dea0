import type { Session, TokenStart } from '@acct/core'
import { sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { tokens } from './schema.ts'
import { changes } from './statements.ts'

const { placeholder } = sql

/** Prepares adding a token to a session, as a part of the step that begins it. */
export function insertToken(db: Db): (session: Session, token: TokenStart) => Promise<void> {
  const insert = changes(
    db.insert(tokens).values({
      tokenHash: placeholder('tokenHash'),
      kind: placeholder('kind'),
      sessionId: placeholder('sessionId'),
      expiresAt: placeholder('expiresAt'),
    }),
  )
  return async ({ id }, token) => void (await insert({ ...token, sessionId: id }))
}
