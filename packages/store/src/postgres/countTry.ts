import type { CredentialStore } from '@acct/core'
import { and, count, desc, eq, gt, sql } from 'drizzle-orm'
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
  const newest = db
    .$with('newest')
    .as(
      db
        .select({ id: passwordTries.id, at: passwordTries.at })
        .from(passwordTries)
        .where(ofSubject)
        .orderBy(desc(passwordTries.at))
        .limit(1),
    )
  const triesBefore = db
    .select({ tries: count() })
    .from(passwordTries)
    .where(and(ofSubject, gt(passwordTries.at, sql`${newest.at} - ${bigint('span')}`)))
  const closed = db.$with('closed').as(
    db
      .select({ id: newest.id })
      .from(newest)
      .where(and(sql`${bigint('at')} - ${newest.at} < ${bigint('span')}`, sql`(${triesBefore}) >= ${bigint('limit')}`)),
  )
  const counted = db.$with('counted').as(
    db
      .insert(passwordTries)
      .select(
        db
          .select({
            id: sql<number>`${bigint('id')}`.as('id'),
            subject: sql<string>`${placeholder('subject')}::text`.as('subject'),
            at: sql<number>`${bigint('at')}`.as('at'),
          })
          .from(sql`(select) as nothing`)
          .where(sql`not exists (select from ${closed})`),
      )
      .returning({ id: passwordTries.id }),
  )
  // Changes nothing, but costs the write that a counted try costs: the time must not tell that it is closed.
  const rewritten = db.$with('rewritten').as(
    db
      .update(passwordTries)
      .set({ at: sql`${passwordTries.at}` })
      .where(sql`${passwordTries.id} = (select id from ${closed})`)
      .returning({ id: passwordTries.id }),
  )
  const countOrRewrite = first(db.with(newest, closed, counted, rewritten).select({ tryId: counted.id }).from(counted))

  return async ({ subject, at, limit, span }: Parameters<Step>[0]): ReturnType<Step> => {
    const row = await countOrRewrite({ id: randomId(), subject, at, limit, span })
    return row === undefined ? { kind: 'closed' } : { kind: 'counted', ...row }
  }
}
