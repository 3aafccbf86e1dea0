import type { TokenPair, TokenStorage } from './storage.ts'

/** The last write of each storage: the next one waits for it, so that looking and writing can be one step. */
const writes = new WeakMap<TokenStorage, Promise<unknown>>()

/** Keeps these tokens, or none. */
export function write(storage: TokenStorage, pair: TokenPair | undefined): Promise<void> {
  return inTurn(storage, () => storage.set(pair))
}

/**
 * Keeps other tokens for a session, or none, and says whether it did: not if somebody logged in or signed out in the
 * meantime, whose word counts more than an answer to an older request.
 */
export function replace(storage: TokenStorage, session: TokenPair, pair: TokenPair | undefined): Promise<boolean> {
  return inTurn(storage, async () => {
    const present = await storage.get()
    if (present?.refreshToken !== session.refreshToken) return false
    await storage.set(pair)
    return true
  })
}

function inTurn<Result>(storage: TokenStorage, work: () => Result | Promise<Result>): Promise<Result> {
  const done = (writes.get(storage) ?? Promise.resolve()).then(work)
  // The next one's turn comes after a failed write too.
  const over = done.catch(() => {})
  writes.set(storage, over)
  return done
}
