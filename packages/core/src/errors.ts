/**
 * Machinery that is broken or overloaded: a full disk, a busy database, no free slot for hashing. It says nothing about
 * the caller, so a server answers it alike everywhere: "later", with the number of seconds to wait.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  /** Seconds after which trying again makes sense. */
  readonly retryAfter: number

  constructor(message: string, options: { retryAfter: number; cause?: unknown }) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined)
    this.retryAfter = options.retryAfter
  }
}
