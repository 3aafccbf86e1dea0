import type { NewMessage } from '@acct/core'
import { sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { randomId } from './randomId.ts'
import { messages } from './schema.ts'
import { changes } from './statements.ts'

const { placeholder } = sql

/** Prepares leaving a message, as a part of the step that it tells about. */
export function insertMessage(db: Db): (message: NewMessage) => Promise<void> {
  const insert = changes(
    db.insert(messages).values({
      id: placeholder('id'),
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
    }),
  )
  return async (message) => void (await insert({ ...message, id: randomId() }))
}
