import type { Claim, Claims, NewMessage, VerifiedAddresses } from '@acct/core'
import { and, eq, gt, ne, sql } from 'drizzle-orm'
import type { Db } from './connection.ts'
import { insertMessage } from './insertMessage.ts'
import { accounts, messages } from './schema.ts'
import { changes, first } from './statements.ts'
import { turnOf } from './turns.ts'

const { placeholder } = sql

/** Prepares looking at claimed addresses and keeping them, in turn with `turnsOfClaims`, for an account that the step has locked. */
export function keepClaims(db: Db) {
  const account = eq(accounts.id, placeholder('accountId'))
  const isOther = ne(accounts.id, placeholder('accountId'))
  const otherOfPhone = first(
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.phone, placeholder('e164')), isOther)),
  )
  const otherOfEmail = first(
    db
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(eq(accounts.emailKey, placeholder('key')), isOther)),
  )
  const setPhone = changes(
    db
      .update(accounts)
      .set({ phoneClaim: sql`${placeholder('e164')}` })
      .where(account),
  )
  const setEmail = changes(
    db
      .update(accounts)
      .set({ emailClaim: sql`${placeholder('shown')}`, emailClaimKey: sql`${placeholder('key')}` })
      .where(account),
  )
  const recentNotice = first(
    db
      .select({ id: messages.id })
      .from(messages)
      .where(
        and(
          eq(messages.toKey, placeholder('toKey')),
          eq(messages.purpose, placeholder('purpose')),
          gt(messages.at, placeholder('since')),
        ),
      )
      .limit(1),
  )
  const leave = insertMessage(db)

  return {
    /** Whether the claims were made for these verified addresses. */
    fit: ({ before }: Claims, { phone, email }: VerifiedAddresses): boolean =>
      before.phone === phone && before.email === email,

    /** Which of the addresses another account has verified, if any. */
    taken: async (accountId: number, { addresses }: Claims): Promise<'phoneTaken' | 'emailTaken' | undefined> => {
      for (const { address } of addresses) {
        if (address.kind === 'phone') {
          if ((await otherOfPhone({ accountId, e164: address.e164 })) !== undefined) return 'phoneTaken'
        } else if ((await otherOfEmail({ accountId, key: address.email.key })) !== undefined) return 'emailTaken'
      }
      return undefined
    },

    /** Keeps them and leaves the notices. */
    keep: async (accountId: number, { addresses, quiet }: Claims): Promise<void> => {
      for (const claim of addresses) {
        await set(accountId, claim)
        if (claim.notice !== null && !(await wasLeft(claim.notice, quiet))) await leave(claim.notice)
      }
    },
  }

  async function set(accountId: number, { address, isVerified }: Claim): Promise<void> {
    if (address.kind === 'phone') await setPhone({ accountId, e164: isVerified ? null : address.e164 })
    else await setEmail({ accountId, ...(isVerified ? { shown: null, key: null } : address.email) })
  }

  async function wasLeft({ toKey, purpose, at }: NewMessage, quiet: number): Promise<boolean> {
    return (await recentNotice({ toKey, purpose, since: at - quiet })) !== undefined
  }
}

/** What claims must be looked at and kept in turn with. */
export function turnsOfClaims(claims: Claims | undefined): string[] {
  const addresses = claims?.addresses ?? []
  return addresses.map(({ address }) => turnOf.address(address.kind === 'phone' ? address.e164 : address.email.key))
}
