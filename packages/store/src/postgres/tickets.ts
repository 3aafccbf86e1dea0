import type { TicketStore } from '@acct/core'
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { Connection, Db } from './connection.ts'
import { findByIdentifier } from './identifiers.ts'
import { insertMessage } from './insertMessage.ts'
import { lockAccount } from './live.ts'
import { accounts, resetTickets } from './schema.ts'
import { setPassword } from './setPassword.ts'
import { spendCode, turnOfCode } from './spendCode.ts'
import { changes, first } from './statements.ts'
import { removeSome } from './sweeping.ts'

const { placeholder } = sql

/** Tickets that reset passwords on PostgreSQL. */
export function ticketStore({ prepared }: Connection): TicketStore {
  const { read, change, write } = prepared(statements)
  return {
    give: ({ address, consuming, start, message }) =>
      write(
        async ({ check, findOwner, replace, leave, use }) => {
          const verdict = await check(consuming)
          if (verdict.kind !== 'right') return verdict
          const owner = await findOwner(address)
          if (owner === undefined) return { kind: 'unknownAccount' }
          if (owner.lockedAt !== null) return { kind: 'locked' }
          await replace({ accountId: owner.accountId, ...start })
          await leave(message)
          await use(consuming)
          return { kind: 'given', accountId: owner.accountId }
        },
        { inTurn: [turnOfCode(consuming)] },
      ),
    isGood: (tokenHash, now) => read(async ({ find }) => (await find({ tokenHash, now })) !== undefined),
    resetPassword: ({ tokenHash, newHash, now }) =>
      write(async ({ find, lock, set }) => {
        const seen = await find({ tokenHash, now })
        if (seen === undefined) return undefined
        await lock(seen.accountId)
        // Again, now that nobody else uses it up or ends it any more.
        const ticket = await find({ tokenHash, now })
        return ticket !== undefined && (await set(ticket.accountId, newHash)) ? ticket.accountId : undefined
      }),
    removeExpired: (now, limit) => change(({ removeExpired }) => removeExpired({ now, limit })),
  }
}

function statements(db: Db) {
  const { check, use } = spendCode(db)
  return {
    check,
    use,
    lock: lockAccount(db),
    findOwner: findByIdentifier(db, { accountId: accounts.id, lockedAt: accounts.lockedAt }, 'share'),
    replace: changes(
      db
        .insert(resetTickets)
        .values({
          accountId: placeholder('accountId'),
          tokenHash: placeholder('tokenHash'),
          expiresAt: placeholder('expiresAt'),
        })
        .onConflictDoUpdate({
          target: resetTickets.accountId,
          set: { tokenHash: sql`excluded.token_hash`, expiresAt: sql`excluded.expires_at` },
        }),
    ),
    find: first(
      db
        .select({ accountId: resetTickets.accountId })
        .from(resetTickets)
        .where(
          and(eq(resetTickets.tokenHash, placeholder('tokenHash')), gt(resetTickets.expiresAt, placeholder('now'))),
        ),
    ),
    leave: insertMessage(db),
    set: setPassword(db),
    removeExpired: removeSome(db, {
      table: resetTickets,
      key: [resetTickets.accountId],
      where: lte(resetTickets.expiresAt, placeholder('now')),
    }),
  }
}
