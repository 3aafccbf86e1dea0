import type { LookupStore } from '@acct/core'
import { and, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { lookups } from './schema.ts'

const { placeholder } = sql

/** Look-ups on SQLite. */
export function lookupStore({ db, write }: Connection): LookupStore {
  const ofSource = eq(lookups.source, placeholder('source'))
  const known = db
    .select({ at: lookups.at })
    .from(lookups)
    .where(and(ofSource, eq(lookups.subject, placeholder('subject')), gt(lookups.at, placeholder('since'))))
    .prepare()
  // The look-up that the limit counts down to: while it is recent, as many as the limit allows are.
  const last = db
    .select({ at: lookups.at })
    .from(lookups)
    .where(ofSource)
    .orderBy(desc(lookups.at))
    .limit(1)
    .offset(placeholder('offset'))
    .prepare()
  const count = db
    .insert(lookups)
    .values({ source: placeholder('source'), subject: placeholder('subject'), at: placeholder('now') })
    .onConflictDoUpdate({ target: [lookups.source, lookups.subject], set: { at: sql`excluded.at` } })
    .prepare()
  const removeOld = db
    .delete(lookups)
    .where(lte(lookups.at, placeholder('before')))
    .limit(placeholder('limit'))
    .prepare()

  return {
    count: ({ source, subject, now, limit: { most, span } }) =>
      write(() => {
        if (known.get({ source, subject, since: now - span }) !== undefined) return { kind: 'counted' }
        const until = (last.get({ source, offset: most - 1 })?.at ?? Number.NEGATIVE_INFINITY) + span
        if (until > now) return { kind: 'tooMany', until }
        count.run({ source, subject, now })
        return { kind: 'counted' }
      }),
    removeOld: (before, limit) => write(() => removeOld.run({ before, limit }).changes),
  }
}
