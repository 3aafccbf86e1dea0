import type { Core } from '@acct/core'

/**
 * What a person can do through a variant, in the core's words, so that one scenario runs through all of them. A variant
 * whose document has no way to do something lacks that verb, and the scenarios that need it leave it out.
 */
export interface Driver {
  readonly variant: string
  /** The verbs that its document has, beside those that all have. */
  readonly can: readonly OptionalVerb[]
  /** Whether people choose a username when they register. */
  readonly hasUsernames: boolean
  /** A new device, with cookies of its own. */
  readonly device: (server: { url: string; core: Core }) => PersonsDevice
}

export type Verdict = 'done' | 'refused'

/** Somebody new, with all that any document asks for. */
export interface Newcomer {
  readonly username: string
  readonly password: string
  /** 11 mainland digits. Claimed or verified, as the document has it. */
  readonly phone: string
}

export interface PersonsDevice extends Partial<OptionalVerbs> {
  readonly register: (person: Newcomer) => Promise<Verdict>
  /** By that of a person's names which the document's password login takes. */
  readonly signIn: (person: Newcomer, password?: string) => Promise<Verdict>
  readonly signInAs: (identifier: string, password: string) => Promise<Verdict>
  readonly isSignedIn: () => Promise<boolean>
  /** The token of the session that this device holds. */
  readonly sessionToken: () => string | undefined
}

interface OptionalVerbs {
  readonly signOut: () => Promise<Verdict>
  readonly changePassword: (from: string, to: string) => Promise<Verdict>
  readonly rename: (username: string) => Promise<Verdict>
  readonly claimPhone: (phone: string) => Promise<Verdict>
  /** The caller's own phone as the variant shows it. */
  readonly ownPhone: () => Promise<string | null>
  readonly askForLoginCode: (phone: string) => Promise<Verdict>
  readonly signInWithCode: (phone: string, code: string) => Promise<Verdict>
  readonly askForResetCode: (phone: string) => Promise<Verdict>
  readonly resetPassword: (phone: string, code: string, password: string) => Promise<Verdict>
}

type OptionalVerb = keyof OptionalVerbs
