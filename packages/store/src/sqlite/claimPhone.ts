import type { NewMessage, ProfileStore, Session } from '@acct/core'
import { and, eq, gt, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { insertMessage } from './insertMessage.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, messages, sessions } from './schema.ts'

const { placeholder } = sql

type Step = ProfileStore['claimPhone']

/** Prepares the step that keeps a claimed number and tells the verified one. */
export function claimPhone(db: BetterSQLite3Database) {
  const findVerified = db
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
    .where(
      and(
        eq(messages.toKey, placeholder('toKey')),
        eq(messages.purpose, 'phoneClaimed'),
        gt(messages.at, placeholder('since')),
      ),
    )
    .limit(1)
    .prepare()
  const leave = insertMessage(db)

  return (session: Session, phone: string, about: Parameters<Step>[2]): Awaited<ReturnType<Step>> => {
    const { verified, notice, quiet } = about
    const owner = findVerified.get(sessionKey(session))
    if (owner === undefined) return 'sessionOver'
    if (owner.phone !== verified) return 'phoneChanged'
    setClaim.run({ accountId: session.accountId, claim: verified === phone ? null : phone })
    if (notice !== null && !wasLeft(notice, quiet)) leave(notice)
    return 'claimed'
  }

  function wasLeft({ toKey, at }: NewMessage, quiet: number): boolean {
    return recentNotice.get({ toKey, since: at - quiet }) !== undefined
  }
}
