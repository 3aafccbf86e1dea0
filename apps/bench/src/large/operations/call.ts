import type { Stores } from '@acct/core'

/** What an operation is called with. */
export interface Call {
  readonly stores: Stores
  /** One of those who were there from the beginning, another one each time. */
  readonly person: number
  /** Different in each call. */
  readonly fresh: number
  readonly now: number
}

/** A step of a store as a request calls it. */
export interface Operation {
  /** What has to be there for it; its time does not count. */
  readonly before?: (call: Call) => Promise<unknown>
  readonly run: (call: Call) => Promise<unknown>
  /** What it has to come to: the `kind` of the outcome or the outcome. Left out: anything but undefined. */
  readonly comesTo?: unknown
}
