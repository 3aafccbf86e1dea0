import type { Notice, ProfileStore, Session } from '@acct/core'
import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, messages, sessions } from './schema.ts'

const { placeholder } = sql

/** Prepares the step that keeps a claimed number and tells the verified one. */
export function claimPhone(db: BetterSQLite3Database) {
  const verified = db
    .select({ phone: accounts.phone })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const setClaim = db
    .update(accounts)
    .set({ phoneClaim: sql`${placeholder('claim')}` })
    .where(eq(accounts.id, placeholder('accountId')))
    .prepare()
  const recentNotice = db
    .select({ id: messages.id })
    .from(messages)
    .where(and(eq(messages.to, placeholder('to')), isNull(messages.scope), gt(messages.at, placeholder('since'))))
    .limit(1)
    .prepare()
  const send = db
    .insert(messages)
    .values({ channel: 'sms', to: placeholder('to'), text: placeholder('text'), at: placeholder('at') })
    .prepare()

  return (session: Session, phone: string, notice: Notice): Awaited<ReturnType<ProfileStore['claimPhone']>> => {
    const { accountId } = session
    const owner = verified.get(sessionKey(session))
    if (owner === undefined) return 'sessionOver'
    setClaim.run({ accountId, claim: owner.phone === phone ? null : phone })
    if (owner.phone === null || owner.phone === phone) return 'claimed'
    const { at, quiet, text } = notice
    if (recentNotice.get({ to: owner.phone, since: at - quiet }) === undefined) send.run({ to: owner.phone, text, at })
    return 'claimed'
  }
}
