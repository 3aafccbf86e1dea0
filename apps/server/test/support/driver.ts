/**
 * What a person can do through a variant, in the core's words, so that one scenario runs through all of them.
 * A variant whose document has no way to do something lacks that verb, and the scenarios that need it leave it out.
 */
export interface Driver {
  readonly variant: string
  /** A new device, with cookies of its own. */
  readonly device: (baseUrl: string) => PersonsDevice
}

export type Verdict = 'done' | 'refused'

export interface PersonsDevice {
  readonly register: (person: { username: string; password: string; phoneClaim: string }) => Promise<Verdict>
  readonly signIn: (identifier: string, password: string) => Promise<Verdict>
  /** The token of the session that this device holds. */
  readonly sessionToken: () => string | undefined
  readonly signOut: () => Promise<Verdict>
  readonly isSignedIn: () => Promise<boolean>
  readonly changePassword: (from: string, to: string) => Promise<Verdict>
  readonly rename: (username: string) => Promise<Verdict>
  readonly claimPhone: (phone: string) => Promise<Verdict>
  /** The caller's own phone as the variant shows it. */
  readonly ownPhone: () => Promise<string | null>
}
