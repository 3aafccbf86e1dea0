import { setTimeout } from 'node:timers/promises'
import { createClient } from '@acct/sdk/card'
import { until } from '../../src/wait.ts'

/** What is asked again and again, one of each at a time. */
export const kinds = ['read', 'write', '/healthz', '/readyz'] as const
export type Kind = (typeof kinds)[number]

/** One answer; times are those of `performance.now()`. */
export interface Asked {
  readonly kind: Kind
  readonly began: number
  readonly ended: number
  /** An outcome, or a status. */
  readonly said: string
}

/** Somebody who asks a server how it is, and keeps what it said. */
export interface Asking {
  readonly asked: readonly Asked[]
  /** Resolves after this many answers more. */
  readonly hears: (more: number) => Promise<void>
  /**
   * Waits until all is well: a few good answers of each kind, one after another. Resolves with how long after a moment the last
   * bad answer came, or the first good one of a kind where there was none; in milliseconds. Throws after a minute.
   */
  readonly isWell: (since: number) => Promise<number>
  readonly stop: () => Promise<void>
}

/** So many good answers one after another, of each kind, make a server that is itself again. */
const enough = 5

export const isGood = ({ said }: Asked) => said === 'ok' || said === '200'

/** Asks in the name of a session's owner, whose signature it changes. */
export function keepAsking(url: string, token: string): Asking {
  const card = createClient({ baseUrl: `${url}/card`, token, timeout: 60_000 })
  const asked: Asked[] = []
  let stopped = false
  const status = async (path: string) => {
    const response = await fetch(url + path)
    await response.arrayBuffer()
    return String(response.status)
  }
  const ask: Readonly<Record<Kind, () => Promise<string>>> = {
    read: async () => (await card.getInfo()).outcome,
    write: async () => (await card.updateInfo({ signature: `written at ${performance.now()}` })).outcome,
    '/healthz': () => status('/healthz'),
    '/readyz': () => status('/readyz'),
  }
  const keepOn = async (kind: Kind) => {
    while (!stopped) {
      const began = performance.now()
      const said = await ask[kind]().catch((error: unknown) => String(error))
      asked.push({ kind, began, ended: performance.now(), said })
      // Keeps no process alive: a scenario that fails leaves this running.
      await setTimeout(20, undefined, { ref: false })
    }
  }
  const all = Promise.all(kinds.map(keepOn))
  const isWellSince = (since: number) => (kind: Kind) => {
    const last = asked.filter((each) => each.kind === kind).slice(-enough)
    return last.length === enough && last.every((each) => isGood(each) && each.began >= since)
  }
  const backAfter = (since: number) => (kind: Kind) => {
    const after = asked.filter((each) => each.kind === kind && each.ended >= since)
    const decisive = after.findLast((each) => !isGood(each)) ?? after[0]
    return (decisive?.ended ?? Number.POSITIVE_INFINITY) - since
  }
  return {
    asked,
    hears: (more) => {
      const wanted = asked.length + more
      return until(() => asked.length >= wanted, 'answers')
    },
    isWell: async (since) => {
      await until(() => kinds.every(isWellSince(since)), 'a server that is itself again')
      return Math.max(...kinds.map(backAfter(since)))
    },
    stop: async () => {
      stopped = true
      await all
    },
  }
}

/** What was said how often: `12 × ok, 3 × unavailable`. */
export function tally(said: Iterable<string>): string {
  const counts = new Map<string, number>()
  for (const each of said) counts.set(each, (counts.get(each) ?? 0) + 1)
  return [...counts].map(([each, often]) => `${often.toLocaleString('en-US')} × ${each}`).join(', ')
}
