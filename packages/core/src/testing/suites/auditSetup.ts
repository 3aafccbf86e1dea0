import { actingFor } from '../../audit/actingFor.ts'
import type { Origin } from '../../audit/line.ts'
import { listAudit } from '../../audit/listAudit.ts'
import { writeRefusals } from '../../audit/writeRefusals.ts'
import type { Session } from '../../sessions/session.ts'
import type { TestCore } from '../core.ts'
import { signIn } from './setup.ts'

export const caller: Origin = { actor: 'caller', variant: 'card', source: '192.0.2.7' }

/** The same core, on a caller's behalf. */
export const recording = (core: TestCore, origin = caller): TestCore => actingFor(core)(origin) as TestCore

/** Everything that stands in the log about what a caller did, the oldest first, each a line of words. */
export async function auditLines(core: TestCore, accountId: number): Promise<string[]> {
  await writeRefusals(core)
  const lines = await listAudit(core, { limit: 100 })
  return lines.reverse().map((line) => {
    const { action, detail, outcome } = line
    const whose = line.accountId === accountId ? '' : ` of ${line.accountId === null ? 'nobody' : 'another'}`
    return `${action} ${detail ?? '-'} ${outcome}${whose}`
  })
}

/** Signs in, and lets a moment go by, so that the order of lines is certain. */
export async function signInAs(core: TestCore): Promise<{ session: Session }> {
  const { session } = await signIn(core)
  core.clock.advance(1)
  return { session }
}

/** The ticket in the link that went to an address last. */
export async function ticketIn(core: TestCore, to: string): Promise<string> {
  const [newest] = await core.stores.messages.list({ to, limit: 1 })
  const ticket = newest?.link == null ? null : new URL(newest.link).searchParams.get('ticket')
  if (ticket === null) throw new Error(`no link for ${to}`)
  return ticket
}
