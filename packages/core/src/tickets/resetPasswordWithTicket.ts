import { noteRefusal } from '../audit/noteRefusal.ts'
import type { Core } from '../core.ts'
import { hashNewPassword, maySetPassword } from '../credentials/password.ts'
import { tokenHash } from '../sessions/token.ts'

/**
 * Sets the password of the account that a ticket was given to. That uses the ticket up and ends all sessions of the
 * account; none begins. `passwordRefused`: what `maySetPassword` says no to, or undefined, a password that the caller's
 * rules refuse already. The ticket stays good then, and is told first where it is over.
 */
export async function resetPasswordWithTicket(
  core: Core,
  { ticket, newPassword }: { ticket: string; newPassword: string | undefined },
): Promise<{ kind: 'reset' } | { kind: 'ticketOver' } | { kind: 'passwordRefused' }> {
  const { tickets } = core.stores
  const hash = tokenHash('ticket', ticket)
  if (hash === undefined) return { kind: 'ticketOver' }
  // In turn, and the ticket looked at first: nobody makes us hash a password without one, and a crowd costs one hash.
  return core.inTurn(`ticket:${Buffer.from(hash).toString('base64url')}`, async () => {
    if (!(await tickets.isGood(hash, core.clock.now()))) {
      noteRefusal(core, { action: 'resetPassword', detail: 'link', refusal: 'ticketOver' })
      return { kind: 'ticketOver' }
    }
    if (newPassword === undefined || !maySetPassword(core, newPassword)) return { kind: 'passwordRefused' }
    const newHash = await hashNewPassword(core, newPassword)
    const accountId = await tickets.resetPassword({ tokenHash: hash, newHash, now: core.clock.now() })
    return { kind: accountId === undefined ? 'ticketOver' : 'reset' }
  })
}
