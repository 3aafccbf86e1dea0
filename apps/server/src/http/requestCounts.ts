/** What this process tells the others of, and what all have counted together by then. */
export type ShareRequests = (told: {
  readonly minute: number
  readonly requests: ReadonlyMap<string, number>
}) => Promise<ReadonlyMap<string, number>>

/** Requests of each source in the minute that is running. */
export interface RequestCounts {
  /** Counts one. Tells how many it makes with those that other processes have told of, and when the minute is over. */
  readonly count: (source: string) => { readonly requests: number; readonly msLeft: number }
  /** Tells the others at once what they are to know, and learns what they have told. */
  readonly exchange: () => Promise<void>
  readonly stop: () => void
}

const minute = 60_000
/** How often others are told, in milliseconds. Only while there is something to tell. */
const exchangeInterval = 1000
/** Which share of its limit a source has to use up before others are told of it: of most sources they never are. */
const notableShare = 0.1
/** How many sources are kept apart; so many take about 10 MB. */
const mostSources = 50_000
/** Of how many the others are told in one step. */
const mostTold = 500

interface Count {
  /** As far as it is known here. */
  requests: number
  /** How many of them others do not know of. */
  untold: number
}

/**
 * Counts in this process, without waiting for anybody, by the minutes of the clock: they begin and end at the same moment in all
 * processes. What others count of a source that has used a tenth of its limit is learnt once a second, so that together they
 * let through at most a tenth of the limit for each further process, and what comes within that second.
 */
export function requestCounts({
  limit,
  now,
  share,
}: {
  readonly limit: number
  readonly now: () => number
  readonly share: ShareRequests
}): RequestCounts {
  const notable = Math.max(1, Math.ceil(limit * notableShare))
  let began = Number.NaN
  let counts = new Map<string, Count>()
  let toTell = new Set<string>()
  let timer: NodeJS.Timeout | undefined

  const turnTo = (time: number) => {
    began = time - (time % minute)
    counts = new Map()
    toTell = new Set()
  }

  const forgetOne = () => {
    for (const [source, { requests }] of counts) {
      if (requests < notable) return counts.delete(source)
    }
    // As many sources as that at their limits: nothing here can stop them.
    counts.clear()
  }

  const exchangeSoon = () => {
    // While the database can not be asked, each process counts by itself. What could not be told is not told again: perhaps it was.
    timer ??= setTimeout(() => void exchange().catch(() => undefined), exchangeInterval).unref()
  }

  const exchange = async () => {
    clearTimeout(timer)
    timer = undefined
    const asked = counts
    const requests = new Map<string, number>()
    for (const source of toTell) {
      if (requests.size === mostTold) break
      toTell.delete(source)
      const count = asked.get(source)
      if (count === undefined) continue
      requests.set(source, count.untold)
      count.untold = 0
    }
    if (toTell.size > 0) exchangeSoon()
    if (requests.size === 0) return
    const totals = await share({ minute: began, requests })
    for (const [source, total] of totals) {
      const count = asked.get(source)
      // With what has come here since.
      if (count !== undefined) count.requests = Math.max(count.requests, total + count.untold)
    }
  }

  return {
    count: (source) => {
      const time = now()
      if (!(time - began < minute && time >= began)) turnTo(time)
      let count = counts.get(source)
      if (count === undefined) {
        if (counts.size >= mostSources) forgetOne()
        count = { requests: 0, untold: 0 }
        counts.set(source, count)
      }
      count.requests += 1
      count.untold += 1
      // Of a source that is over its limit everybody knows enough.
      if (count.requests >= notable && count.requests - count.untold <= limit) {
        toTell.add(source)
        exchangeSoon()
      }
      return { requests: count.requests, msLeft: began + minute - time }
    },
    exchange,
    stop: () => clearTimeout(timer),
  }
}
