import type { Username } from '../accounts/username.ts'
import type { Address } from '../codes/address.ts'
import type { CodeFailure } from '../codes/code.ts'
import type { Consuming } from '../codes/store.ts'
import type { NewMessage } from '../messages/store.ts'
import type { NewAvatar } from '../pictures/avatar.ts'
import type { Session } from '../sessions/session.ts'
import type { Gender, OwnProfile, PublicProfile } from './profile.ts'

/** Changes that keep the rules. A field that is left out stays as it is; null empties it. */
export interface KeptChanges {
  username?: Username
  nickname?: string | null
  gender?: Gender | null
  birthday?: number | null
  signature?: string | null
  /** One of the account's own, or a new one whose files are written. */
  picture?: { kind: 'own'; name: string } | NewAvatar | null
  /** Refused if another account has verified one of them. */
  claims?: Claims
}

/** What a store keeps of an account and its owner sees: the age is counted when it is read. */
export type KeptProfile = Omit<OwnProfile, 'age'>

/** What an account is called by that can be proven, as a caller found it. E.164 and an e-mail address as it was typed. */
export type VerifiedAddresses = Pick<OwnProfile, 'phone' | 'email'>

/** Addresses that an owner typed and nobody has verified. */
export interface Claims {
  /** A step that finds others does nothing. */
  before: VerifiedAddresses
  addresses: Claim[]
  /** A notice that was left for the same address less than so many milliseconds before is not left again. */
  quiet: number
}

export interface Claim {
  address: Address
  /** It is the account's verified one: there is nothing to claim any more. */
  isVerified: boolean
  /** What the verified address in its place is told, if it is. */
  notice: NewMessage | null
}

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
  readOwn(session: Session): Promise<KeptProfile | undefined>
  /** Undefined for a locked account too. */
  readPublic(accountId: number): Promise<PublicProfile | undefined>
  /**
   * Changes everything given or nothing, and tells the profile that it leads to and the name of the avatar that was
   * replaced. `addressesChanged`: the verified addresses are not those that `claims` were made for.
   */
  update(
    session: Session,
    changes: KeptChanges,
  ): Promise<
    | { kind: 'updated'; profile: KeptProfile; replaced: string | null }
    | { kind: 'phoneTaken' | 'emailTaken' | 'usernameTaken' | 'pictureRefused' | 'sessionOver' }
    | { kind: 'addressesChanged' }
  >
  setSignature(session: Session, signature: string): Promise<'set' | 'sessionOver'>
  /** Keeps the addresses as the account's claims, whoever has verified them, and leaves the notices. */
  claim(session: Session, claims: Claims): Promise<'claimed' | 'addressesChanged' | 'sessionOver'>
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
