import type { IncomingMessage } from 'node:http'

/** Where variants answer at the root, beside their own names. */
export interface Mounts {
  readonly rootVariant: string | undefined
  /** Host name (lower case, without port) → variant. */
  readonly hosts: ReadonlyMap<string, string>
}

/** First path segments that mean the same on every host and are never part of a variant. */
const sharedSegments = ['healthz', 'readyz', 'docs', 'openapi', 'dev', 'files', 'u', 'reset-password', 'assets']

/** The first segment of a path; slashes count once, however many there are. */
const firstSegment = (path: string) => /^\/*([^/?#]*)/.exec(path)?.[1] ?? ''

/**
 * Makes Fastify's `rewriteUrl`: what arrives at the root of a variant's own host, or at the root of the server when
 * it has a root variant, is routed as if it had been called below the variant's name. So every route is registered once.
 * `ownSegments` are further first segments that are never part of it: the variants' names, those of the account centre.
 */
export function rewriteUrlFor(mounts: Mounts, ownSegments: readonly string[]) {
  if (mounts.rootVariant === undefined && mounts.hosts.size === 0) return undefined
  const fixed = new Set([...sharedSegments, ...ownSegments])
  return (request: IncomingMessage): string => {
    const url = request.url ?? '/'
    const host = (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, '')
    const variant = mounts.hosts.get(host) ?? mounts.rootVariant
    return variant === undefined || fixed.has(firstSegment(url)) ? url : `/${variant}${url}`
  }
}
