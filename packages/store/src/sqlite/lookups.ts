import { clockTolerance, type LookupStore } from '@acct/core'
import { and, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { lookups } from './schema.ts'

const { placeholder } = sql

/** Look-ups on SQLite. */
export function lookupStore({ db, write }: Connection): LookupStore {
  const ofSource = eq(lookups.source, placeholder('source'))
  const isPast = lte(lookups.at, placeholder('until'))
  const known = db
    .select({ at: lookups.at })
    .from(lookups)
    .where(and(ofSource, eq(lookups.subject, placeholder('subject')), gt(lookups.at, placeholder('since')), isPast))
    .prepare()
  // The look-up that the limit counts down to: while it is recent, as many as the limit allows are.
  const last = db
    .select({ at: lookups.at })
    .from(lookups)
    .where(and(ofSource, isPast))
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
        const until = now + clockTolerance
        if (known.get({ source, subject, since: now - span, until }) !== undefined) return { kind: 'counted' }
        const open = (last.get({ source, offset: most - 1, until })?.at ?? Number.NEGATIVE_INFINITY) + span
        if (open > now) return { kind: 'tooMany', until: open }
        count.run({ source, subject, now })
        return { kind: 'counted' }
      }),
    removeOld: (before, limit) => write(() => removeOld.run({ before, limit }).changes),
  }
}
