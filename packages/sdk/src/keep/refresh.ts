import type { RefreshTokenAnswer, RefreshTokenInvalid, RefreshTokenOk, TokenClient } from '../generated/token/types.ts'
import { exclusively } from './exclusively.ts'
import type { TokenPair, TokenStorage } from './storage.ts'
import { replace } from './write.ts'

/** The answers by which nothing is known of the session: it may well go on. */
type NoAnswer = Exclude<RefreshTokenAnswer, RefreshTokenOk | RefreshTokenInvalid>

/** What came of asking for a new access token. */
export type Refreshed =
  | { readonly kind: 'fresh'; readonly token: string }
  /** The session is over, or no longer the one that is kept. */
  | { readonly kind: 'over' }
  | { readonly kind: 'failed'; readonly answer: NoAnswer }

/** What this page is asking for at the moment, by refresh token: however many calls need it, it is asked for once. */
const underWay = new Map<string, Promise<Refreshed>>()

/** A new access token in place of one that the server does not take any more. Rejects with what the storage does. */
export function refresh(client: TokenClient, storage: TokenStorage, stale: TokenPair): Promise<Refreshed> {
  const known = underWay.get(stale.refreshToken)
  if (known) return known
  const refreshed = exclusively(storage.sharedAs, () => refreshOnce(client, storage, stale)).finally(() =>
    underWay.delete(stale.refreshToken),
  )
  underWay.set(stale.refreshToken, refreshed)
  return refreshed
}

async function refreshOnce(client: TokenClient, storage: TokenStorage, stale: TokenPair): Promise<Refreshed> {
  const present = await storage.get()
  // Another session is another person's, maybe: what was asked in this one's name must not happen in theirs.
  if (present?.refreshToken !== stale.refreshToken) return { kind: 'over' }
  if (present.token !== stale.token) return { kind: 'fresh', token: present.token }
  const answer = await client.refreshToken({ refreshToken: stale.refreshToken })
  if (answer.outcome === 'ok') {
    const token = answer.body.data
    return (await replace(storage, stale, { ...stale, token })) ? { kind: 'fresh', token } : { kind: 'over' }
  }
  if (answer.outcome !== 'invalid') return { kind: 'failed', answer }
  await replace(storage, stale, undefined)
  return { kind: 'over' }
}
