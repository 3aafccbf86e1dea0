import { clockTolerance, type LookupStore } from '@acct/core'
import { and, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { lookups } from './schema.ts'
import { changes, first } from './statements.ts'
import { removeSome } from './sweeping.ts'
import { turnOf } from './turns.ts'

const { placeholder } = sql

/** Look-ups on PostgreSQL. */
export function lookupStore({ prepared }: Connection): LookupStore {
  const { write, change } = prepared(statements)
  return {
    count: ({ source, subject, now, limit: { most, span } }) =>
      write(
        async ({ known, last, count }) => {
          const until = now + clockTolerance
          if ((await known({ source, subject, since: now - span, until })) !== undefined) return { kind: 'counted' }
          const open = ((await last({ source, offset: most - 1, until }))?.at ?? Number.NEGATIVE_INFINITY) + span
          if (open > now) return { kind: 'tooMany', until: open }
          await count({ source, subject, now })
          return { kind: 'counted' }
        },
        { inTurn: [turnOf.lookups(source)] },
      ),
    removeOld: (before, limit) => change(({ removeOld }) => removeOld({ before, limit })),
  }
}

function statements(db: Db) {
  const ofSource = eq(lookups.source, placeholder('source'))
  const isPast = lte(lookups.at, placeholder('until'))
  return {
    known: first(
      db
        .select({ at: lookups.at })
        .from(lookups)
        .where(
          and(ofSource, eq(lookups.subject, placeholder('subject')), gt(lookups.at, placeholder('since')), isPast),
        ),
    ),
    // The look-up that the limit counts down to: while it is recent, as many as the limit allows are.
    last: first(
      db
        .select({ at: lookups.at })
        .from(lookups)
        .where(and(ofSource, isPast))
        .orderBy(desc(lookups.at))
        .limit(1)
        .offset(placeholder('offset')),
    ),
    count: changes(
      db
        .insert(lookups)
        .values({ source: placeholder('source'), subject: placeholder('subject'), at: placeholder('now') })
        .onConflictDoUpdate({ target: [lookups.source, lookups.subject], set: { at: sql`excluded.at` } }),
    ),
    removeOld: removeSome(db, {
      table: lookups,
      key: [lookups.source, lookups.subject],
      where: lte(lookups.at, placeholder('before')),
    }),
  }
}
