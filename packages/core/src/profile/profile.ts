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
  /** Name of the picture. */
  picture: string | null
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
  /** Name of a picture that this account was given. */
  picture?: string | null | undefined
}
