import type { KeptPage, ProfileStore, Session, View } from '@acct/core'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { followLists } from './followLists.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { isShown, profileFields } from './ownProfile.ts'
import { privacyFields } from './privacy.ts'
import { accounts, pictures, sessions } from './schema.ts'

/** Prepares reading an account, one that is not locked, with what it shows. */
export function findPage(db: BetterSQLite3Database): (accountId: number) => KeptPage | undefined {
  const read = db
    .select({ ...profileFields, privacy: privacyFields })
    .from(accounts)
    .leftJoin(pictures, isShown)
    .where(and(eq(accounts.id, sql.placeholder('accountId')), isNull(accounts.lockedAt)))
    .prepare()
  return (accountId) => {
    const found = read.get({ accountId })
    if (found === undefined) return undefined
    const { privacy, ...profile } = found
    return { profile, privacy }
  }
}

/** Prepares reading an account for somebody who is signed in. */
export function viewProfile(db: BetterSQLite3Database, find: (accountId: number) => KeptPage | undefined) {
  const findViewer = db
    .select({ accountId: accounts.id, level: accounts.level })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const readLists = followLists(db)

  return (session: Session, { accountId, fansBefore, listsFor }: View): Awaited<ReturnType<ProfileStore['view']>> => {
    const viewer = findViewer.get(sessionKey(session))
    if (viewer === undefined) return undefined
    const page = accountId === undefined ? undefined : find(accountId)
    const audience = page && listsFor(viewer, page)
    const lists = page && audience && readLists(page.profile.accountId, audience, fansBefore)
    return { viewer, page, lists }
  }
}
