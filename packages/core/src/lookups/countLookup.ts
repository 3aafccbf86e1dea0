import type { Identifier } from '../accounts/identifier.ts'
import { counterKey } from '../codes/code.ts'
import { secondsUntil } from '../codes/sendCode.ts'
import type { Core } from '../core.ts'
import { hour } from '../time.ts'

/** The source has asked about too many identifiers; `retryAfter` whole seconds from now it may ask about another. */
export type TooManyLookups = { kind: 'tooManyLookups'; retryAfter: number }

/** How long a look-up counts, in milliseconds. */
export const lookupSpan = hour

/**
 * Counts that somebody is about to be told whether an identifier has an account. All operations that tell share one
 * budget per source. Asking about the same one again within the hour is free: it tells nothing new.
 */
export async function countLookup(
  core: Core,
  { source, identifier }: { source: string; identifier: Identifier },
): Promise<TooManyLookups | undefined> {
  const most = core.settings.lookupsPerHour
  if (most === 0) return undefined
  const now = core.clock.now()
  const outcome = await core.stores.lookups.count({
    source: counterKey(core, 'source', source),
    subject: counterKey(core, 'identifier', identifier.kind === 'phone' ? identifier.e164 : identifier.key),
    now,
    limit: { most, span: lookupSpan },
  })
  if (outcome.kind === 'counted') return undefined
  return { kind: 'tooManyLookups', retryAfter: secondsUntil(outcome.until, now) }
}
