/** Whoever lived so long did not die of its start, in milliseconds. */
const settled = 60_000
const shortest = 100
const longest = 30_000

/** How often in a row a worker has died young. */
export function youngDeaths(before: number, livedFor: number): number {
  return livedFor >= settled ? 0 : before + 1
}

/** How long to wait, in milliseconds, before a worker is started again: longer each time it dies young again. */
export function restartPause(deaths: number): number {
  return deaths === 0 ? 0 : Math.min(longest, shortest * 2 ** (deaths - 1))
}
