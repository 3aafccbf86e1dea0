import type { JobStore } from '@acct/core'
import { sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { jobs } from './schema.ts'

const { placeholder } = sql

/** Jobs on SQLite. */
export function jobStore({ db, write }: Connection): JobStore {
  const begin = db
    .insert(jobs)
    .values({ name: placeholder('name'), beganAt: placeholder('now') })
    .onConflictDoUpdate({
      target: jobs.name,
      set: { beganAt: sql`excluded.began_at` },
      setWhere: sql`${jobs.beganAt} <= ${placeholder('after')} or ${jobs.beganAt} > ${placeholder('until')}`,
    })
    .prepare()

  return { begin: (job) => write(() => begin.run(job).changes === 1) }
}
