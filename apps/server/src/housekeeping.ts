import { beginJob, type Core, removeOrphans, sweep } from '@acct/core'
import type { Logger } from 'pino'

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** When sweeping begins: not while the first requests are waiting for a server that has just been restarted. */
const firstSweep = 2 * second

/**
 * Begins to tidy up in the background: orphaned files now, what has ended soon and then every hour. Of several processes one
 * does what all would. Ends by what it returns.
 */
export function keepHouse(core: Core, log: Logger): () => void {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  const logFailure = (what: string) => (error: unknown) => {
    if (!stopped) log.error({ err: error }, what)
  }
  const sweepIn = (delay: number, span: number) => {
    timer = setTimeout(() => void sweepOnce(span).catch(logFailure('sweeping failed')), delay).unref()
  }
  const sweepOnce = async (span: number) => {
    const isOurs = await beginJob(core, { job: 'sweep', span }).catch((error: unknown) => {
      logFailure('sweeping failed')(error)
      return false
    })
    if (stopped) return
    // What a process left that died is finished by the one that comes in its place, even where another has just swept.
    if (isOurs || span > minute) sweepIn(hour, hour / 2)
    else sweepIn(minute, minute)
    if (isOurs) await sweep(core)
  }
  const orphans = async () => {
    if (await beginJob(core, { job: 'removeOrphans', span: hour })) await removeOrphans(core)
  }

  orphans().catch(logFailure('removing orphaned files failed'))
  sweepIn(firstSweep, minute)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}
