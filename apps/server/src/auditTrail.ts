import { type Core, writeRefusals } from '@acct/core'
import type { FastifyBaseLogger } from 'fastify'
import { logOutage } from './outage.ts'

/** How often noted refusals are written into the audit log, in milliseconds. */
const interval = 1000

/** Writes what was refused into the audit log, in the background. What it returns writes the rest and ends it. */
export function startAuditTrail(core: Core, log: FastifyBaseLogger): () => Promise<void> {
  const outage = logOutage(log, {
    begins: 'refusals could not be written into the audit log; it is tried each second',
    ends: 'refusals are written into the audit log again',
  })
  let writing = Promise.resolve()
  const write = (isEnd: boolean) => {
    writing = writing.then(async () => {
      try {
        const began = performance.now()
        if ((await writeRefusals(core, { isEnd })) > 0) outage.worked(began)
      } catch (error) {
        outage.failed(error)
      }
    })
    return writing
  }
  const timer = setInterval(() => void write(false), interval).unref()
  return () => {
    clearInterval(timer)
    return write(true)
  }
}
