import type { JobStore } from '@acct/core'
import { sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { jobs } from './schema.ts'
import { changes } from './statements.ts'

const { placeholder } = sql

/** Jobs on PostgreSQL. */
export function jobStore({ prepared }: Connection): JobStore {
  const { change } = prepared(statements)
  return { begin: (job) => change(async ({ begin }) => (await begin({ ...job })) === 1) }
}

function statements(db: Db) {
  return {
    begin: changes(
      db
        .insert(jobs)
        .values({ name: placeholder('name'), beganAt: placeholder('now') })
        .onConflictDoUpdate({
          target: jobs.name,
          set: { beganAt: sql`excluded.began_at` },
          setWhere: sql`${jobs.beganAt} <= ${placeholder('after')} or ${jobs.beganAt} > ${placeholder('until')}`,
        }),
    ),
  }
}
