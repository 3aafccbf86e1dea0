import type { RequestStore } from '@acct/core'
import { lt, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { requestCounts } from './schema.ts'
import { rows } from './statements.ts'
import { removeSome } from './sweeping.ts'

const { placeholder } = sql

/** Requests on PostgreSQL. */
export function requestStore({ prepared }: Connection): RequestStore {
  const { change } = prepared(statements)
  return {
    add: async ({ minute, counts }) => {
      // In one order everywhere, so that two processes that add the same sources never wait for each other.
      const sorted = counts.toSorted((one, other) => (one.source < other.source ? -1 : 1))
      const sources = sorted.map(({ source }) => source)
      const requests = sorted.map((count) => count.requests)
      const added = await change(({ add }) => add({ minute, sources, requests }))
      const totals = new Map(added.map((row) => [row.source, row.requests]))
      return counts.map(({ source }) => totals.get(source) ?? 0)
    },
    removeOld: (before, limit) => change(({ removeOld }) => removeOld({ before, limit })),
  }
}

function statements(db: Db) {
  const { source, minute, requests } = requestCounts
  return {
    add: rows(
      db
        .insert(requestCounts)
        .select(
          sql`select unnest(${placeholder('sources')}::text[]), ${placeholder('minute')}::bigint, unnest(${placeholder('requests')}::bigint[])`,
        )
        .onConflictDoUpdate({
          target: [source, minute],
          set: { requests: sql`${requests} + excluded.requests` },
        })
        .returning({ source, requests }),
    ),
    removeOld: removeSome(db, {
      table: requestCounts,
      key: [source, minute],
      where: lt(minute, placeholder('before')),
    }),
  }
}
