import type { Privacy, PrivacyChanges, ProfileStore, Session } from '@acct/core'
import { eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { lockAccount, sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, sessions } from './schema.ts'
import { changes, first } from './statements.ts'
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
export function privacySteps(db: Db) {
  const lock = lockAccount(db)
  const current = first(db.select(privacyFields).from(sessions).innerJoin(accounts, usableAccount).where(thisSession))
  const given = (flag: keyof Privacy): SQL => sql`coalesce(${placeholder(flag)}, ${accounts[flag]})`
  const set = changes(
    db
      .update(accounts)
      .set({
        showsPhone: given('showsPhone'),
        showsEmail: given('showsEmail'),
        showsBirthday: given('showsBirthday'),
        showsFollows: given('showsFollows'),
      })
      .where(eq(accounts.id, placeholder('accountId'))),
  )
  const mark = markUnsettled(db)

  return {
    read: (session: Session): Promise<Privacy | undefined> => current(sessionKey(session)),

    set: async (session: Session, privacy: PrivacyChanges): ReturnType<ProfileStore['setPrivacy']> => {
      const { accountId } = session
      await lock(accountId)
      const before = await current(sessionKey(session))
      if (before === undefined) return { kind: 'sessionOver' }
      await set({
        accountId,
        showsPhone: privacy.showsPhone ?? null,
        showsEmail: privacy.showsEmail ?? null,
        showsBirthday: privacy.showsBirthday ?? null,
        showsFollows: privacy.showsFollows ?? null,
      })
      const unsettled = (privacy.showsFollows ?? before.showsFollows) !== before.showsFollows
      if (unsettled) await mark(accountId)
      return { kind: 'set', unsettled }
    },
  }
}
