import type { NewAccount } from '../accounts/store.ts'
import type { NewAvatar } from '../pictures/avatar.ts'
import type { Session } from '../sessions/session.ts'
import type { SessionStart } from '../sessions/store.ts'
import type { Identity } from './identity.ts'

/** What is kept of identities at providers: whose they are. One is found by provider, app and openid. */
export interface IdentityStore {
  /** Begins a session of the account that the identity belongs to, and notes a `unionId` that is told. */
  open(
    identity: Identity,
    start: SessionStart,
  ): Promise<{ kind: 'opened'; session: Session } | { kind: 'locked' } | { kind: 'unknown' }>

  /**
   * The same where the identity belongs to nobody, for an account that is inserted with it and shows the avatar. If it
   * does belong to one by now, that account is opened, and nothing is inserted.
   */
  insert(input: {
    identity: Identity
    account: NewAccount
    avatar: NewAvatar | null
    start: SessionStart
  }): Promise<{ kind: 'opened'; session: Session; isNew: boolean } | { kind: 'locked' } | { kind: 'idTaken' }>
}
