import { type AddressChange, type AddressRefusal, clockTolerance, type Session } from '@acct/core'
import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { duplicateColumn } from './connection.ts'
import { dropClaims } from './dropClaims.ts'
import { endSessions } from './endSessions.ts'
import { insertMessage } from './insertMessage.ts'
import { sessionKey, thisSession, usableAccount } from './live.ts'
import { accounts, phoneChanges, sessions } from './schema.ts'
import { spendCode } from './spendCode.ts'

const { placeholder } = sql

/** The two halves of replacing a verified phone or e-mail. Both belong into one step. */
export interface AddressReplacing {
  /** Whether the session, its account and the codes are what the change needs; counts wrong codes. */
  prove(session: Session, change: AddressChange): AddressRefusal | undefined
  /** Replaces the address, with all that follows. What it did before it refused is to be taken back. */
  replace(session: Session, change: AddressChange): AddressRefusal | undefined
}

/** Prepares replacing a verified address. */
export function replaceAddress(db: BetterSQLite3Database): AddressReplacing {
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
  // The change that the limit counts down to: while it is recent, as many as the limit allows are.
  const limiting = db
    .select({ at: phoneChanges.at })
    .from(phoneChanges)
    .where(and(eq(phoneChanges.accountId, placeholder('accountId')), lte(phoneChanges.at, placeholder('until'))))
    .orderBy(desc(phoneChanges.at))
    .limit(1)
    .offset(placeholder('offset'))
    .prepare()
  const countChange = db
    .insert(phoneChanges)
    .values({ accountId: placeholder('accountId'), at: placeholder('at') })
    .prepare()
  const endOthers = endSessions(db)
  const { check, use } = spendCode(db)
  const dropAsClaims = dropClaims(db)
  const leave = insertMessage(db)

  return {
    prove: (session, { before, consuming }) => {
      const found = current.get(sessionKey(session))
      if (found === undefined) return { kind: 'sessionOver' }
      if (found.phone !== before.phone || found.email !== before.email) return { kind: 'addressesChanged' }
      const failures = consuming.map(check).filter((verdict) => verdict.kind !== 'right')
      return failures.find(({ kind }) => kind === 'codeWrong') ?? failures[0]
    },

    replace: (session, { next, consuming, notice, phoneChange }) => {
      const { accountId } = session
      try {
        if (next.kind === 'phone') setPhone.run({ accountId, e164: next.e164 })
        else setEmail.run({ accountId, ...next.email })
      } catch (error) {
        if (duplicateColumn(error) === undefined) throw error
        return { kind: `${next.kind}Taken` }
      }
      if (phoneChange !== null) {
        const until = openAgain(accountId, phoneChange)
        if (until > phoneChange.at) return { kind: 'tooManyPhoneChanges', until }
        countChange.run({ accountId, at: phoneChange.at })
      }
      consuming.forEach(use)
      dropAsClaims(next.kind === 'phone' ? { phone: next.e164 } : { emailKey: next.email.key })
      endOthers(accountId, session)
      if (notice !== null) leave(notice)
      return undefined
    },
  }

  function openAgain(accountId: number, { at, limit }: NonNullable<AddressChange['phoneChange']>): number {
    const last = limiting.get({ accountId, offset: limit.most - 1, until: at + clockTolerance })?.at
    return last === undefined ? Number.NEGATIVE_INFINITY : last + limit.span
  }
}
