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

/** What is kept of who follows whom. Locked and deleted accounts are in no list. */
export interface FollowStore {
  /** `fansBefore`: only fans that came before that one. */
  read(accountId: number, how: { audience: Audience; fansBefore: number | undefined }): Promise<FollowLists>
}
