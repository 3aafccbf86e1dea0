import type { Session } from '../sessions/session.ts'

/** Whom an account follows, in its groups, and who follows it. Newest first; none of the lists has more than 5,000. */
export interface FollowLists {
  groups: { name: string; accountIds: number[] }[]
  fans: number[]
}

/**
 * Who reads lists. An owner sees the groups by name, empty ones too; all others see `special` and, for all other groups
 * together, `default`. Accounts that hide their follows are missing in the fans that others read; owners and
 * administrators read them as well.
 */
export type Audience = 'owner' | 'administrator' | 'others'

/**
 * What is kept of who follows whom: one edge for two accounts, in one group. Locked and deleted accounts are in no list,
 * and nobody can begin or stop to follow them.
 */
export interface FollowStore {
  /**
   * The lists as they were at one moment. An owner's groups: `special`, `default`, and those of his own in the order in
   * which they were made. `fansBefore`: only fans that came before that one. Where that one is not in the list (any more)
   * the fans are given from the newest on again: who reads on meets some twice, misses none, and is not told who hides.
   */
  read(accountId: number, how: { audience: Audience; fansBefore: number | undefined }): Promise<FollowLists>

  /** Follows an account in a group of the caller's, or moves it there; it becomes the group's newest. */
  follow(
    session: Session,
    input: { accountId: number; groupName: string },
  ): Promise<'followed' | 'alreadyThere' | 'unknownAccount' | 'unknownGroup' | 'sessionOver'>
  unfollow(
    session: Session,
    accountId: number,
  ): Promise<'unfollowed' | 'notFollowed' | 'unknownAccount' | 'sessionOver'>

  /** Adds a group with the first of the names that the caller has no group of; with none of them, `groupTaken`. */
  addGroup(
    session: Session,
    input: { names: readonly string[]; limit: number },
  ): Promise<{ kind: 'added'; name: string } | { kind: 'groupTaken' | 'tooManyGroups' | 'sessionOver' }>
  /**
   * Removes up to `limit` edges of a group, and the group with the last of them. `more`: it is still there, with the rest
   * of its edges.
   */
  removeGroup(
    session: Session,
    input: { name: string; limit: number },
  ): Promise<'removed' | 'more' | 'unknownGroup' | 'sessionOver'>

  /**
   * Brings up to `limit` edges in line with their account: removes them if it is gone, else has the edges to whom it
   * follows shown or hidden as it says. `settled` takes the account off the list of those that need it; `gone` says that
   * the account and all its edges are, and leaves it there for `AccountStore.forget`.
   */
  settle(accountId: number, limit: number): Promise<'more' | 'settled' | 'gone'>
  /** Accounts that need settling, by id, from the first above `after`. */
  unsettled(input: { after: number; limit: number }): Promise<number[]>
}
