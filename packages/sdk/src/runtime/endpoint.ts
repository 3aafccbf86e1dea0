/** One route, as the generated clients describe it to `send`. */
export interface Endpoint {
  readonly method: string
  /** The path below `baseUrl`; a parameter is written `:name` and filled in from the request. */
  readonly path: string
  /** Names of the request's fields that go into the query. */
  readonly query?: readonly string[]
  /** Names of the request's fields that go into the body. */
  readonly body?: readonly string[]
  /** Whether a request is of the documented types; a route without fields has none. */
  readonly fits?: (request: unknown) => boolean
  /** What the route can answer. */
  readonly outcomes: readonly Expected[]
}

/** A documented answer: its outcome, its status, and whether a body is its. */
export type Expected = readonly [outcome: string, status: number, fits: (body: unknown) => boolean]
