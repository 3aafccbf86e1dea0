import { createHash } from 'node:crypto'
import type { Core } from '../core.ts'
import { randomText } from '../random.ts'
import { day } from '../time.ts'
import type { NewSession, Session } from './session.ts'
import type { SessionStart } from './store.ts'

const prefix = 'acct_s_'
const form = /^acct_s_[\w-]{43}$/
const idle = 7 * day
const absolute = 30 * day

/** What a store is told about a session that begins now, and what its owner is told once it has begun. */
export function startSession(core: Core): { start: SessionStart; opened: (session: Session) => NewSession } {
  const token = prefix + randomText(core.random)
  const startedAt = core.clock.now()
  return {
    start: { tokenHash: sha256(token), startedAt, endsAt: endOf(startedAt, startedAt) },
    opened: (session) => ({ token, session, expiresAt: startedAt + absolute }),
  }
}

/** The hash under which a token is kept; undefined for what cannot be a session token, which spares the look-up. */
export function tokenHash(token: string): Uint8Array | undefined {
  return form.test(token) ? sha256(token) : undefined
}

/** When a session ends unless it is used again: after 7 days without use, after 30 days in any case. */
export function endOf(startedAt: number, lastUsedAt: number): number {
  return Math.min(lastUsedAt + idle, startedAt + absolute)
}

// A fast hash will do: a token is 256 random bits, there is nothing to guess.
function sha256(token: string): Uint8Array {
  return createHash('sha256').update(token).digest()
}
