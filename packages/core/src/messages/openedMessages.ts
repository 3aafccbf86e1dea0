import type { Secrets } from '../secrets.ts'
import type { Content, Message } from './message.ts'
import type { MessageStore, SealedMessage } from './store.ts'

/** Messages with what is in them. */
export interface OpenedMessages extends Omit<MessageStore, 'list' | 'claim'> {
  /**
   * What is in the inbox, the newest first; only what went to one address (E.164 or e-mail) where it is given. What was
   * sealed with another secret is left out.
   */
  list(query: { to?: string | undefined; limit: number }): Promise<Message[]>
  /** Like `MessageStore.claim`; `message` is undefined if it was sealed with another secret. */
  claim(
    query: Parameters<MessageStore['claim']>[0],
  ): Promise<{ id: number; attempts: number; message: Message | undefined } | undefined>
}

/** What may wait in a queue since before messages had links. */
type Sealed = Omit<Content, 'link'> & Partial<Pick<Content, 'link'>>

/** Opens what a store keeps sealed. */
export function openedMessages(kept: MessageStore, secrets: Secrets): OpenedMessages {
  const open = ({ sealed, attempts: _, ...message }: SealedMessage): Message | undefined => {
    const content = secrets.open(sealed)
    return content === undefined ? undefined : { ...message, link: null, ...(JSON.parse(content) as Sealed) }
  }
  return {
    ...kept,
    list: async ({ to, limit }) => {
      const messages = await kept.list({ toKey: to?.toLowerCase(), limit })
      return messages.map(open).filter((message) => message !== undefined)
    },
    claim: async (query) => {
      const claimed = await kept.claim(query)
      return claimed && { id: claimed.id, attempts: claimed.attempts, message: open(claimed) }
    },
  }
}
