import { calls } from './calls.ts'
import { crowd } from './crowd.ts'
import { flood } from './flood.ts'
import type { Job } from './jobs.ts'
import { pace } from './pace.ts'

// The process that makes load: one job at a time, told and answered by messages.

let ceased = false

async function work(job: Job) {
  if (job.kind === 'flood') return flood(job)
  if (job.kind === 'pace') return pace(job)
  if (job.kind === 'crowd') return crowd(job, () => ceased)
  return calls(job)
}

process.on('message', async (job: Job | 'cease') => {
  if (job === 'cease') {
    ceased = true
    return
  }
  ceased = false
  const [from, used] = [performance.now(), process.cpuUsage()]
  try {
    const result = await work(job)
    const { user, system } = process.cpuUsage(used)
    process.send?.({ result: { ...result, share: (user + system) / 1000 / (performance.now() - from) } })
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) })
  }
})

// Its parent has gone: there is nobody to work for.
process.on('disconnect', () => process.exit())
