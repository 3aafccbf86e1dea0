import { Unavailable } from './errors.ts'

/** Runs tasks of one key one after another, in the order of asking; tasks of different keys run side by side. */
export type Turns = <T>(key: string, task: () => Promise<T>) => Promise<T>

/**
 * One process's waiting lines. A key with `longest` tasks in line refuses the next with `Unavailable`, so that a flood
 * aimed at one account cannot fill the memory.
 */
export function createTurns(longest = 256): Turns {
  const lines = new Map<string, { length: number; last: Promise<unknown> }>()
  return async (key, task) => {
    const line = lines.get(key) ?? { length: 0, last: Promise.resolve() }
    if (line.length >= longest) throw new Unavailable('too many requests wait for the same account', { retryAfter: 5 })
    lines.set(key, line)
    line.length += 1
    const turn = line.last.then(task)
    line.last = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      line.length -= 1
      if (line.length === 0) lines.delete(key)
    }
  }
}
