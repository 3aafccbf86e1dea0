/** Somebody who is signed in. */
export interface Session {
  id: number
  accountId: number
}

/** A token that has just been made. It is shown this once; only its hash is kept. */
export interface NewToken {
  token: string
  /** Milliseconds since 1970. It ends with its session if that ends earlier. */
  expiresAt: number
}

/** A session that has just begun, and its token. */
export interface NewSession extends NewToken {
  session: Session
  /** The absolute end; without use the session ends earlier. */
  expiresAt: number
  /** For clients that carry a short-lived token and fetch the next with a long-lived one; only where they were asked for. */
  tokens?: { access: NewToken; refresh: NewToken }
}
