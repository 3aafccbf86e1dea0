/** What the suite knows of an account that it made. */
export interface Person {
  id: number
  username: string
  /** Eleven digits. Verified, as the e-mail is; empty where the account has none. */
  phone: string
  email: string
  session: string
  access: string
  refresh: string
  ticket: string
}

/** Everybody's password, also after every change: so what the suite knows stays true whatever is sent. */
export const password = 'Passw0rd1'

/**
 * A value of a request as it is drawn: what depends on the server's state (an account, a code) is named and not yet
 * looked up, so that a request can be shrunk and sent again.
 */
export type Value =
  | { readonly is: 'literal'; readonly value: unknown }
  | { readonly is: 'known'; readonly of: 'self' | 'other'; readonly what: keyof Person }
  /** A number, an address or a name that nobody has. */
  | { readonly is: 'fresh'; readonly what: 'phone' | 'email' | 'username'; readonly number: number }
  /** The code that was sent to an address of the same request. */
  | { readonly is: 'code'; readonly to: 'address' | 'old' | 'new' }
  | { readonly is: 'file'; readonly file: FileName }

export type FileName = 'png' | 'tiny' | 'wide' | 'truncated' | 'text' | 'empty' | 'bomb' | 'large'

export const literal = (value: unknown): Value => ({ is: 'literal', value })
export const known = (what: keyof Person, of: 'self' | 'other' = 'self'): Value => ({ is: 'known', of, what })
