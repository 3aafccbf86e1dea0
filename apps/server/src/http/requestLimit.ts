/** Counts the requests of each source in windows of a minute that begin with its first. */
export interface RequestLimit {
  /** Counts one more at `now`; the milliseconds until the source may come again, 0 if this one may pass. */
  readonly count: (source: string, now: number) => number
}

const window = 60_000

/** Sources that are remembered; beyond them those are forgotten whose windows end first. */
const mostSources = 50_000

/**
 * At most `most` requests a minute from one source. Counted in memory and at once: it is asked for each request, where a
 * store that could be waited for would cost more than the rest of the answer.
 */
export function requestLimit(most: number): RequestLimit {
  // In the order in which the windows end, since all are equally long.
  const windows = new Map<string, { requests: number; endsAt: number }>()
  return {
    count: (source, now) => {
      const open = windows.get(source)
      if (open !== undefined && now < open.endsAt) {
        open.requests++
        return open.requests > most ? open.endsAt - now : 0
      }
      if (open !== undefined) windows.delete(source)
      else if (windows.size >= mostSources) windows.delete(windows.keys().next().value as string)
      windows.set(source, { requests: 1, endsAt: now + window })
      return 0
    },
  }
}
