import { isRecord } from './check.ts'
import type { Endpoint } from './endpoint.ts'

/** What of a request depends on its route and fields alone. */
export interface Wire {
  readonly url: string
  /** JSON, or a form if a file is in it. */
  readonly body: string | FormData | undefined
}

/** A request as it goes over the wire, or undefined if it does not fit the route. */
export function toWire(baseUrl: string, endpoint: Endpoint, request: unknown): Wire | undefined {
  try {
    if (endpoint.fits && !endpoint.fits(request)) return undefined
    const fields = isRecord(request) ? request : {}
    const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) => segment(String(fields[name])))
    const search = endpoint.query ? queryOf(fields, endpoint.query) : ''
    const body = endpoint.body && bodyOf(pick(fields, endpoint.body), endpoint)
    return { url: baseUrl.replace(/\/+$/, '') + path + search, body }
  } catch {
    // What can not be read or has no form on the wire: a getter that throws, a cycle, half a surrogate pair in a URL.
    return undefined
  }
}

const bodyOf = (fields: Record<string, unknown>, { upload }: Endpoint) =>
  upload?.formOf(fields) ?? JSON.stringify(fields)

/** One segment of a path. Empty and dotted ones would lead to another path, however they are encoded. */
function segment(value: string): string {
  if (value === '' || value === '.' || value === '..') throw new RangeError('not a path segment')
  return encodeURIComponent(value)
}

/** Null is as good as absent, and a query has no null. */
function queryOf(fields: Record<string, unknown>, names: readonly string[]): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(pick(fields, names))) {
    if (value !== undefined && value !== null) query.set(name, String(value))
  }
  const text = query.toString()
  return text && `?${text}`
}

/** Nothing but these fields leaves the program. */
function pick(fields: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, fields[name]]))
}
