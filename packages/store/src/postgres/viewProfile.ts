import type { KeptPage, ProfileStore, Session, View } from '@acct/core'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { followLists } from './followLists.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { isShown, profileFields } from './ownProfile.ts'
import { privacyFields } from './privacy.ts'
import { accounts, pictures, sessions } from './schema.ts'
import { first } from './statements.ts'

/** Prepares reading an account, one that is not locked, with what it shows. */
export function findPage(db: Db): (accountId: number) => Promise<KeptPage | undefined> {
  const read = first(
    db
      .select({ ...profileFields, privacy: privacyFields })
      .from(accounts)
      .leftJoin(pictures, isShown)
      .where(and(eq(accounts.id, sql.placeholder('accountId')), isNull(accounts.lockedAt))),
  )
  return async (accountId) => {
    const found = await read({ accountId })
    if (found === undefined) return undefined
    const { privacy, ...profile } = found
    return { profile, privacy }
  }
}

/** Prepares reading an account for somebody who is signed in. */
export function viewProfile(db: Db) {
  const find = findPage(db)
  const findViewer = first(
    db
      .select({ accountId: accounts.id, level: accounts.level })
      .from(sessions)
      .innerJoin(accounts, usableAccount)
      .where(thisSession),
  )
  const readLists = followLists(db)

  return async (session: Session, { accountId, fansBefore, listsFor }: View): ReturnType<ProfileStore['view']> => {
    const viewer = await findViewer(sessionKey(session))
    if (viewer === undefined) return undefined
    const page = accountId === undefined ? undefined : await find(accountId)
    const audience = page && listsFor(viewer, page)
    const lists = page && audience && (await readLists(page.profile.accountId, audience, fansBefore))
    return { viewer, page, lists }
  }
}
