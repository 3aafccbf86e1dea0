import { type AddressChange, type AddressRefusal, clockTolerance, type Session } from '@acct/core'
import { and, desc, eq, lte, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { dropClaims } from './dropClaims.ts'
import { endSessions } from './endSessions.ts'
import { duplicateIndex } from './failures.ts'
import { insertMessage } from './insertMessage.ts'
import { lockAccount, sessionKey, thisSession, usableAccount } from './live.ts'
import { randomId } from './randomId.ts'
import { accounts, phoneChanges, sessions } from './schema.ts'
import { spendCode, turnOfCode } from './spendCode.ts'
import { changes, first } from './statements.ts'
import { turnOf } from './turns.ts'

const { placeholder } = sql

/** The two halves of replacing a verified phone or e-mail. Both belong into one step, in turn with `turnsOfChange`. */
export interface AddressReplacing {
  /** Whether the session, its account and the codes are what the change needs; counts wrong codes. */
  prove(session: Session, change: AddressChange): Promise<AddressRefusal | undefined>
  /** Replaces the address, with all that follows. What it did before it refused is to be taken back. */
  replace(session: Session, change: AddressChange): Promise<AddressRefusal | undefined>
}

/** Prepares replacing a verified address. */
export function replaceAddress(db: Db): AddressReplacing {
  const lock = lockAccount(db)
  const current = first(
    db
      .select({ phone: accounts.phone, email: accounts.email })
      .from(sessions)
      .innerJoin(accounts, usableAccount)
      .where(thisSession),
  )
  const account = eq(accounts.id, placeholder('accountId'))
  const setPhone = changes(
    db
      .update(accounts)
      .set({ phone: sql`${placeholder('e164')}`, phoneClaim: null })
      .where(account),
  )
  const setEmail = changes(
    db
      .update(accounts)
      .set({
        email: sql`${placeholder('shown')}`,
        emailKey: sql`${placeholder('key')}`,
        emailClaim: null,
        emailClaimKey: null,
      })
      .where(account),
  )
  // The change that the limit counts down to: while it is recent, as many as the limit allows are.
  const limiting = first(
    db
      .select({ at: phoneChanges.at })
      .from(phoneChanges)
      .where(and(eq(phoneChanges.accountId, placeholder('accountId')), lte(phoneChanges.at, placeholder('until'))))
      .orderBy(desc(phoneChanges.at))
      .limit(1)
      .offset(placeholder('offset')),
  )
  const countChange = changes(
    db
      .insert(phoneChanges)
      .values({ id: placeholder('id'), accountId: placeholder('accountId'), at: placeholder('at') }),
  )
  const endOthers = endSessions(db)
  const { check, use } = spendCode(db)
  const dropAsClaims = dropClaims(db)
  const leave = insertMessage(db)

  return {
    prove: async (session, { before, consuming }) => {
      await lock(session.accountId)
      const found = await current(sessionKey(session))
      if (found === undefined) return { kind: 'sessionOver' }
      if (found.phone !== before.phone || found.email !== before.email) return { kind: 'addressesChanged' }
      const failures: AddressRefusal[] = []
      for (const code of consuming) {
        const verdict = await check(code)
        if (verdict.kind !== 'right') failures.push(verdict)
      }
      return failures.find(({ kind }) => kind === 'codeWrong') ?? failures[0]
    },

    replace: async (session, { next, consuming, notice, phoneChange }) => {
      const { accountId } = session
      try {
        if (next.kind === 'phone') await setPhone({ accountId, e164: next.e164 })
        else await setEmail({ accountId, ...next.email })
      } catch (error) {
        if (duplicateIndex(error) === undefined) throw error
        return { kind: `${next.kind}Taken` }
      }
      if (phoneChange !== null) {
        const until = await openAgain(accountId, phoneChange)
        if (until > phoneChange.at) return { kind: 'tooManyPhoneChanges', until }
        await countChange({ id: randomId(), accountId, at: phoneChange.at })
      }
      for (const code of consuming) await use(code)
      await dropAsClaims(next.kind === 'phone' ? { phone: next.e164 } : { emailKey: next.email.key })
      await endOthers(accountId, session)
      if (notice !== null) await leave(notice)
      return undefined
    },
  }

  async function openAgain(
    accountId: number,
    { at, limit }: NonNullable<AddressChange['phoneChange']>,
  ): Promise<number> {
    const last = (await limiting({ accountId, offset: limit.most - 1, until: at + clockTolerance }))?.at
    return last === undefined ? Number.NEGATIVE_INFINITY : last + limit.span
  }
}

/** What an address must be replaced in turn with. */
export function turnsOfChange({ next, consuming }: AddressChange): string[] {
  return [turnOf.address(next.kind === 'phone' ? next.e164 : next.email.key), ...consuming.map(turnOfCode)]
}
