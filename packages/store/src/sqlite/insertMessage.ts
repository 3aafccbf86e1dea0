import type { NewMessage } from '@acct/core'
import { sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { messages } from './schema.ts'

const { placeholder } = sql

/** Prepares leaving a message, as a part of the step that it tells about. */
export function insertMessage(db: BetterSQLite3Database): (message: NewMessage) => void {
  const insert = db
    .insert(messages)
    .values({
      channel: placeholder('channel'),
      to: placeholder('to'),
      toKey: placeholder('toKey'),
      purpose: placeholder('purpose'),
      scope: placeholder('scope'),
      sealed: placeholder('sealed'),
      state: placeholder('state'),
      at: placeholder('at'),
      dueAt: placeholder('at'),
      expiresAt: placeholder('expiresAt'),
    })
    .prepare()
  return (message) => void insert.run({ ...message })
}
