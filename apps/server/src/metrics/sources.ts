import type { ChannelName } from '@acct/core'

/** What is read when somebody asks for the metrics, and costs nothing before. */
export interface MetricSources {
  /** Messages of a channel in the queue. */
  readonly waitingMessages: (channel: ChannelName) => Promise<number>
  /** Undefined where a hasher does not tell. */
  readonly hashes: () => { readonly running: number; readonly waiting: number } | undefined
  readonly database: () => DatabaseLoad
}

/** How busy a database is, of what its engine has. */
export interface DatabaseLoad {
  /** Connections: all, those that nobody uses, and how many steps wait for one. */
  readonly pool?: { readonly size: number; readonly idle: number; readonly waiting: number }
  /** Steps that wait for their turn to write. */
  readonly writesWaiting?: number
}
