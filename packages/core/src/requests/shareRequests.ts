import { counterKey } from '../codes/code.ts'
import type { Core } from '../core.ts'
import { minute } from '../time.ts'

/** How long a minute's counts are kept, in milliseconds: nobody asks for them once it is over. */
export const requestSpan = 2 * minute

/**
 * Tells all other processes on the same database what sources have asked of this one in a minute (named by the instant that
 * it began at), beyond what it has told already. Returns what each of them has asked of all together, as far as they told.
 */
export async function shareRequests(
  core: Core,
  { minute: began, requests }: { minute: number; requests: ReadonlyMap<string, number> },
): Promise<Map<string, number>> {
  const sources = [...requests.keys()]
  const counts = sources.map((source) => ({
    source: counterKey(core, 'source', source),
    requests: requests.get(source) ?? 0,
  }))
  const totals = await core.stores.requests.add({ minute: began, counts })
  return new Map(sources.map((source, index) => [source, totals[index] ?? 0]))
}
