import type { Limit } from '../codes/store.ts'

/** What is kept of who asked whether something exists. */
export interface LookupStore {
  /**
   * Counts that a source asks about a subject, unless it did within `limit.span`. A source that has asked about
   * `limit.most` others by then is told when it may ask about another.
   */
  count(input: {
    source: string
    subject: string
    now: number
    limit: Limit
  }): Promise<{ kind: 'counted' } | { kind: 'tooMany'; until: number }>
  /** Removes up to `limit` rows older than `before` and tells how many. */
  removeOld(before: number, limit: number): Promise<number>
}
