import type { Privacy, PrivacyChanges, ProfileStore, Session } from '@acct/core'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, sessions } from './schema.ts'
import { markUnsettled } from './unsettle.ts'

const { placeholder } = sql

/** What an account shows of itself. */
export const privacyFields = {
  showsPhone: accounts.showsPhone,
  showsEmail: accounts.showsEmail,
  showsBirthday: accounts.showsBirthday,
  showsFollows: accounts.showsFollows,
}

/** Prepares reading and setting what an account shows. */
export function privacySteps(db: BetterSQLite3Database) {
  const current = db
    .select(privacyFields)
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const given = (flag: keyof Privacy): SQL => sql`coalesce(${placeholder(flag)}, ${accounts[flag]})`
  const set = db
    .update(accounts)
    .set({
      showsPhone: given('showsPhone'),
      showsEmail: given('showsEmail'),
      showsBirthday: given('showsBirthday'),
      showsFollows: given('showsFollows'),
    })
    .where(eq(accounts.id, placeholder('accountId')))
    .prepare()
  const mark = markUnsettled(db)

  return {
    read: (session: Session): Privacy | undefined => current.get(sessionKey(session)),

    set: (session: Session, privacy: PrivacyChanges): Awaited<ReturnType<ProfileStore['setPrivacy']>> => {
      const before = current.get(sessionKey(session))
      if (before === undefined) return { kind: 'sessionOver' }
      const { accountId } = session
      set.run({
        accountId,
        showsPhone: bit(privacy.showsPhone),
        showsEmail: bit(privacy.showsEmail),
        showsBirthday: bit(privacy.showsBirthday),
        showsFollows: bit(privacy.showsFollows),
      })
      const unsettled = (privacy.showsFollows ?? before.showsFollows) !== before.showsFollows
      if (unsettled) mark(accountId)
      return { kind: 'set', unsettled }
    },
  }
}

function bit(flag: boolean | undefined): number | null {
  return flag === undefined ? null : Number(flag)
}
