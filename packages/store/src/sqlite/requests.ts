import type { RequestStore } from '@acct/core'
import { lt, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { requestCounts } from './schema.ts'

const { placeholder } = sql

/** Requests on SQLite. */
export function requestStore({ db, write }: Connection): RequestStore {
  const add = db
    .insert(requestCounts)
    .values({ source: placeholder('source'), minute: placeholder('minute'), requests: placeholder('requests') })
    .onConflictDoUpdate({
      target: [requestCounts.source, requestCounts.minute],
      set: { requests: sql`${requestCounts.requests} + excluded.requests` },
    })
    .returning({ requests: requestCounts.requests })
    .prepare()
  const removeOld = db
    .delete(requestCounts)
    .where(lt(requestCounts.minute, placeholder('before')))
    .limit(placeholder('limit'))
    .prepare()

  return {
    add: ({ minute, counts }) => write(() => counts.map((count) => add.get({ ...count, minute }).requests)),
    removeOld: (before, limit) => write(() => removeOld.run({ before, limit }).changes),
  }
}
