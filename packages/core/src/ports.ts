import type { AccountStore } from './accounts/store.ts'
import type { AuditStore } from './audit/store.ts'
import type { CodeStore } from './codes/store.ts'
import type { CredentialStore } from './credentials/store.ts'
import type { FollowStore } from './follows/store.ts'
import type { IdentityStore } from './identities/store.ts'
import type { JobStore } from './jobs/store.ts'
import type { LookupStore } from './lookups/store.ts'
import type { MessageStore } from './messages/store.ts'
import type { PictureStore } from './pictures/store.ts'
import type { Gender } from './profile/profile.ts'
import type { ProfileStore } from './profile/store.ts'
import type { RequestStore } from './requests/store.ts'
import type { SessionStore } from './sessions/store.ts'
import type { TicketStore } from './tickets/store.ts'

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
  /**
   * Takes a place in the line before anything is done for a password, and returns what gives it back. Throws `Unavailable`
   * when too many wait: then nothing has been counted or written for it yet.
   */
  enter(): () => void
  /** Whether a hash was made with other parameters than today's. */
  needsUpgrade(hash: string): boolean
}

/**
 * Makes avatars of pictures that anybody may have sent: JPEG, PNG, WebP and GIF by content, each decoded and encoded anew,
 * so that nothing of the file remains but what it shows. It bounds pixels, time and how many it makes at once, and throws
 * `Unavailable` when too many wait.
 */
export interface PictureMaker {
  make(file: Uint8Array): Promise<
    | {
        kind: 'made'
        /** JPEG, 100×100. */
        small: Uint8Array
        /** JPEG, 640×640. */
        large: Uint8Array
      }
    | { kind: 'notAPicture' }
    /** Over 5 MiB or 4096 pixels a side. */
    | { kind: 'tooLarge' }
    /** Under 64 pixels a side. */
    | { kind: 'tooSmall' }
  >
}

/** Files by name. Names are unguessable and never written twice. */
export interface Blobs {
  /** Writes a file, completely and durably or not at all. */
  put(name: string, bytes: Uint8Array): Promise<void>
  read(name: string): Promise<Uint8Array | undefined>
  /** Removes a file; one that is not there is as good as removed. */
  remove(name: string): Promise<void>
  /** Every file; `writtenAt` in milliseconds since 1970. */
  list(): AsyncIterable<{ name: string; writtenAt: number }>
}

/** Somebody a provider has told us about. */
export interface ProvenIdentity {
  kind: 'proven'
  /** The app of ours that the token was issued to. */
  appId: string
  openid: string
  unionId: string | null
  nickname: string | null
  gender: Gender | null
  pictureUrl: string | null
}

/** Proves with a provider whose a third-party token is. */
export interface IdentityProvider {
  /**
   * Whether the token was issued to an app of ours by the person with this openid. Throws `Unavailable` when the provider
   * can not be reached, is slow or talks nonsense.
   */
  prove(claim: { token: string; openid: string }): Promise<ProvenIdentity | { kind: 'notProven' }>
  /** A picture of that provider's; undefined for one from another host, too large, gone or slow. Never throws. */
  fetchPicture(url: string): Promise<Uint8Array | undefined>
}

/** What texts are measured against. Both lists may be replaced while the service runs. */
export interface WordLists {
  /** Whether a text contains a word that nobody's name, signature or group may contain, however it is disguised. */
  forbids(text: string): boolean
  /** Whether a password is too common to be set. */
  isCommonPassword(password: string): boolean
}

/** Where our messages send people. */
export interface Links {
  /** The address of the page where a password is set with a ticket. */
  resetPassword(ticket: string): string
}

/**
 * Everything that is kept, by area. Every method is one atomic step: it happened completely and durably when its promise
 * resolves, or not at all. A method throws `Unavailable` when the database cannot take it now.
 */
export interface Stores {
  accounts: AccountStore
  audit: AuditStore
  codes: CodeStore
  credentials: CredentialStore
  follows: FollowStore
  identities: IdentityStore
  jobs: JobStore
  lookups: LookupStore
  messages: MessageStore
  pictures: PictureStore
  profile: ProfileStore
  requests: RequestStore
  sessions: SessionStore
  tickets: TicketStore
}
