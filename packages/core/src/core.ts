import type { Origin } from './audit/line.ts'
import { createRefusals, type Refusals } from './audit/refusals.ts'
import type { ProviderName } from './identities/identity.ts'
import { type OpenedMessages, openedMessages } from './messages/openedMessages.ts'
import type { Blobs, Clock, Hasher, IdentityProvider, Links, PictureMaker, Random, Stores, WordLists } from './ports.ts'
import { randomText } from './random.ts'
import { createSecrets, type Secrets } from './secrets.ts'
import type { Settings } from './settings.ts'
import { createTurns, type Turns } from './turns.ts'

/** What the core needs from outside. */
export interface Parts {
  clock: Clock
  random: Random
  hasher: Hasher
  pictureMaker: PictureMaker
  blobs: Blobs
  /** Those whose apps the operator has named; nobody signs in with another. */
  identityProviders: Partial<Record<ProviderName, IdentityProvider>>
  wordLists: WordLists
  links: Links
  stores: Stores
  settings: Settings
}

/** The first argument of every operation. One per process. */
export interface Core extends Omit<Parts, 'stores' | 'settings'> {
  /** What is kept. Messages are kept sealed and read opened. */
  stores: Omit<Stores, 'messages'> & { messages: OpenedMessages }
  settings: Omit<Settings, 'secret'>
  secrets: Secrets
  inTurn: Turns
  /** On whose behalf it acts (`actingFor`); undefined for nobody's, as in housekeeping: that leaves no line in the audit log. */
  origin: Origin | undefined
  /** What was refused and is not in the audit log yet. */
  refusals: Refusals
  /**
   * A hash of a password that nobody knows, made with today's parameters. It is verified where there is no real hash,
   * so that an unknown account costs as much time as a wrong password.
   */
  dummyHash(): Promise<string>
}

/**
 * Puts the core together. Cheap: the dummy hash is made by the first operation that checks a password. Throws a RangeError
 * for a secret that is too short.
 */
export function createCore({ stores, settings: { secret, ...settings }, ...ports }: Parts): Core {
  const { hasher, random } = ports
  const secrets = createSecrets(secret, random)
  let dummy: Promise<string> | undefined
  let messages: OpenedMessages | undefined
  return {
    ...ports,
    // On top of the stores and not copied from them: they may be made when somebody first asks for them.
    stores: Object.create(stores, {
      messages: { enumerable: true, get: () => (messages ??= openedMessages(stores.messages, secrets)) },
    }),
    settings,
    secrets,
    inTurn: createTurns(),
    origin: undefined,
    refusals: createRefusals(),
    dummyHash: () => {
      dummy ??= hasher.hash(randomText(random)).catch((error: unknown) => {
        dummy = undefined
        throw error
      })
      return dummy
    },
  }
}
