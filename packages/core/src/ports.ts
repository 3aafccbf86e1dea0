import type { AccountStore } from './accounts/store.ts'
import type { CodeStore } from './codes/store.ts'
import type { CredentialStore } from './credentials/store.ts'
import type { LookupStore } from './lookups/store.ts'
import type { MessageStore } from './messages/store.ts'
import type { PictureStore } from './pictures/store.ts'
import type { ProfileStore } from './profile/store.ts'
import type { SessionStore } from './sessions/store.ts'

/** What time it is. A port, so that tests move time instead of waiting for it. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number
}

/** Where unguessable bytes come from: a cryptographically secure generator, or a seeded one in tests. */
export interface Random {
  bytes(count: number): Uint8Array
}

/** A slow password hash. Each method throws `Unavailable` when there is no room for another computation. */
export interface Hasher {
  /** A self-describing hash: algorithm, parameters and salt are inside. */
  hash(password: string): Promise<string>
  verify(hash: string, password: string): Promise<boolean>
  /** Whether a hash was made with other parameters than today's. */
  needsUpgrade(hash: string): boolean
}

/**
 * Everything that is kept, by area. Every method is one atomic step: it happened completely and durably when its promise
 * resolves, or not at all. A method throws `Unavailable` when the database cannot take it now.
 */
export interface Stores {
  accounts: AccountStore
  codes: CodeStore
  credentials: CredentialStore
  lookups: LookupStore
  messages: MessageStore
  pictures: PictureStore
  profile: ProfileStore
  sessions: SessionStore
}
