import type { CredentialStore } from '@acct/core'
import { and, count, desc, eq, gt, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { randomId } from './randomId.ts'
import { passwordTries } from './schema.ts'
import { changes, first } from './statements.ts'

const { placeholder } = sql

type Step = CredentialStore['countTry']

/**
 * Prepares the step that counts a password try or finds the subject closed. It belongs into a step in turn with the tries
 * of its subject.
 */
export function countTry(db: Db) {
  const ofSubject = eq(passwordTries.subject, placeholder('subject'))
  const findNewest = first(
    db
      .select({ id: passwordTries.id, at: passwordTries.at })
      .from(passwordTries)
      .where(ofSubject)
      .orderBy(desc(passwordTries.at))
      .limit(1),
  )
  const countSince = first(
    db
      .select({ tries: count() })
      .from(passwordTries)
      .where(and(ofSubject, gt(passwordTries.at, placeholder('since')))),
  )
  const rewrite = changes(
    db
      .update(passwordTries)
      .set({ at: sql`${passwordTries.at}` })
      .where(eq(passwordTries.id, placeholder('id'))),
  )
  const insert = changes(
    db.insert(passwordTries).values({ id: placeholder('id'), subject: placeholder('subject'), at: placeholder('at') }),
  )

  return async ({ subject, at, limit, span }: Parameters<Step>[0]): ReturnType<Step> => {
    const newest = await findNewest({ subject })
    if (newest !== undefined && at - newest.at < span) {
      const tries = (await countSince({ subject, since: newest.at - span }))?.tries ?? 0
      if (tries >= limit) {
        // Changes nothing, but costs the write that a counted try costs: the time must not tell that it is closed.
        await rewrite({ id: newest.id })
        return { kind: 'closed' }
      }
    }
    const tryId = randomId()
    await insert({ id: tryId, subject, at })
    return { kind: 'counted', tryId }
  }
}
