import type { Session, TokenStart } from '@acct/core'
import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { tokens } from './schema.ts'

const { placeholder } = sql

/** Prepares adding a token to a session, as a part of a step that knows that there is one. */
export function insertToken(db: BetterSQLite3Database): (session: Session, token: TokenStart) => void {
  const insert = db
    .insert(tokens)
    .values({
      tokenHash: placeholder('tokenHash'),
      kind: placeholder('kind'),
      sessionId: placeholder('sessionId'),
      expiresAt: placeholder('expiresAt'),
    })
    .prepare()
  return ({ id }, token) => void insert.run({ ...token, sessionId: id })
}
