import { setImmediate } from 'node:timers/promises'
import type { Core } from './core.ts'
import { lockoutSpan } from './credentials/withPassword.ts'
import { day } from './time.ts'

const batch = 500
const messageLife = 7 * day

/**
 * All housekeeping: removes sessions that ended, password tries that count no more, and messages that are a week old
 * (they name an address, and nobody waits for them any more). Meant for the start and then every hour. It works in small
 * batches and lets requests in between.
 */
export async function sweep(core: Core): Promise<{ sessions: number; tries: number; messages: number }> {
  const { credentials, messages, sessions } = core.stores
  const now = core.clock.now()
  return {
    sessions: await inBatches((limit) => sessions.removeExpired(now, limit)),
    tries: await inBatches((limit) => credentials.removeOldTries(now - 2 * lockoutSpan, limit)),
    messages: await inBatches((limit) => messages.removeOld(now - messageLife, limit)),
  }
}

async function inBatches(remove: (limit: number) => Promise<number>): Promise<number> {
  let total = 0
  for (;;) {
    const removed = await remove(batch)
    total += removed
    if (removed < batch) return total
    await setImmediate()
  }
}
