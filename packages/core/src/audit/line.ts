/** What the audit log speaks of. Named like the operations that do it. */
export const auditActions = [
  'register',
  'signIn',
  'signOut',
  'changePassword',
  'resetPassword',
  'setPassword',
  'requestResetLink',
  'changeUsername',
  'changeAddress',
  'claimAddress',
  'useCode',
  'setRole',
  'setLevel',
  'lock',
  'unlock',
  'delete',
  'endSessions',
  'restore',
  /** Refusals of one source, or of all, that were too many for lines of their own. */
  'various',
] as const

export type AuditAction = (typeof auditActions)[number]

/** On whose behalf something is done, and from where. */
export interface Origin {
  /** Somebody who calls the API, or an operator by a command. */
  actor: 'caller' | 'operator'
  /** The API that was called; null for a command. */
  variant: string | null
  /** The unit that limits count by (an IPv4 address or an IPv6 /64), or who gave the command. */
  source: string | null
}

/**
 * One line of the audit log. It names accounts by their id only: no username, number, address, code, token or password is
 * ever in it.
 */
export interface AuditLine extends Origin {
  /** Milliseconds since 1970. */
  at: number
  action: AuditAction
  /** By or to what, in one word: `password`, `code`, a provider, `phone`, a role, a level; null where nothing is to be told. */
  detail: string | null
  /** `done`, or why it was refused. */
  outcome: string
  /** Whose account; null where it is nobody's. */
  accountId: number | null
  /** How often: equal refusals within a minute share a line. */
  times: number
}
