import { type Core, writeRefusals } from '@acct/core'
import type { FastifyBaseLogger } from 'fastify'

/** How often noted refusals are written into the audit log, in milliseconds. */
const interval = 1000

/** Writes what was refused into the audit log, in the background. What it returns writes the rest and ends it. */
export function startAuditTrail(core: Core, log: FastifyBaseLogger): () => Promise<void> {
  let writing = Promise.resolve()
  const write = (isEnd: boolean) => {
    writing = writing.then(async () => {
      try {
        await writeRefusals(core, { isEnd })
      } catch (error) {
        log.error({ err: error }, 'refusals could not be written into the audit log')
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
