/**
 * How a call can end. Every answer has the same four properties: `outcome` names what happened and tells the
 * answers of a route apart, `status`, `body` and `headers` are the server's. The five outcomes declared here are the
 * client's own: where the server gave no answer, `status` is 0 and `body` and `headers` are undefined.
 */
export interface Answer {
  readonly outcome: string
  readonly status: number
  readonly body: unknown
  readonly headers: AnswerHeaders | undefined
}

/** The headers of an answer: the part of `Headers` that every platform has. Names are case-insensitive. */
export interface AnswerHeaders {
  get(name: string): string | null
  has(name: string): boolean
  forEach(callback: (value: string, name: string) => void): void
}

/** No answer came: no connection, a broken one, or `fetch`, `headers` or `token` of the client's options failed. */
export interface NetworkError {
  readonly outcome: 'networkError'
  readonly status: 0
  readonly body: undefined
  readonly headers: undefined
  /** What was thrown. */
  readonly cause: unknown
}

/** The answer was not here in time, body included. The server may or may not have done what was asked. */
export interface Timeout {
  readonly outcome: 'timeout'
  readonly status: 0
  readonly body: undefined
  readonly headers: undefined
}

/** A `signal` ended the call. If it was sent already, the server may or may not have done what was asked. */
export interface Aborted {
  readonly outcome: 'aborted'
  readonly status: 0
  readonly body: undefined
  readonly headers: undefined
}

/** The request is not of the documented types. It was not sent. */
export interface InvalidRequest {
  readonly outcome: 'invalidRequest'
  readonly status: 0
  readonly body: undefined
  readonly headers: undefined
}

/** The server, or something before it, answered what the contract does not list for this route. */
export interface UndocumentedAnswer {
  readonly outcome: 'undocumentedAnswer'
  readonly status: number
  /** The parsed JSON, or the text if it is none. */
  readonly body: unknown
  readonly headers: AnswerHeaders
}
