import type { Core } from '../core.ts'
import { clockTolerance } from '../time.ts'

/** Work that one process does for all on the same database. */
export type Job = 'sweep' | 'removeOrphans'

/** Whether this process is to do a job now: no other has begun it within `span` milliseconds. */
export async function beginJob(core: Core, { job, span }: { job: Job; span: number }): Promise<boolean> {
  const now = core.clock.now()
  return core.stores.jobs.begin({ name: job, now, after: now - span, until: now + clockTolerance })
}
