import type { FastifyRequest } from 'fastify'
import { sessionCookieOf } from './cookie.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Whether a page of a foreign site makes this browser use its session cookie. Browsers say so by `Sec-Fetch-Site`,
 * older ones by `Origin`; a request with neither comes from no web page and passes.
 */
export function isForbiddenCrossSite(request: FastifyRequest, allowedOrigins: ReadonlySet<string>): boolean {
  if (harmless.has(request.method)) return false
  const { origin, host, 'sec-fetch-site': site } = request.headers
  if (site === 'same-origin' || site === 'none') return false
  if (site === undefined && origin === undefined) return false
  if (sessionCookieOf(request) === undefined) return false
  if (origin === undefined) return true
  if (allowedOrigins.has(origin)) return false
  if (site !== undefined) return true
  return origin !== new URL(request.server.publicUrl()).origin && !isOriginOfHost(origin, host)
}

/** A browser that is not ours to fool: its `Host` is the address it really called. */
function isOriginOfHost(origin: string, host: string | undefined): boolean {
  return host !== undefined && URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
}

/**
 * Whether nobody meant to make a request: a browser that fetches ahead, or a foreign page that embeds the address as if
 * it were a picture. It matters for GETs that send messages, which two documents ask for.
 */
export function isIncidental(request: FastifyRequest, allowedOrigins: ReadonlySet<string>): boolean {
  const { origin, purpose, 'sec-purpose': secPurpose, 'x-moz': mozilla, 'sec-fetch-site': site } = request.headers
  if (fetchesAhead(purpose) || fetchesAhead(secPurpose) || fetchesAhead(mozilla)) return true
  return site === 'cross-site' && !(origin !== undefined && allowedOrigins.has(origin))
}

const fetchesAhead = (purpose: string | string[] | undefined) =>
  purpose !== undefined && /prefetch|preview|prerender/i.test(String(purpose))
