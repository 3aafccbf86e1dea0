import { type Core, removeOrphans, sweep } from '@acct/core'
import type { Logger } from 'pino'

/** How often expired sessions and old tries are swept away, in milliseconds. */
const sweepInterval = 3_600_000
/** When it begins: not while the first requests are waiting for a server that has just been restarted. */
const firstSweep = 2000

/** Begins to tidy up in the background: orphaned files now, what has ended soon and then every hour. Ends by what it returns. */
export function keepHouse(core: Core, log: Logger): () => void {
  let stopped = false
  const failed = (what: string) => (error: unknown) => {
    if (!stopped) log.error({ err: error }, what)
  }
  removeOrphans(core).catch(failed('removing orphaned files failed'))
  const once = () => void sweep(core).catch(failed('sweeping failed'))
  const first = setTimeout(once, firstSweep).unref()
  const others = setInterval(once, sweepInterval).unref()
  return () => {
    stopped = true
    clearTimeout(first)
    clearInterval(others)
  }
}
