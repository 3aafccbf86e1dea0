/** Something to be delivered, kept in the same transaction as what it tells about. */
export interface Message {
  id: number
  channel: 'sms' | 'email'
  /** E.164 or an e-mail address. */
  to: string
  /** What the code in it is good for; null without one. */
  scope: string | null
  code: string | null
  text: string
  /** Milliseconds since 1970. */
  at: number
}

/** What is kept of messages. */
export interface MessageStore {
  /** The newest first; only those to one address where it is given. */
  list(query: { to?: string | undefined; limit: number }): Promise<Message[]>
  /** Removes up to `limit` messages older than `before` and tells how many. */
  removeOld(before: number, limit: number): Promise<number>
}
