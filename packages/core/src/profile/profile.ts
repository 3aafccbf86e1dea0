import type { Picture } from '../pictures/picture.ts'

export type Gender = 'male' | 'female'

/** What an account's owner sees of it. What was never set is null. */
export interface OwnProfile {
  accountId: number
  username: string | null
  nickname: string | null
  gender: Gender | null
  /** Milliseconds since 1970; negative before. */
  birthday: number | null
  /** Whole years since the birthday. */
  age: number | null
  signature: string | null
  picture: Picture | null
  /** Verified, E.164. */
  phone: string | null
  /** Typed by the owner and not verified, E.164. */
  phoneClaim: string | null
  /** Verified. */
  email: string | null
  emailClaim: string | null
  /** When the account was opened, in milliseconds since 1970. */
  createdAt: number
}

/** What everybody sees. */
export type PublicProfile = Pick<
  OwnProfile,
  'accountId' | 'username' | 'nickname' | 'signature' | 'picture' | 'createdAt'
>

/** What an owner may change. A field that is left out stays as it is; null empties it. */
export interface ProfileChanges {
  username?: string | undefined
  nickname?: string | null | undefined
  gender?: Gender | null | undefined
  /** Milliseconds since 1970; not before `earliestBirthday`, not in the future. */
  birthday?: number | null | undefined
  signature?: string | null | undefined
  /** Name of a picture that this account has, or a file to make one of. An avatar that is not the picture any more goes. */
  picture?: string | { file: Uint8Array } | null | undefined
  /** A number (E.164) that nobody has verified. The verified one itself drops the claim. */
  phoneClaim?: string | undefined
  /** An e-mail address that nobody has verified. The verified one itself drops the claim. */
  emailClaim?: string | undefined
}
