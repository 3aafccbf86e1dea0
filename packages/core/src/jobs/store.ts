/** What one process does for all on the same database. */
export interface JobStore {
  /**
   * Notes that a job begins now, unless one has begun after `after`; then it tells `false`. What is noted to have begun later than
   * `until` was noted while a clock was wrong, and keeps nobody from it.
   */
  begin(input: { name: string; now: number; after: number; until: number }): Promise<boolean>
}
