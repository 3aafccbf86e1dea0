import type { Username } from '../accounts/username.ts'
import type { Address } from '../codes/address.ts'
import type { CodeFailure } from '../codes/code.ts'
import type { Consuming, Limit } from '../codes/store.ts'
import type { Audience, FollowLists } from '../follows/store.ts'
import type { NewMessage } from '../messages/store.ts'
import type { NewAvatar } from '../pictures/avatar.ts'
import type { Session } from '../sessions/session.ts'
import type { Gender, OwnProfile, Privacy } from './profile.ts'

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

/** What a store keeps of an account and what its owner shows of that to others. */
export interface KeptPage {
  profile: KeptProfile
  privacy: Privacy
}

/** Somebody signed in who looks at an account. */
export type Viewer = Pick<OwnProfile, 'accountId' | 'level'>

/** What is read of an account for somebody, and with it. */
export interface View {
  /** Undefined where it was not told: whoever asks does so only to be refused. */
  accountId: number | undefined
  fansBefore: number | undefined
  /** Tells by what was read as what the viewer reads the account's lists; undefined: not at all. */
  listsFor: (viewer: Viewer, page: KeptPage) => Audience | undefined
}

/** Settings that were made, or nothing. */
export type PrivacyChanges = { [Flag in keyof Privacy]?: boolean | undefined }

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
  /** A number that takes the place of another one is counted, within a limit; null for what is no such change. */
  phoneChange: { at: number; limit: Limit } | null
}

/** The profile that changes lead to, and the name of the avatar that was replaced. */
export interface Updated {
  kind: 'updated'
  profile: KeptProfile
  replaced: string | null
}

/** Why changes were not made. `addressesChanged`: the verified addresses are not those that the step was made for. */
export type UpdateRefusal =
  | { kind: 'phoneTaken' | 'emailTaken' | 'usernameTaken' | 'pictureRefused' | 'sessionOver' }
  | { kind: 'addressesChanged' }

/**
 * Why an address was not changed. All codes are looked at, and each wrong one is counted: one wrong is `codeWrong`, else
 * one missing is `codeMissing`. The others are told after the right codes only, which stay; `until` is when the number may
 * be replaced again.
 */
export type AddressRefusal =
  | CodeFailure
  | { kind: 'phoneTaken' | 'emailTaken' }
  | { kind: 'sessionOver' }
  | { kind: 'addressesChanged' }
  | { kind: 'tooManyPhoneChanges'; until: number }

/** What is kept of profiles. A step that takes a session does nothing once that session is over. */
export interface ProfileStore {
  readOwn(session: Session): Promise<KeptProfile | undefined>
  /** Undefined for a locked account too. */
  find(accountId: number): Promise<KeptPage | undefined>
  /**
   * Reads the viewer, the account (undefined for a locked one too) and its lists as they were at one moment, so that no
   * list is shown by a setting of another moment.
   */
  view(
    session: Session,
    view: View,
  ): Promise<{ viewer: Viewer; page: KeptPage | undefined; lists: FollowLists | undefined } | undefined>
  /** Changes everything given or nothing. */
  update(session: Session, changes: KeptChanges): Promise<Updated | UpdateRefusal>
  setSignature(session: Session, signature: string): Promise<'set' | 'sessionOver'>
  readPrivacy(session: Session): Promise<Privacy | undefined>
  /**
   * Sets what is given. `unsettled`: whether the follows are shown has changed, and the account's edges are to be brought
   * in line with it.
   */
  setPrivacy(
    session: Session,
    privacy: PrivacyChanges,
  ): Promise<{ kind: 'set'; unsettled: boolean } | { kind: 'sessionOver' }>
  /** Keeps the addresses as the account's claims, whoever has verified them, and leaves the notices. */
  claim(
    session: Session,
    claims: Claims,
  ): Promise<{ kind: 'claimed' } | { kind: 'addressesChanged' } | { kind: 'sessionOver' }>
  /**
   * Replaces a verified address, drops the account's own claim of that kind and everybody's claims of the new address,
   * and ends the other sessions.
   */
  changeAddress(session: Session, change: AddressChange): Promise<{ kind: 'changed' } | AddressRefusal>
  /** `changeAddress` and `update` in one: everything or nothing. */
  updateWithAddress(
    session: Session,
    changes: Omit<KeptChanges, 'claims'>,
    change: AddressChange,
  ): Promise<Updated | UpdateRefusal | AddressRefusal>
  /** Removes up to `limit` changes of numbers from before an instant, which count no more, and tells how many. */
  removeOldPhoneChanges(before: number, limit: number): Promise<number>
}
