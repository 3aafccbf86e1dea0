import type { FastifyRequest } from 'fastify'

/**
 * Whether a request was made on this very machine. Behind a proxy every caller looks local, and so does a page of a
 * foreign name that resolves here: neither is.
 */
export function isLocal(request: FastifyRequest): boolean {
  const { host = '', forwarded, 'x-forwarded-for': forwardedFor, 'x-real-ip': realIp } = request.headers
  if (forwarded !== undefined || forwardedFor !== undefined || realIp !== undefined) return false
  const address = request.socket.remoteAddress ?? ''
  return /^(::ffff:)?127\.|^::1$/.test(address) && /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/i.test(host)
}
