import type { Username } from '../accounts/username.ts'
import type { Address } from '../codes/address.ts'
import type { CodeFailure } from '../codes/code.ts'
import type { Consuming } from '../codes/store.ts'
import type { NewMessage } from '../messages/store.ts'
import type { Session } from '../sessions/session.ts'
import type { Gender, OwnProfile, PublicProfile } from './profile.ts'

/** Changes that keep the rules. A field that is left out stays as it is; null empties it. */
export interface KeptChanges {
  username?: Username
  nickname?: string | null
  gender?: Gender | null
  birthday?: number | null
  signature?: string | null
  picture?: string | null
}

/** What an account is called by that can be proven, as a caller found it. E.164 and an e-mail address as it was typed. */
export type VerifiedAddresses = Pick<OwnProfile, 'phone' | 'email'>

/** An address that is about to take the place of the account's verified one of its kind. */
export interface AddressChange {
  /** A step that finds others does nothing. */
  before: VerifiedAddresses
  next: Address
  /** The codes of all addresses that had to be proven: all are used up or none. */
  consuming: Consuming[]
  /** What the old address is told, if there is one. */
  notice: NewMessage | null
}

/** What is kept of profiles. A step that takes a session does nothing once that session is over. */
export interface ProfileStore {
  readOwn(session: Session): Promise<Omit<OwnProfile, 'age'> | undefined>
  /** Undefined for a locked account too. */
  readPublic(accountId: number): Promise<PublicProfile | undefined>
  /** Changes everything given or nothing. A picture must be one of the account's own. */
  update(
    session: Session,
    changes: KeptChanges,
  ): Promise<'updated' | 'usernameTaken' | 'pictureRefused' | 'sessionOver'>
  setSignature(session: Session, signature: string): Promise<'set' | 'sessionOver'>
  /**
   * Keeps the number as the account's claim, and leaves the notice for the verified number, unless it was left one less
   * than `quiet` milliseconds before. Claiming the verified number clears the claim. Does nothing if the verified number
   * is not `verified` any more: `phoneChanged`.
   */
  claimPhone(
    session: Session,
    phone: string,
    about: { verified: string | null; notice: NewMessage | null; quiet: number },
  ): Promise<'claimed' | 'phoneChanged' | 'sessionOver'>
  /**
   * Replaces a verified address, drops the account's own claim of that kind and everybody's claims of the new address,
   * and ends the other sessions. All codes are looked at, and each wrong one is counted: one wrong is `codeWrong`, else one
   * missing is `codeMissing`. `taken`: the right codes, but another account has the address.
   */
  changeAddress(
    session: Session,
    change: AddressChange,
  ): Promise<
    { kind: 'changed' } | { kind: 'addressesChanged' } | CodeFailure | { kind: 'taken' } | { kind: 'sessionOver' }
  >
}
