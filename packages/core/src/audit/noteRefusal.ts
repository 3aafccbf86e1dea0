import type { Core } from '../core.ts'
import type { AuditEvent } from './steps.ts'

/**
 * Notes that something was refused, for the audit log; nothing where a core acts on nobody's behalf. It is written soon
 * after (`writeRefusals`), so that a refusal takes neither longer nor other writes than before.
 */
export function noteRefusal({ origin, refusals, clock }: Core, event: AuditEvent & { refusal: string }): void {
  if (origin === undefined) return
  const { action, detail = null, refusal: outcome, accountId = null, address } = event
  refusals.add({ at: clock.now(), ...origin, action, detail, outcome, accountId, address })
}
