import type { Gender } from '../profile/profile.ts'

/** What an account may be; each API decides what a role is worth. */
export const roles = ['normal_user', 'vip_user', 'creator', 'admin'] as const

export type Role = (typeof roles)[number]

/** An account as its operator sees it. Instants are in milliseconds since 1970. */
export interface Account {
  id: number
  username: string | null
  nickname: string | null
  gender: Gender | null
  birthday: number | null
  signature: string | null
  /** Verified, E.164. */
  phone: string | null
  /** Typed by the owner and not verified, E.164. */
  phoneClaim: string | null
  /** Verified. */
  email: string | null
  emailClaim: string | null
  role: Role
  level: number
  lockedAt: number | null
  createdAt: number
  hasPassword: boolean
  /** How many sessions are open. */
  sessions: number
}
