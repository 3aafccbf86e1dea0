import { availableParallelism } from 'node:os'

export const mostWorkers = 64

/** How many workers a text asks for: a whole number, or `auto`, one for each core. Undefined for every other text. */
export function workersOf(text: string): number | undefined {
  if (text === 'auto') return Math.min(availableParallelism(), mostWorkers)
  const workers = /^\d{1,2}$/.test(text) ? Number(text) : 0
  return workers >= 1 && workers <= mostWorkers ? workers : undefined
}
