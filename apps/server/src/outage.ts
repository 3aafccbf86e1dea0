import type { FastifyBaseLogger } from 'fastify'

/** Something that is tried again and again in the background, and fails for a while. */
export interface Outage {
  /** A try has failed. */
  readonly failed: (error: unknown) => void
  /** A try has gone well that began at this time (`performance.now()`). */
  readonly worked: (began: number) => void
}

/**
 * Logs once when the tries begin to fail, and once when they go well again, with how long it took and how many failed: a
 * line for each would bury what else is in the log, just when somebody reads it.
 */
export function logOutage(log: FastifyBaseLogger, said: { readonly begins: string; readonly ends: string }): Outage {
  let current: { readonly since: number; last: number; tries: number } | undefined
  return {
    failed: (error) => {
      const now = performance.now()
      if (current === undefined) {
        current = { since: now, last: now, tries: 0 }
        log.error({ err: error }, said.begins)
      }
      current.last = now
      current.tries += 1
    },
    worked: (began) => {
      // One that was under way when another failed says nothing of what came after that.
      if (current === undefined || began < current.last) return
      const seconds = Math.round((performance.now() - current.since) / 100) / 10
      log.info({ seconds, failedTries: current.tries }, said.ends)
      current = undefined
    },
  }
}
