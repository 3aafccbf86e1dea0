import { type AnswerHeaders, sessionToken } from '@acct/sdk'
import { createClient as cardClient } from '@acct/sdk/card'
import { createClient as communityClient } from '@acct/sdk/community'
import { createClient as phoneClient } from '@acct/sdk/phone'
import { createClient as tokenClient } from '@acct/sdk/token'
import type { Seeded } from '../../src/seeded.ts'
import type { Person, State } from './state.ts'

/** What came back, as every client of the SDK tells it. */
export interface Heard {
  readonly outcome: string
  readonly headers?: AnswerHeaders | undefined
  /** Why there was no answer. */
  readonly cause?: unknown
}

/** One request that changes something. */
export interface Operation {
  readonly name: string
  /** Sends it. The number is that of its line in the ledger: a recorder finds it in the request. */
  readonly send: (ledger: number) => Promise<Heard>
  /** What is true once it was answered `ok`: `token` is the session token in that answer, if there is one. */
  readonly done: (token: string | undefined) => State
}

/** What an operation is drawn from. */
export interface Scene {
  /** Where the server is now. */
  readonly url: string
  readonly state: State
  readonly random: Seeded
  /** A text that nobody had before. */
  readonly fresh: (prefix: string) => string
  /** The household's own numbers, E.164. */
  readonly phones: readonly string[]
  /** Account ids that were seen, by name. */
  readonly ids: ReadonlyMap<string, number>
  /** Accounts that stay, to be followed. */
  readonly celebrities: readonly number[]
}

/** Draws a request of one kind; undefined where nobody of the household can make it now. */
export type Draw = (scene: Scene) => Operation | undefined

/** The SDK's clients for one request. */
export function clients(url: string, ledger: number, token?: string) {
  const options = { token, timeout: 60_000, headers: { 'x-ledger': String(ledger) } }
  return {
    card: cardClient({ ...options, baseUrl: `${url}/card` }),
    community: communityClient({ ...options, baseUrl: `${url}/community` }),
    phone: phoneClient({ ...options, baseUrl: `${url}/phone` }),
    token: tokenClient({ ...options, baseUrl: `${url}/token` }),
  }
}

/** The session token in an answer. */
export const tokenIn = ({ headers }: Heard): string | undefined => headers && sessionToken(headers)

/** The newest code that was sent to a number, from the development inbox; undefined where it cannot be read. */
export async function codeFor(url: string, phone: string, scope: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/dev/inbox.json?to=${encodeURIComponent(phone)}`)
    const { messages } = (await response.json()) as { messages: { scope: string | null; code: string | null }[] }
    return messages.find((message) => message.scope === scope)?.code ?? undefined
  } catch {
    return undefined
  }
}

/** Somebody of the household whom this fits, by name. */
export function pick(scene: Scene, fits: (person: Person) => boolean): { name: string; person: Person } | undefined {
  const found = Object.entries(scene.state.people).filter(([, person]) => fits(person))
  if (found.length === 0) return undefined
  const [name, person] = scene.random.one(found)
  return { name, person }
}

/** One of somebody's tokens. */
export const aToken = ({ random }: Scene, { sessions }: Person): string | undefined => {
  const tokens = Object.keys(sessions)
  return tokens.length === 0 ? undefined : random.one(tokens)
}

export const isSignedIn = ({ sessions }: Person): boolean => Object.keys(sessions).length > 0

/** A mainland number as `card` and `phone` write it. */
export const digits = (e164: string) => e164.slice(3)

/** A number as `community` writes it. */
export const written = (e164: string) => e164.slice(1)
