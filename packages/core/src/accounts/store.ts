import type { CodeFailure } from '../codes/code.ts'
import type { Consuming } from '../codes/store.ts'
import type { Gender } from '../profile/profile.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionStart } from '../sessions/store.ts'
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

/** What inserting an account with a session comes to. */
type SignUpOutcome = { kind: 'signedUp'; session: Session } | { kind: 'taken' } | { kind: 'idTaken' }

/** What a removed account leaves to be done. */
interface Removed {
  avatar: string | null
}

/** What is kept of accounts. */
export interface AccountStore {
  /** The account with its number of sessions open at `now`. */
  find(accountId: number, now: number): Promise<Account | undefined>
  findIdByIdentifier(identifier: Identifier): Promise<number | undefined>

  /**
   * Inserts the account unless its id (now or ever), username key, phone or e-mail key belongs to another one. Its verified phone and
   * e-mail are dropped as claims of all others in the same step.
   */
  insert(account: NewAccount): Promise<InsertOutcome>
  /** The same, while the session is an administrator's. */
  insertGranted(account: NewAccount, by: Session): Promise<InsertOutcome | 'roleRefused'>
  /** The same for a code. What else could refuse it is told only after the right one, which stays. */
  insertWithCode(account: NewAccount, consuming: Consuming): Promise<InsertOutcome | CodeFailure['kind']>

  /** Inserts an account and begins a session of it; `taken` if its username or verified address is another's. */
  signUp(input: { account: NewAccount; start: SessionStart }): Promise<SignUpOutcome>
  /** The same for a code. `taken` only after the right one, which stays. */
  signUpWithCode(input: {
    account: NewAccount
    consuming: Consuming
    start: SessionStart
  }): Promise<SignUpOutcome | CodeFailure>
  /**
   * Begins a session of the account that has verified the phone, or inserts `account`, which has nothing but that phone,
   * and begins one of it, for a code. `locked` only after the right one, which stays.
   */
  signInOrSignUp(input: {
    phone: string
    account: NewAccount
    consuming: Consuming
    start: SessionStart
  }): Promise<
    { kind: 'opened'; session: Session; isNew: boolean } | CodeFailure | { kind: 'locked' } | { kind: 'idTaken' }
  >

  /** These four tell whether there is such an account. */
  setRole(accountId: number, role: Role): Promise<boolean>
  setLevel(accountId: number, level: number): Promise<boolean>
  /**
   * Also ends all its sessions. One that is locked already keeps its time. This, unlocking and removing it also note that
   * its follows are to be settled.
   */
  lock(accountId: number, at: number): Promise<boolean>
  unlock(accountId: number): Promise<boolean>
  /**
   * Removes the account and every row about it but its follows: sessions, tokens, pictures, identities, groups, reset
   * tickets, phone changes, password tries, codes for and messages to its verified addresses. (An address that it only
   * claimed may be another's, and so may what was sent there.) Tells the name of its avatar, whose files are to go;
   * undefined if there is no such account.
   */
  remove(accountId: number): Promise<Removed | undefined>
  /**
   * The same for the owner, who is signed in and shows a code for a verified address of the account. `unknownAccount`, if
   * they are not, only after the right code, which stays.
   */
  removeOwn(input: {
    session: Session | undefined
    address: Identifier
    consuming: Consuming
  }): Promise<({ kind: 'removed'; accountId: number } & Removed) | CodeFailure | { kind: 'unknownAccount' }>
  /**
   * The end of removals, once their follows are gone too: what the database's files hold beside its rows is overwritten,
   * and they need settling no more. False if that has to wait because another process uses the database.
   */
  forget(accountIds: readonly number[]): Promise<boolean>
}
