/** What several processes tell each other of the requests that they were asked. */
export interface RequestStore {
  /** Adds what each source has asked in a minute, and tells what it has asked by now of all processes, in the same order. */
  add(input: { minute: number; counts: readonly { source: string; requests: number }[] }): Promise<number[]>
  /** Removes up to `limit` rows of minutes before `before` and tells how many. */
  removeOld(before: number, limit: number): Promise<number>
}
