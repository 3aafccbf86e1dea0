import type { CodeFailure } from '../codes/code.ts'
import type { Consuming } from '../codes/store.ts'
import type { Gender } from '../profile/profile.ts'
import type { Session } from '../sessions/session.ts'
import type { Account, Role } from './account.ts'
import type { Email } from './email.ts'
import type { Identifier } from './identifier.ts'
import type { Username } from './username.ts'

/** A row to be. Phone and e-mail are verified ones. */
export interface NewAccount {
  id: number
  username: Username | null
  nickname: string | null
  gender: Gender | null
  phone: string | null
  phoneClaim: string | null
  email: Email | null
  passwordHash: string | null
  role: Role
  level: number
  createdAt: number
}

/** What inserting an account comes to. */
export type InsertOutcome = 'inserted' | 'idTaken' | 'usernameTaken' | 'phoneTaken' | 'emailTaken'

/** What is kept of accounts. */
export interface AccountStore {
  /** The account with its number of sessions open at `now`. */
  find(accountId: number, now: number): Promise<Account | undefined>
  findIdByIdentifier(identifier: Identifier): Promise<number | undefined>

  /**
   * Inserts the account unless its id, username key, phone or e-mail key belongs to another one. Its verified phone and
   * e-mail are dropped as claims of all others in the same step.
   */
  insert(account: NewAccount): Promise<InsertOutcome>
  /** The same, while the session is an administrator's. */
  insertGranted(account: NewAccount, by: Session): Promise<InsertOutcome | 'roleRefused'>
  /** The same for a code. What else could refuse it is told only after the right one, which stays. */
  insertWithCode(account: NewAccount, consuming: Consuming): Promise<InsertOutcome | CodeFailure['kind']>

  /** These four tell whether there is such an account. */
  setRole(accountId: number, role: Role): Promise<boolean>
  setLevel(accountId: number, level: number): Promise<boolean>
  /** Also ends all its sessions. One that is locked already keeps its time. */
  lock(accountId: number, at: number): Promise<boolean>
  unlock(accountId: number): Promise<boolean>
  /**
   * Removes the account and every row about it: sessions, tokens, pictures, identities, password tries, codes for and
   * messages to its addresses. Tells the name of its avatar, whose files are to go; undefined if there is no such account.
   */
  remove(accountId: number): Promise<{ avatar: string | null } | undefined>
}
