import { createClient } from '@acct/sdk/card'
import { until } from '../src/wait.ts'

/** How it went for somebody who only asked who they are. */
export interface Readings {
  readonly answers: number
  /** Outcomes other than `ok`. */
  readonly failures: readonly string[]
  /** The longest that one took, in milliseconds. */
  readonly longest: number
}

/** Somebody who is reading. */
export interface Reader {
  /** Resolves after this many answers more. */
  readonly reads: (more: number) => Promise<void>
  readonly stop: () => Promise<Readings>
}

/** Asks who the owner of a session is, again and again, until `stop` is called. */
export function keepReading(url: string, token: string): Reader {
  const card = createClient({ baseUrl: `${url}/card`, token, timeout: 60_000 })
  const failures: string[] = []
  let answers = 0
  let longest = 0
  let stopped = false
  const reading = (async () => {
    while (!stopped) {
      const began = performance.now()
      const { outcome } = await card.getInfo()
      longest = Math.max(longest, performance.now() - began)
      answers += 1
      if (outcome !== 'ok') failures.push(outcome)
    }
  })()
  return {
    reads: (more) => {
      const enough = answers + more
      return until(() => answers >= enough, 'answers to reads')
    },
    stop: async () => {
      stopped = true
      await reading
      return { answers, failures, longest }
    },
  }
}

/** How long a server may take to be itself again once a fault is over, without a restart; in milliseconds. */
export const longestRecovery = 5000

/** Writes until a write is acknowledged, and tells how long that took in milliseconds; throws after a minute. */
export async function recovery(url: string, token: string): Promise<number> {
  const card = createClient({ baseUrl: `${url}/card`, token })
  const began = performance.now()
  const isWritten = async () => (await card.updateInfo({ signature: `here again at ${began}` })).outcome === 'ok'
  await until(isWritten, 'a write after the fault')
  return performance.now() - began
}
