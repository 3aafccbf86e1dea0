import { isRecord } from '../runtime/check.ts'
import { startLimit } from '../runtime/limit.ts'

/** How long to wait for others, in milliseconds. */
export interface Waits {
  /** For a tab that is at work to say so. */
  readonly hearing: number
  /** For a tab that is at work to come to its end. */
  readonly patience: number
}

const usualWaits: Waits = { hearing: 50, patience: 10_000 }

interface Locks {
  request<Result>(name: string, options: { signal: AbortSignal }, work: () => Promise<Result>): Promise<Result>
}

interface Channel {
  onmessage: ((event: { readonly data: unknown }) => void) | null
  postMessage(message: unknown): void
  close(): void
}

/** What a platform may have or not: Web Locks need a secure context, workers of some kinds have neither. */
interface Platform {
  readonly navigator?: { readonly locks?: Locks }
  readonly BroadcastChannel?: new (name: string) => Channel
}

/**
 * Does some work while no other tab of this origin does work of this name, if the platform can tell; without a name, at
 * once. It only spares work that would be done twice: where the others can not be asked, do not answer or do not come
 * to an end, the work is done all the same. Rejects with what the work rejects with.
 */
export function exclusively<Result>(
  name: string | undefined,
  work: () => Promise<Result>,
  waits: Waits = usualWaits,
): Promise<Result> {
  const { navigator, BroadcastChannel } = globalThis as unknown as Platform
  if (name === undefined) return work()
  if (navigator?.locks) return withLock(navigator.locks, name, work, waits)
  if (BroadcastChannel) return withChannel(new BroadcastChannel(name), work, waits)
  return work()
}

async function withLock<Result>(locks: Locks, name: string, work: () => Promise<Result>, { patience }: Waits) {
  const limit = startLimit([], patience)
  let begun = false
  try {
    return await locks.request(name, { signal: limit.signal }, () => {
      begun = true
      return work()
    })
  } catch (error) {
    if (begun) throw error
    return work()
  } finally {
    limit.release()
  }
}

/**
 * The same for pages that are not on HTTPS. A tab that wants to work says its number. One that is at work, or wants to and
 * has a lower number, tells it to wait; one with a higher number waits itself. Who is done says so, and those who wait go
 * on at once: what they would do is done by then. The channel is open only meanwhile.
 */
async function withChannel<Result>(channel: Channel, work: () => Promise<Result>, { hearing, patience }: Waits) {
  const number = Math.random()
  let working = false
  try {
    await new Promise<void>((resolve) => {
      let timer = setTimeout(resolve, hearing)
      const wait = (milliseconds: number) => {
        clearTimeout(timer)
        timer = setTimeout(resolve, milliseconds)
      }
      channel.onmessage = ({ data }) => {
        if (!isRecord(data)) return
        const { asks, mustWait, done } = data
        if (typeof asks === 'number' && (working || number < asks)) channel.postMessage({ mustWait: asks })
        else if (working) return
        else if (done) wait(0)
        else if (typeof asks === 'number' || mustWait === number) wait(patience)
      }
      channel.postMessage({ asks: number })
    })
    working = true
    return await work()
  } finally {
    channel.postMessage({ done: true })
    channel.close()
  }
}
