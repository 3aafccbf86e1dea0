import type { ChannelName, Content, Message } from './message.ts'

/** A message that begins its way: into the queue, or just into the inbox. */
export interface NewMessage extends Omit<Message, 'id' | keyof Content> {
  /** What is equal for all spellings of `to`. */
  toKey: string
  /** What is in it: its `Content`. */
  sealed: Uint8Array
  state: 'queued' | 'inbox'
}

/** A message as it is kept while there is something in it. */
export type SealedMessage = Omit<Message, keyof Content> & {
  sealed: Uint8Array
  /** How often it was handed out for delivery, this time included. */
  attempts: number
}

/**
 * What is kept of messages; they are put in by the steps of what they tell about. Each is `queued` until it is claimed,
 * then `sending`. From there it comes back or is settled, and its content is wiped. One that a crash leaves in `sending`
 * may have been handed over: nobody claims it again.
 */
export interface MessageStore {
  /** What is in the inbox, the newest first; only what went to one address where its key is given. */
  list(query: { toKey?: string | undefined; limit: number }): Promise<SealedMessage[]>

  /** Takes the longest due message of the channel for delivery: nobody else gets it. Wipes expired ones on the way. */
  claim(query: { channel: ChannelName; now: number }): Promise<SealedMessage | undefined>
  /** Puts a claimed message back into the queue. */
  retry(id: number, dueAt: number): Promise<void>
  /** Ends a claimed message's way and wipes it. `unclear`: it may have arrived. */
  settle(id: number, state: 'sent' | 'failed' | 'unclear'): Promise<void>

  /** How many messages of the channel wait in the queue. */
  countWaiting(channel: ChannelName): Promise<number>
  /** Wipes up to `limit` messages that were not settled by the time they expired, and tells how many. */
  wipeExpired(now: number, limit: number): Promise<number>
  /** Removes up to `limit` messages older than `before`, whatever became of them, and tells how many. */
  removeOld(before: number, limit: number): Promise<number>
}
