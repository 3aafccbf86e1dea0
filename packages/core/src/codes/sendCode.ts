import type { Core } from '../core.ts'
import { composeCode, composeNotice } from '../messages/compose.ts'
import type { NoticePurpose } from '../messages/message.ts'
import { day, hour, second } from '../time.ts'
import { type Address, addressKey } from './address.ts'
import { addressSubject, type CodeScope, codeHash, codeLife, counterKey, drawCode } from './code.ts'
import type { Limit } from './store.ts'

/** The message is on its way; it is delivered later. */
export type Sent = { kind: 'sent' }

/** A sending limit is reached; `retryAfter` whole seconds from now it allows another, 1 at least. */
export type TooSoon = { kind: 'tooSoon'; retryAfter: number }

/** The longest span that a sending limit looks back. */
export const sendingSpan = day

/**
 * Draws a code and sends it; with `instead` the message says that instead, while all else happens as ever: a code is
 * pending that nobody knows, and the sending counts. So no limit, no later answer and no time tells one from the other.
 * Throws `Unavailable` if the address's channel is off.
 */
export async function sendCode(
  core: Core,
  input: { address: Address; scope: CodeScope; source: string; instead?: NoticePurpose | undefined },
): Promise<Sent | TooSoon> {
  const { address, scope, source, instead } = input
  const now = core.clock.now()
  const code = drawCode(core.random)
  const outcome = await core.stores.codes.send({
    address: addressKey(address),
    scope,
    codeHash: codeHash(core, address, scope, code),
    expiresAt: now + codeLife,
    message: instead === undefined ? composeCode(core, address, scope, code) : composeNotice(core, address, instead),
    subject: addressSubject(core, address),
    source: counterKey(core, 'source', source),
    limits: sendingLimits(core),
    now,
  })
  return outcome.kind === 'sent' ? outcome : { kind: 'tooSoon', retryAfter: secondsUntil(outcome.until, now) }
}

function sendingLimits({ settings }: Core): { perAddress: Limit[]; perSource: Limit[] } {
  const perAddress = [
    { most: 1, span: settings.codeInterval * second },
    { most: settings.codesPerHour, span: hour },
    { most: settings.codesPerDay, span: day },
  ]
  const perSource = [{ most: settings.codesPerSourcePerDay, span: day }]
  const set = ({ most, span }: Limit) => most > 0 && span > 0
  return { perAddress: perAddress.filter(set), perSource: perSource.filter(set) }
}

/** Whole seconds from `now` to an instant, 1 at least. */
export function secondsUntil(instant: number, now: number): number {
  return Math.max(1, Math.ceil((instant - now) / second))
}
