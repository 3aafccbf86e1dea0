import { hash } from 'node:crypto'
import type { Core } from '../core.ts'
import { randomText } from '../random.ts'
import type { TicketStart } from '../tickets/store.ts'
import { day, minute } from '../time.ts'
import type { NewSession, NewToken, Session } from './session.ts'
import type { SessionStart, TokenStart } from './store.ts'

const prefixes = { session: 'acct_s_', access: 'acct_a_', refresh: 'acct_r_', ticket: 'acct_t_' }

/** What a token opens: a session as long as it lives or for a short while; only the next access token; a new password. */
type TokenKind = keyof typeof prefixes

const random = /^[\w-]{43}$/

const idle = 7 * day
const absolute = 30 * day
const lives = { access: 15 * minute, refresh: 30 * day }

/** How long a ticket can be used, in milliseconds. */
export const ticketLife = 15 * minute

/** What a store is told about a session that begins now, and what its owner is told once it has begun. */
export function startSession(
  core: Core,
  { withTokens = false }: { withTokens?: boolean | undefined } = {},
): { start: SessionStart; opened: (session: Session) => NewSession } {
  const { token, tokenHash } = newToken(core, 'session')
  const startedAt = core.clock.now()
  const access = withTokens ? startToken(core, 'access') : undefined
  const refresh = withTokens ? startToken(core, 'refresh') : undefined
  const tokens = access && refresh && { access: access.shown, refresh: refresh.shown }
  return {
    start: {
      tokenHash,
      startedAt,
      endsAt: endOf(startedAt, startedAt),
      tokens: access && refresh ? [access.start, refresh.start] : [],
    },
    opened: (session) => ({ token, session, expiresAt: startedAt + absolute, ...(tokens && { tokens }) }),
  }
}

/** What a store is told about an access or refresh token that begins now, and what its owner is shown. */
export function startToken(core: Core, kind: TokenStart['kind']): { start: TokenStart; shown: NewToken } {
  const { token, tokenHash } = newToken(core, kind)
  const expiresAt = core.clock.now() + lives[kind]
  return { start: { kind, tokenHash, expiresAt }, shown: { token, expiresAt } }
}

/** What a store is told about a ticket that begins now, and the ticket, which only its message brings. */
export function startTicket(core: Core): { start: TicketStart; ticket: string } {
  const { token, tokenHash } = newToken(core, 'ticket')
  return { start: { tokenHash, expiresAt: core.clock.now() + ticketLife }, ticket: token }
}

/** The hash under which a token is kept; undefined for what cannot be a token of that kind, which spares the look-up. */
export function tokenHash(kind: TokenKind, token: string): Uint8Array | undefined {
  const prefix = prefixes[kind]
  return token.startsWith(prefix) && random.test(token.slice(prefix.length)) ? sha256(token) : undefined
}

/** When a session ends unless it is used again: after 7 days without use, after 30 days in any case. */
export function endOf(startedAt: number, lastUsedAt: number): number {
  return Math.min(lastUsedAt + idle, startedAt + absolute)
}

function newToken(core: Core, kind: TokenKind): { token: string; tokenHash: Uint8Array } {
  const token = prefixes[kind] + randomText(core.random)
  return { token, tokenHash: sha256(token) }
}

// A fast hash will do: a token is 256 random bits, there is nothing to guess.
function sha256(token: string): Uint8Array {
  // By way of a text: four times as fast as asking for the bytes.
  return Buffer.from(hash('sha256', token, 'binary'), 'binary')
}
