import { type CredentialStore, clockTolerance } from '@acct/core'
import { and, count, desc, eq, gt, lte, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { randomId } from './randomId.ts'
import { passwordTries } from './schema.ts'
import { first } from './statements.ts'

const { placeholder } = sql

type Step = CredentialStore['countTry']

/**
 * Prepares the step that counts a password try or finds the subject closed. It belongs into a step in turn with the tries
 * of its subject.
 */
export function countTry(db: Db) {
  const bigint = (name: string) => sql`${placeholder(name)}::bigint`
  const ofSubject = eq(passwordTries.subject, placeholder('subject'))
  const isPast = lte(passwordTries.at, placeholder('until'))
  const newest = db
    .$with('newest')
    .as(
      db
        .select({ id: passwordTries.id, at: passwordTries.at })
        .from(passwordTries)
        .where(and(ofSubject, isPast))
        .orderBy(desc(passwordTries.at))
        .limit(1),
    )
  const tries = db
    .select({ tries: count() })
    .from(passwordTries)
    .where(and(ofSubject, isPast, gt(passwordTries.at, sql`${newest.at} - ${bigint('span')}`)))
  const closing = db
    .select({ id: newest.id })
    .from(newest)
    .where(and(sql`${bigint('at')} - ${newest.at} < ${bigint('span')}`, sql`(${tries}) >= ${bigint('limit')}`))
  // Of a closed subject the newest try is written once more as it is. That costs what a counted one costs: the time must
  // not tell that it is closed.
  const countOrRewrite = first(
    db
      .with(newest)
      .insert(passwordTries)
      .values({
        id: sql`coalesce((${closing}), ${bigint('id')})`,
        subject: placeholder('subject'),
        at: placeholder('at'),
      })
      .onConflictDoUpdate({ target: passwordTries.id, set: { at: sql`${passwordTries.at}` } })
      .returning({ tryId: passwordTries.id }),
  )

  return async ({ subject, at, limit, span }: Parameters<Step>[0]): ReturnType<Step> => {
    const id = randomId()
    const written = await countOrRewrite({ id, subject, at, limit, span, until: at + clockTolerance })
    return written?.tryId === id ? { kind: 'counted', tryId: id } : { kind: 'closed' }
  }
}
