import { reachable } from './judge.ts'

/** A line for each route: how often each outcome was seen, the documented ones that never were in bold. */
export function coverageTable(seen: ReadonlyMap<string, number>): string {
  const byRoute = new Map<string, string[]>()
  for (const key of reachable) {
    const [variant = '', route = '', outcome = ''] = key.split(' ')
    const often = seen.get(key) ?? 0
    const cell = often === 0 ? `**${outcome} 0**` : `${outcome} ${often}`
    const name = `${variant} ${route}`
    byRoute.set(name, [...(byRoute.get(name) ?? []), cell])
  }
  const rows = [...byRoute].map(([name, cells]) => `| ${name} | ${cells.join(' · ')} |`)
  return ['| route | outcomes seen |', '| --- | --- |', ...rows].join('\n')
}

/** How many of the outcomes that a caller can bring about were seen, and how many there are. */
export const coverageOf = (seen: ReadonlyMap<string, number>) => ({
  seen: reachable.filter((key) => seen.has(key)).length,
  all: reachable.length,
})
