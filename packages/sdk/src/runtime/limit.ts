import type { AbortSignalLike } from './options.ts'

/** Why a call is over without an answer. */
type Reason = 'timeout' | 'aborted'

/** What ends a call before its answer is here. */
export interface Limit {
  /** Given to `fetch`: aborted when the limit is reached. */
  readonly signal: AbortSignal
  /** Resolves when the limit is reached, and never if it is not. */
  readonly reached: Promise<Reason>
  /** Lets go of the timer and of the signals. */
  release(): void
}

/** The longest time a timer can run; it ends a longer one at once. */
const longestTimer = 2 ** 31 - 1

/**
 * Limits a call: over when the first of these signals is aborted, or after so many milliseconds (0: never).
 * `AbortSignal.any` and `AbortSignal.timeout` would do the same, but are too young for Node 18 and older browsers.
 */
export function startLimit(signals: readonly (AbortSignalLike | undefined)[], milliseconds: number): Limit {
  const controller = new AbortController()
  let end = (_: Reason): void => {}
  const reached = new Promise<Reason>((resolve) => {
    end = (reason) => {
      resolve(reason)
      controller.abort()
    }
  })
  const abort = () => end('aborted')
  for (const signal of signals) {
    if (signal?.aborted) abort()
    signal?.addEventListener('abort', abort)
  }
  const limited = milliseconds > 0 && milliseconds <= longestTimer
  const timer = limited ? setTimeout(() => end('timeout'), milliseconds) : undefined
  return {
    signal: controller.signal,
    reached,
    release: () => {
      clearTimeout(timer)
      for (const signal of signals) signal?.removeEventListener('abort', abort)
    },
  }
}
