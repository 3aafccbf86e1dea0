import type { FetchLike } from './options.ts'

/** One route, as the generated clients describe it to `send`. */
export interface Endpoint {
  readonly method: string
  /** The path below `baseUrl`; a parameter is written `:name` and filled in from the request. */
  readonly path: string
  /** Names of the request's fields that go into the query. */
  readonly query?: readonly string[]
  /** Names of the request's fields that go into the body. */
  readonly body?: readonly string[]
  /** There if a field of the body may be a file. */
  readonly upload?: Upload
  /** Whether a request is of the documented types; a route without fields has none. */
  readonly fits?: (request: unknown) => boolean
  /** What the route can answer. */
  readonly outcomes: readonly Expected[]
}

/** A documented answer: its outcome, its status, and whether a body is its. */
export type Expected = readonly [outcome: string, status: number, fits: (body: unknown) => boolean]

/** How a body with a file in it is sent. */
export interface Upload {
  /** The fields as a multipart form if one of them is a file; undefined if JSON can hold them all. */
  readonly formOf: (fields: Record<string, unknown>) => FormData | undefined
  /** A `fetch` that tells how much of the body is sent; undefined where the platform has no way to. */
  readonly fetchReporting: (report: (sent: number, total: number) => void, credentials: string) => FetchLike | undefined
}
