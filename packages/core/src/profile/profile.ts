import type { FollowLists } from '../follows/store.ts'
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
  /** What the account may do, by what an operator gave it. */
  level: number
  /** When the account was opened, in milliseconds since 1970. */
  createdAt: number
}

/** What an owner shows to others. Nothing of it until they say so. */
export interface Privacy {
  showsPhone: boolean
  showsEmail: boolean
  showsBirthday: boolean
  /** Whom the account follows, and who follows it; also whether it is among the fans that others see elsewhere. */
  showsFollows: boolean
}

/** What everybody sees. What the owner does not show is null, as if it had never been set. */
export type PublicProfile = Pick<
  OwnProfile,
  'accountId' | 'username' | 'nickname' | 'signature' | 'picture' | 'createdAt' | 'phone' | 'email' | 'birthday'
>

/** Whom an account follows and who follows it, as far as somebody sees it. */
export interface VisibleFollows {
  follows: FollowLists['groups']
  fans: FollowLists['fans']
}

/** An account as somebody who is signed in sees it. What is hidden from them is null or empty, as if there were nothing. */
export type ViewedProfile = VisibleFollows &
  Pick<
    OwnProfile,
    'accountId' | 'username' | 'nickname' | 'gender' | 'birthday' | 'phone' | 'email' | 'level' | 'picture'
  >

/** What an owner sees of the account with its lists. */
export type OwnPage = OwnProfile & VisibleFollows

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
