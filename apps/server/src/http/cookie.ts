import type { NewSession } from '@acct/core'
import plugin from '@fastify/cookie'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Effect } from './outcomes.ts'
import { withoutHooks } from './withoutHooks.ts'

/** How the session cookie is named and set: with HTTPS it is Secure, and its prefix keeps other hosts from setting it. */
export interface SessionCookie {
  readonly name: 'acct_session' | '__Host-acct_session'
  readonly secure: boolean
}

export const sessionCookieFor = (https: boolean): SessionCookie =>
  https ? { name: '__Host-acct_session', secure: true } : { name: 'acct_session', secure: false }

/**
 * Lets cookies be read and written, by the plugin's parser and writer and without its hooks: they would take every request's
 * cookies apart, whoever asks for them, and look at every answer again for those that it sets.
 */
export async function acceptCookies(app: FastifyInstance): Promise<void> {
  await plugin(withoutHooks(app), {})
}

const attributes = ({ secure }: SessionCookie) => ({ httpOnly: true, sameSite: 'lax', path: '/', secure }) as const

/** Hands the caller a new session. */
export const startSession =
  (session: NewSession): Effect =>
  (reply: FastifyReply) => {
    // A span, not an instant: the caller's clock may be wrong.
    const maxAge = Math.floor((session.expiresAt - reply.server.clock.now()) / 1000)
    setCookie(reply, session.token, { maxAge })
  }

/** Takes the cookie of an ended session away. */
export const endSession = (): Effect => (reply: FastifyReply) => {
  setCookie(reply, '', { expires: new Date(0), maxAge: 0 })
}

function setCookie(reply: FastifyReply, value: string, lifetime: { maxAge: number; expires?: Date }): void {
  const { sessionCookie: cookie, serializeCookie } = reply.server
  reply.header('set-cookie', serializeCookie(cookie.name, value, { ...attributes(cookie), ...lifetime }))
}

/** The session cookie that a request shows. */
export function sessionCookieOf({ headers, server }: FastifyRequest): string | undefined {
  return headers.cookie === undefined ? undefined : server.parseCookie(headers.cookie)[server.sessionCookie.name]
}

/**
 * The session token that a request presents. A Bearer token says explicitly who is calling, so it goes before the
 * cookie, which a browser adds by itself.
 */
export function sessionTokenOf(request: FastifyRequest): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '')
  return bearer?.[1] ?? sessionCookieOf(request)
}
