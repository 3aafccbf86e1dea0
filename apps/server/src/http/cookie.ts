import type { NewSession } from '@acct/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Effect } from './outcomes.ts'

/** How the session cookie is named and set: with HTTPS it is Secure, and its prefix keeps other hosts from setting it. */
export interface SessionCookie {
  readonly name: 'acct_session' | '__Host-acct_session'
  readonly secure: boolean
}

export const sessionCookieFor = (https: boolean): SessionCookie =>
  https ? { name: '__Host-acct_session', secure: true } : { name: 'acct_session', secure: false }

const attributes = ({ secure }: SessionCookie) => ({ httpOnly: true, sameSite: 'lax', path: '/', secure }) as const

/** Hands the caller a new session. */
export const startSession =
  (session: NewSession): Effect =>
  (reply: FastifyReply) => {
    const { sessionCookie: cookie, clock } = reply.server
    // A span, not an instant: the caller's clock may be wrong.
    const maxAge = Math.floor((session.expiresAt - clock.now()) / 1000)
    reply.setCookie(cookie.name, session.token, { ...attributes(cookie), maxAge })
  }

/** Takes the cookie of an ended session away. */
export const endSession = (): Effect => (reply: FastifyReply) => {
  const cookie = reply.server.sessionCookie
  reply.clearCookie(cookie.name, attributes(cookie))
}

/**
 * The session token that a request presents. A Bearer token says explicitly who is calling, so it goes before the
 * cookie, which a browser adds by itself.
 */
export function sessionTokenOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')
  return bearer?.[1] ?? request.cookies[request.server.sessionCookie.name]
}
