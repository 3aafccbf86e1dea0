import type { Core } from '../core.ts'
import { second } from '../time.ts'
import type { ChannelName, Message } from './message.ts'

/** What became of a message that was handed over. Throwing is as good as `unclear`. */
export type SendResult =
  | { kind: 'sent' }
  /** Nothing was handed over: trying again sends nothing twice. */
  | { kind: 'refused'; reason: string }
  /** It may have been taken, as after a time-out: trying again might send it twice. */
  | { kind: 'unclear'; reason: string }

/** A way to deliver messages. It limits its own time. */
export interface Sender {
  send(message: Message): Promise<SendResult>
}

/** How each channel delivers. Only those with a sender have a queue. */
export type Senders = Readonly<Record<ChannelName, Sender | 'inbox' | 'off'>>

/** What became of a message, for a log: it names neither address nor content. */
export interface Delivery {
  id: number
  channel: ChannelName
  outcome: 'sent' | 'retried' | 'failed' | 'unclear'
  reason?: string
}

/** How many messages of a channel are on their way at once, so that a slow answer holds up one line and not all. */
const lines = 8

/**
 * Delivers what is due on every channel that has a sender, until nothing is, and tells what became of each message. A
 * refused one is tried again after 1 s, 2 s, 4 s and so on until it expires; an unclear one is not repeated. Several may
 * run at once, in several processes: a message is claimed by one of them.
 */
export async function deliverDue(core: Core, senders: Senders): Promise<Delivery[]> {
  const deliveries: Delivery[] = []
  const run = async (channel: ChannelName, sender: Sender) => {
    for (;;) {
      const claimed = await core.stores.messages.claim({ channel, now: core.clock.now() })
      if (claimed === undefined) return
      deliveries.push({ id: claimed.id, channel, ...(await deliver(core, sender, claimed)) })
    }
  }
  const channels = ['sms', 'email'] as const
  const runs = channels.flatMap((channel) => {
    const sender = senders[channel]
    return typeof sender === 'string' ? [] : Array.from({ length: lines }, () => run(channel, sender))
  })
  // All come to their end, also where one finds the database failing: what is being sent must be settled.
  const ends = await Promise.allSettled(runs)
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return deliveries
}

async function deliver(
  core: Core,
  sender: Sender,
  { id, attempts, message }: { id: number; attempts: number; message: Message | undefined },
): Promise<Pick<Delivery, 'outcome' | 'reason'>> {
  const { messages } = core.stores
  if (message === undefined) {
    await messages.settle(id, 'failed')
    return { outcome: 'failed', reason: 'it was sealed with another secret' }
  }
  const result = await sender
    .send(message)
    .catch((error: unknown) => ({ kind: 'unclear' as const, reason: `${error}` }))
  if (result.kind !== 'refused') {
    await messages.settle(id, result.kind)
    return result.kind === 'sent' ? { outcome: 'sent' } : { outcome: 'unclear', reason: result.reason }
  }
  const dueAt = core.clock.now() + second * 2 ** (attempts - 1)
  if (dueAt < message.expiresAt) {
    await messages.retry(id, dueAt)
    return { outcome: 'retried', reason: result.reason }
  }
  await messages.settle(id, 'failed')
  return { outcome: 'failed', reason: result.reason }
}
