import type { Claim, Claims, NewMessage, VerifiedAddresses } from '@acct/core'
import { and, eq, gt, ne, sql } from 'drizzle-orm'
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { insertMessage } from './insertMessage.ts'
import { accounts, messages } from './schema.ts'

const { placeholder } = sql

/** Prepares looking at claimed addresses and keeping them. */
export function keepClaims(db: BetterSQLite3Database) {
  const account = eq(accounts.id, placeholder('accountId'))
  const isOther = ne(accounts.id, placeholder('accountId'))
  const otherOfPhone = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.phone, placeholder('e164')), isOther))
    .prepare()
  const otherOfEmail = db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.emailKey, placeholder('key')), isOther))
    .prepare()
  const setPhone = db
    .update(accounts)
    .set({ phoneClaim: sql`${placeholder('e164')}` })
    .where(account)
    .prepare()
  const setEmail = db
    .update(accounts)
    .set({ emailClaim: sql`${placeholder('shown')}`, emailClaimKey: sql`${placeholder('key')}` })
    .where(account)
    .prepare()
  const recentNotice = db
    .select({ id: messages.id })
    .from(messages)
    .where(
      and(
        eq(messages.toKey, placeholder('toKey')),
        eq(messages.purpose, placeholder('purpose')),
        gt(messages.at, placeholder('since')),
      ),
    )
    .limit(1)
    .prepare()
  const leave = insertMessage(db)

  return {
    /** Whether the claims were made for these verified addresses. */
    fit: ({ before }: Claims, { phone, email }: VerifiedAddresses): boolean =>
      before.phone === phone && before.email === email,

    /** Which of the addresses another account has verified, if any. */
    taken: (accountId: number, { addresses }: Claims): 'phoneTaken' | 'emailTaken' | undefined => {
      for (const { address } of addresses) {
        if (address.kind === 'phone') {
          if (otherOfPhone.get({ accountId, e164: address.e164 }) !== undefined) return 'phoneTaken'
        } else if (otherOfEmail.get({ accountId, key: address.email.key }) !== undefined) return 'emailTaken'
      }
      return undefined
    },

    /** Keeps them and leaves the notices. */
    keep: (accountId: number, { addresses, quiet }: Claims): void => {
      for (const claim of addresses) {
        set(accountId, claim)
        if (claim.notice !== null && !wasLeft(claim.notice, quiet)) leave(claim.notice)
      }
    },
  }

  function set(accountId: number, { address, isVerified }: Claim): void {
    if (address.kind === 'phone') setPhone.run({ accountId, e164: isVerified ? null : address.e164 })
    else setEmail.run({ accountId, ...(isVerified ? { shown: null, key: null } : address.email) })
  }

  function wasLeft({ toKey, purpose, at }: NewMessage, quiet: number): boolean {
    return recentNotice.get({ toKey, purpose, since: at - quiet }) !== undefined
  }
}
