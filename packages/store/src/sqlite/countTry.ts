import { type CredentialStore, clockTolerance } from '@acct/core'
import { and, count, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { passwordTries } from './schema.ts'

const { placeholder } = sql

type Step = CredentialStore['countTry']

/** Prepares the step that counts a password try or finds the subject closed. */
export function countTry(db: BetterSQLite3Database) {
  const ofSubject = eq(passwordTries.subject, placeholder('subject'))
  const findNewest = db
    .select({ id: passwordTries.id, at: passwordTries.at })
    .from(passwordTries)
    .where(and(ofSubject, lte(passwordTries.at, placeholder('until'))))
    .orderBy(desc(passwordTries.at))
    .limit(1)
    .prepare()
  const countSince = db
    .select({ tries: count() })
    .from(passwordTries)
    .where(and(ofSubject, gt(passwordTries.at, placeholder('since')), lte(passwordTries.at, placeholder('until'))))
    .prepare()
  const rewrite = db
    .update(passwordTries)
    .set({ at: sql`${passwordTries.at}` })
    .where(eq(passwordTries.id, placeholder('id')))
    .prepare()
  const insert = db
    .insert(passwordTries)
    .values({ subject: placeholder('subject'), at: placeholder('at') })
    .returning({ tryId: passwordTries.id })
    .prepare()

  return ({ subject, at, limit, span }: Parameters<Step>[0]): Awaited<ReturnType<Step>> => {
    const until = at + clockTolerance
    const newest = findNewest.get({ subject, until })
    if (newest !== undefined && at - newest.at < span) {
      const tries = countSince.get({ subject, since: newest.at - span, until })?.tries ?? 0
      if (tries >= limit) {
        // Changes nothing, but costs the write that a counted try costs: the time must not tell that it is closed.
        rewrite.run({ id: newest.id })
        return { kind: 'closed' }
      }
    }
    const { tryId } = insert.get({ subject, at })
    return { kind: 'counted', tryId }
  }
}
