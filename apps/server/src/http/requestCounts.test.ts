import { describe, expect, it } from 'vitest'
import { type RequestCounts, requestCounts, type ShareRequests } from './requestCounts.ts'

const start = 1_000_000 * 60_000
const limit = 100

/** What processes share: sums by minute and source, as the store keeps them. */
function shared() {
  const sums = new Map<string, number>()
  const calls: number[] = []
  const share: ShareRequests = async ({ minute, requests }) => {
    calls.push(requests.size)
    const totals = new Map<string, number>()
    for (const [source, count] of requests) {
      const key = `${minute} ${source}`
      sums.set(key, (sums.get(key) ?? 0) + count)
      totals.set(source, sums.get(key) ?? 0)
    }
    return totals
  }
  return { share, calls }
}

/** Asks until it is told that the limit is reached; how often it was let through. */
const letThrough = (counts: RequestCounts, source: string) => {
  for (let times = 0; ; times += 1) if (counts.count(source).requests > limit) return times
}

describe('requests of a minute', () => {
  it('are counted for each source, until the minute is over', () => {
    let now = start
    const counts = requestCounts({ limit, now: () => now, share: shared().share })
    expect(counts.count('a')).toEqual({ requests: 1, msLeft: 60_000 })
    now += 59_999
    expect(counts.count('a')).toEqual({ requests: 2, msLeft: 1 })
    expect(counts.count('b')).toEqual({ requests: 1, msLeft: 1 })
    now += 1
    expect(counts.count('a')).toEqual({ requests: 1, msLeft: 60_000 })
    // A clock that is put back.
    now -= 1
    expect(counts.count('a')).toEqual({ requests: 1, msLeft: 1 })
    counts.stop()
  })

  it('are told to other processes once they are a tenth of the limit, and theirs count here, too', async () => {
    const { share, calls } = shared()
    const [one, other] = [1, 2].map(() => requestCounts({ limit, now: () => start, share }))
    if (one === undefined || other === undefined) throw new Error('two were made')
    for (let times = 0; times < 9; times += 1) one.count('a')
    await one.exchange()
    expect(calls).toEqual([])
    for (let times = 9; times < 60; times += 1) one.count('a')
    await one.exchange()
    for (let times = 0; times < 30; times += 1) other.count('a')
    expect(other.count('b').requests).toBe(1)
    await other.exchange()
    expect(calls).toEqual([1, 1])
    expect(other.count('a').requests).toBe(91)
    expect(letThrough(other, 'a')).toBe(9)
    await other.exchange()
    expect(letThrough(one, 'a')).toBe(40)
    await one.exchange()
    expect(letThrough(one, 'a')).toBe(0)
    expect(other.count('b').requests).toBe(2)
    for (const each of [one, other]) each.stop()
  })

  it('let through together at most a tenth of the limit more for each further process', async () => {
    const { share } = shared()
    const processes = Array.from({ length: 4 }, () => requestCounts({ limit, now: () => start, share }))
    let through = 0
    for (let round = 0; round < 300; round += 1) {
      for (const each of processes) if (each.count('a').requests <= limit) through += 1
      for (const each of processes) await each.exchange()
    }
    expect(through).toBeGreaterThanOrEqual(limit)
    expect(through).toBeLessThanOrEqual(limit + 3 * (limit / 10))
    for (const each of processes) each.stop()
  })

  it('of many sources are told in steps', async () => {
    const { share, calls } = shared()
    const counts = requestCounts({ limit: 1, now: () => start, share })
    for (let source = 0; source < 1200; source += 1) counts.count(`source ${source}`)
    for (let step = 0; step < 4; step += 1) await counts.exchange()
    expect(calls).toEqual([500, 500, 200])
    counts.stop()
  })

  it('go on being counted while nobody can be told', async () => {
    const counts = requestCounts({ limit, now: () => start, share: () => Promise.reject(new Error('away')) })
    for (let times = 0; times < 50; times += 1) counts.count('a')
    await expect(counts.exchange()).rejects.toThrow('away')
    expect(letThrough(counts, 'a')).toBe(50)
    counts.stop()
  })

  it('of more sources than are kept apart push out those that ask little', () => {
    const counts = requestCounts({ limit, now: () => start, share: shared().share })
    counts.count('little')
    for (let times = 0; times < 50; times += 1) counts.count('much')
    for (let other = 0; other < 50_000; other += 1) counts.count(`other ${other}`)
    expect(counts.count('much').requests).toBe(51)
    expect(counts.count('little').requests).toBe(1)
    counts.stop()
  })
})
