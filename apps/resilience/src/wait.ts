import { setTimeout } from 'node:timers/promises'

/** Resolves as soon as something holds, looked at every few milliseconds; throws after a time in milliseconds. */
export async function until(holds: () => boolean | Promise<boolean>, what: string, longest = 60_000): Promise<void> {
  const deadline = performance.now() + longest
  while (!(await holds())) {
    if (performance.now() > deadline) throw new Error(`waited ${longest} ms for ${what}`)
    await setTimeout(5)
  }
}
