import { setImmediate } from 'node:timers/promises'
import { wrongCodeSpan } from './codes/code.ts'
import { sendingSpan } from './codes/sendCode.ts'
import type { Core } from './core.ts'
import { lockoutSpan } from './credentials/withPassword.ts'
import { lookupSpan } from './lookups/countLookup.ts'
import { day } from './time.ts'

const batch = 500
const messageLife = 7 * day

/** How many rows of each kind a sweep removed; of messages that expired undelivered, how many it wiped. */
export type Swept = Record<
  'sessions' | 'tokens' | 'tries' | 'codes' | 'wrongCodes' | 'sendings' | 'lookups' | 'expiredMessages' | 'messages',
  number
>

/**
 * All housekeeping: removes what has ended or counts no more, and messages that are a week old (they name an address, and
 * nobody waits for them any more). Meant for the start and then every hour. It works in small batches and lets requests
 * in between.
 */
export async function sweep(core: Core): Promise<Swept> {
  const { codes, credentials, lookups, messages, sessions } = core.stores
  const now = core.clock.now()
  return {
    sessions: await inBatches((limit) => sessions.removeExpired(now, limit)),
    tokens: await inBatches((limit) => sessions.removeExpiredTokens(now, limit)),
    tries: await inBatches((limit) => credentials.removeOldTries(now - 2 * lockoutSpan, limit)),
    codes: await inBatches((limit) => codes.removeExpired(now, limit)),
    wrongCodes: await inBatches((limit) => codes.removeOldWrongCodes(now - wrongCodeSpan, limit)),
    sendings: await inBatches((limit) => codes.removeOldSendings(now - sendingSpan, limit)),
    lookups: await inBatches((limit) => lookups.removeOld(now - lookupSpan, limit)),
    expiredMessages: await inBatches((limit) => messages.wipeExpired(now, limit)),
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
