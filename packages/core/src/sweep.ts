import { setImmediate } from 'node:timers/promises'
import { wrongCodeSpan } from './codes/code.ts'
import { sendingSpan } from './codes/sendCode.ts'
import type { Core } from './core.ts'
import { lockoutSpan } from './credentials/withPassword.ts'
import { settleEdges } from './follows/settleFollows.ts'
import { lookupSpan } from './lookups/countLookup.ts'
import { phoneChangeSpan } from './profile/addressChange.ts'
import { requestSpan } from './requests/shareRequests.ts'
import { day } from './time.ts'

const batch = 500
const messageLife = 7 * day

/**
 * How many rows of each kind a sweep removed; of messages that expired undelivered, how many it wiped; of accounts whose
 * follows were still to be settled, how many it finished.
 */
export type Swept = Record<
  | 'sessions'
  | 'tokens'
  | 'tickets'
  | 'tries'
  | 'codes'
  | 'wrongCodes'
  | 'sendings'
  | 'lookups'
  | 'phoneChanges'
  | 'requestCounts'
  | 'audit'
  | 'expiredMessages'
  | 'messages'
  | 'settled',
  number
>

/**
 * All housekeeping: removes what has ended or counts no more, and messages that are a week old (they name an address, and
 * nobody waits for them any more), and finishes what `settleFollows` had to leave. Meant for the start and then every hour. It works in small batches and lets requests
 * in between.
 */
export async function sweep(core: Core): Promise<Swept> {
  const { audit, codes, credentials, lookups, messages, profile, requests, sessions, tickets } = core.stores
  const { auditDays } = core.settings
  const now = core.clock.now()
  return {
    sessions: await inBatches((limit) => sessions.removeExpired(now, limit)),
    tokens: await inBatches((limit) => sessions.removeExpiredTokens(now, limit)),
    tickets: await inBatches((limit) => tickets.removeExpired(now, limit)),
    tries: await inBatches((limit) => credentials.removeOldTries(now - 2 * lockoutSpan, limit)),
    codes: await inBatches((limit) => codes.removeExpired(now, limit)),
    wrongCodes: await inBatches((limit) => codes.removeOldWrongCodes(now - wrongCodeSpan, limit)),
    sendings: await inBatches((limit) => codes.removeOldSendings(now - sendingSpan, limit)),
    lookups: await inBatches((limit) => lookups.removeOld(now - lookupSpan, limit)),
    phoneChanges: await inBatches((limit) => profile.removeOldPhoneChanges(now - phoneChangeSpan, limit)),
    requestCounts: await inBatches((limit) => requests.removeOld(now - requestSpan, limit)),
    audit: auditDays === 0 ? 0 : await inBatches((limit) => audit.removeOld(now - auditDays * day, limit)),
    expiredMessages: await inBatches((limit) => messages.wipeExpired(now, limit)),
    messages: await inBatches((limit) => messages.removeOld(now - messageLife, limit)),
    settled: await settleAll(core),
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

async function settleAll(core: Core): Promise<number> {
  const { accounts, follows } = core.stores
  let total = 0
  for (let after = 0; ; ) {
    const accountIds = await follows.unsettled({ after, limit: batch })
    const gone: number[] = []
    for (const accountId of accountIds) {
      if ((await settleEdges(core, accountId)) === 'gone') gone.push(accountId)
      else total += 1
      after = accountId
      await setImmediate()
    }
    if (gone.length > 0 && (await accounts.forget(gone))) total += gone.length
    if (accountIds.length < batch) return total
  }
}
