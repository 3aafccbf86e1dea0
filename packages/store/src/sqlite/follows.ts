import type { FollowStore } from '@acct/core'
import type { Connection } from './connection.ts'

/** Who follows whom, on SQLite. */
export function followStore({ read }: Connection): FollowStore {
  return {
    read: () => read(() => ({ groups: [], fans: [] })),
  }
}
