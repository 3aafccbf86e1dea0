import type { MessageStore } from '@acct/core'
import { desc, eq, lt, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { messages } from './schema.ts'

const { placeholder } = sql

/** Messages on SQLite. */
export function messageStore({ db, read, write }: Connection): MessageStore {
  const newest = db.select().from(messages).orderBy(desc(messages.id)).limit(placeholder('limit')).prepare()
  const newestTo = db
    .select()
    .from(messages)
    .where(eq(messages.to, placeholder('to')))
    .orderBy(desc(messages.id))
    .limit(placeholder('limit'))
    .prepare()
  const removeOld = db
    .delete(messages)
    .where(lt(messages.at, placeholder('before')))
    .limit(placeholder('limit'))
    .prepare()

  return {
    list: ({ to, limit }) => read(() => (to === undefined ? newest.all({ limit }) : newestTo.all({ to, limit }))),
    removeOld: (before, limit) => write(() => removeOld.run({ before, limit }).changes),
  }
}
