/** Somebody who is signed in. */
export interface Session {
  id: number
  accountId: number
}

/** A session that has just begun. The token is shown this once; only its hash is kept. */
export interface NewSession {
  token: string
  session: Session
  /** The absolute end in milliseconds since 1970; without use the session ends earlier. */
  expiresAt: number
}
