import type { ProfileStore, Session } from '@acct/core'
import { eq, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { duplicateColumn } from './connection.ts'
import { dropClaims } from './dropClaims.ts'
import { endSessions } from './endSessions.ts'
import { insertMessage } from './insertMessage.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, sessions } from './schema.ts'
import { spendCode } from './spendCode.ts'

const { placeholder } = sql

type Step = ProfileStore['changeAddress']

/** Prepares the step that replaces a verified phone or e-mail. */
export function changeAddress(db: BetterSQLite3Database) {
  const current = db
    .select({ phone: accounts.phone, email: accounts.email })
    .from(sessions)
    .innerJoin(accounts, usableAccount)
    .where(thisSession)
    .prepare()
  const account = eq(accounts.id, placeholder('accountId'))
  const setPhone = db
    .update(accounts)
    .set({ phone: sql`${placeholder('e164')}`, phoneClaim: null })
    .where(account)
    .prepare()
  const setEmail = db
    .update(accounts)
    .set({
      email: sql`${placeholder('shown')}`,
      emailKey: sql`${placeholder('key')}`,
      emailClaim: null,
      emailClaimKey: null,
    })
    .where(account)
    .prepare()
  const endOthers = endSessions(db)
  const { check, use } = spendCode(db)
  const dropAsClaims = dropClaims(db)
  const leave = insertMessage(db)

  return (session: Session, change: Parameters<Step>[1]): Awaited<ReturnType<Step>> => {
    const { before, next, consuming, notice } = change
    const { accountId } = session
    const found = current.get(sessionKey(session))
    if (found === undefined) return { kind: 'sessionOver' }
    if (found.phone !== before.phone || found.email !== before.email) return { kind: 'addressesChanged' }

    const verdicts = consuming.map(check)
    const failure = verdicts.find(({ kind }) => kind === 'codeWrong') ?? verdicts.find(({ kind }) => kind !== 'right')
    if (failure !== undefined && failure.kind !== 'right') return failure

    try {
      if (next.kind === 'phone') setPhone.run({ accountId, e164: next.e164 })
      else setEmail.run({ accountId, ...next.email })
    } catch (error) {
      if (duplicateColumn(error) === undefined) throw error
      return { kind: 'taken' }
    }
    consuming.forEach(use)
    dropAsClaims(next.kind === 'phone' ? { phone: next.e164 } : { emailKey: next.email.key })
    endOthers(accountId, session)
    if (notice !== null) leave(notice)
    return { kind: 'changed' }
  }
}
