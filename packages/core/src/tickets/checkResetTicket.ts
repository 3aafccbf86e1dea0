import type { Core } from '../core.ts'
import { tokenHash } from '../sessions/token.ts'

/** Tells whether a ticket still resets a password. Nothing is used up. */
export async function checkResetTicket(
  core: Core,
  { ticket }: { ticket: string },
): Promise<{ kind: 'good' } | { kind: 'over' }> {
  const hash = tokenHash('ticket', ticket)
  const isGood = hash !== undefined && (await core.stores.tickets.isGood(hash, core.clock.now()))
  return { kind: isGood ? 'good' : 'over' }
}
