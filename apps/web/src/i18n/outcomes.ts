import type {
  Aborted,
  BadRequest,
  Forbidden,
  InternalError,
  InvalidRequest,
  NetworkError,
  PayloadTooLarge,
  Timeout,
  TooManyRequests,
  Unavailable,
  UndocumentedAnswer,
  UnsupportedMediaType,
} from '@acct/sdk/community'

/** How any call can fail, whatever it is about. */
export type SharedOutcome = (
  | BadRequest
  | Forbidden
  | PayloadTooLarge
  | UnsupportedMediaType
  | TooManyRequests
  | InternalError
  | Unavailable
  | InvalidRequest
  | NetworkError
  | Timeout
  | Aborted
  | UndocumentedAnswer
)['outcome']

/**
 * A sentence for each failure that is this call’s own. An outcome that the API adds is missing here, in both languages,
 * and nothing compiles until it has its sentence.
 */
export type Sentences<A extends { readonly outcome: string }> = Readonly<
  Record<Exclude<A['outcome'], SharedOutcome | 'ok'>, string>
>

/** A failed answer: what `answer.outcome !== 'ok'` leaves of a call’s answers. */
export interface Failure {
  readonly outcome: string
  readonly headers: { get(name: string): string | null } | undefined
}

/** Seconds to wait before trying again, if the server said so. */
export function retryAfter({ headers }: Failure): number | undefined {
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN)
  return seconds > 0 ? Math.ceil(seconds) : undefined
}
