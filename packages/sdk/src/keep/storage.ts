/** The two tokens that a login answers. */
export interface TokenPair {
  /** The access token: makes the calls, for a quarter of an hour. */
  readonly token: string
  /** The refresh token: gets new access tokens, and stays the same as long as the session lasts. */
  readonly refreshToken: string
}

/** Where the tokens are between two calls. What it throws or rejects with ends a call as `networkError`, as its cause. */
export interface TokenStorage {
  /** The tokens that were set last, undefined if there are none. */
  get(): TokenPair | undefined | Promise<TokenPair | undefined>
  /** Keeps these tokens in place of those before; undefined keeps none. */
  set(pair: TokenPair | undefined): void | Promise<void>
  /**
   * A name for this storage, the same in every tab that can see it: of these tabs only one at a time asks for a new
   * token, and the others take it over. Without a name each tab asks for itself, which costs requests and nothing else.
   */
  readonly sharedAs?: string | undefined
}

/** Keeps the tokens in this storage object, and so no longer than the page. Any number of clients may share it. */
export function memoryTokens(pair?: TokenPair): TokenStorage {
  let kept = pair
  return {
    get: () => kept,
    set: (pair) => {
      kept = pair
    },
  }
}

/** The part of the browser's `localStorage` that is used here. */
interface LocalStorage {
  getItem(key: string): string | null
  setItem(key: string, value: string): void
  removeItem(key: string): void
}

const localStorages = new Map<string, TokenStorage>()

/**
 * Keeps the tokens in the browser's `localStorage`, for all tabs and until the user signs out. Every script of the
 * origin can read them there. The same key is the same storage.
 */
export function localTokens(key = 'acct_tokens'): TokenStorage {
  const known = localStorages.get(key)
  if (known) return known
  // Looked up at each use: a page may be rendered first where there is none.
  const local = () => (globalThis as unknown as { readonly localStorage: LocalStorage }).localStorage
  const storage: TokenStorage = {
    sharedAs: key,
    get: () => pairIn(local().getItem(key)),
    set: (pair) => {
      if (pair) local().setItem(key, JSON.stringify(pair))
      else local().removeItem(key)
    },
  }
  localStorages.set(key, storage)
  return storage
}

/** What is no pair is none: others can write there too. */
function pairIn(text: string | null): TokenPair | undefined {
  try {
    const { token, refreshToken } = JSON.parse(text ?? 'null')
    return typeof token === 'string' && typeof refreshToken === 'string' ? { token, refreshToken } : undefined
  } catch {
    return undefined
  }
}
