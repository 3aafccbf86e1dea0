import type { AuditAction, AuditLine } from './line.ts'

/** Which lines are looked for; what is left out or undefined does not matter. */
export interface AuditQuery {
  accountId?: number | undefined
  action?: AuditAction | undefined
  outcome?: string | undefined
  source?: string | undefined
  /** From this instant on, in milliseconds since 1970. */
  since?: number | undefined
  limit: number
}

/** What is kept of what happened. Lines are added and, once they are old, removed; none is ever changed. */
export interface AuditStore {
  /**
   * Calls a method of these stores that is one step, and adds the lines for its outcome in the transaction of that step:
   * either both are kept or neither.
   */
  along<T>(lines: (outcome: T) => readonly AuditLine[], step: () => Promise<T>): Promise<T>
  /** Adds lines about what needed no step. */
  append(lines: readonly AuditLine[]): Promise<void>
  /** The newest first. */
  list(query: AuditQuery): Promise<AuditLine[]>
  /** Removes up to `limit` lines from before an instant and tells how many. */
  removeOld(before: number, limit: number): Promise<number>
}
