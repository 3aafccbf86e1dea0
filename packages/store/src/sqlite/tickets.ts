import type { TicketStore } from '@acct/core'
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { findByIdentifier } from './identifiers.ts'
import { insertMessage } from './insertMessage.ts'
import { accounts, resetTickets } from './schema.ts'
import { setPassword } from './setPassword.ts'
import { spendCode } from './spendCode.ts'

const { placeholder } = sql

/** Tickets that reset passwords on SQLite. */
export function ticketStore({ db, read, write }: Connection): TicketStore {
  const findOwner = findByIdentifier(db, { accountId: accounts.id, lockedAt: accounts.lockedAt })
  const replace = db
    .insert(resetTickets)
    .values({
      accountId: placeholder('accountId'),
      tokenHash: placeholder('tokenHash'),
      expiresAt: placeholder('expiresAt'),
    })
    .onConflictDoUpdate({
      target: resetTickets.accountId,
      set: { tokenHash: sql`excluded.token_hash`, expiresAt: sql`excluded.expires_at` },
    })
    .prepare()
  const find = db
    .select({ accountId: resetTickets.accountId })
    .from(resetTickets)
    .where(and(eq(resetTickets.tokenHash, placeholder('tokenHash')), gt(resetTickets.expiresAt, placeholder('now'))))
    .prepare()
  const removeExpired = db
    .delete(resetTickets)
    .where(lte(resetTickets.expiresAt, placeholder('now')))
    .limit(placeholder('limit'))
    .prepare()
  const leave = insertMessage(db)
  const set = setPassword(db)
  const { check, use } = spendCode(db)

  return {
    give: ({ address, consuming, start, message }) =>
      write(() => {
        const verdict = check(consuming)
        if (verdict.kind !== 'right') return verdict
        const owner = findOwner(address)
        if (owner === undefined) return { kind: 'unknownAccount' }
        if (owner.lockedAt !== null) return { kind: 'locked' }
        replace.run({ accountId: owner.accountId, ...start })
        leave(message)
        use(consuming)
        return { kind: 'given', accountId: owner.accountId }
      }),
    isGood: (tokenHash, now) => read(() => find.get({ tokenHash, now }) !== undefined),
    resetPassword: ({ tokenHash, newHash, now }) =>
      write(() => {
        const ticket = find.get({ tokenHash, now })
        return ticket !== undefined && set(ticket.accountId, newHash) ? ticket.accountId : undefined
      }),
    removeExpired: (now, limit) => write(() => removeExpired.run({ now, limit }).changes),
  }
}
