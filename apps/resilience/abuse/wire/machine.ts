import { readFileSync } from 'node:fs'

/** How much of a span of time the machine kept from the two programs that a measurement is about. */
export interface MachineWatch {
  /** Milliseconds since `began` (of `performance.now`) that this program or the server was ready to run and did not. */
  readonly stolenSince: (began: number) => number
  readonly stop: () => void
}

const step = 20

/**
 * Watches how late this program's own timers are, and how long the server's main thread waits for a processor
 * (`/proc/<pid>/task/<pid>/schedstat`): what was slow by that much was the machine, and not the server.
 */
export function watchMachine(pid: number): MachineWatch {
  const samples: { at: number; own: number; waited: number }[] = []
  let own = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    own += Math.max(0, now - last - step)
    last = now
    samples.push({ at: now, own, waited: waitedFor(pid) })
    if (samples.length > 5000) samples.splice(0, 2500)
  }, step)
  return {
    stolenSince: (began) => {
      const before = samples.findLast(({ at }) => at <= began) ?? samples[0]
      if (before === undefined) return 0
      return own - before.own + (waitedFor(pid) - before.waited)
    },
    stop: () => clearInterval(timer),
  }
}

/** Milliseconds that a process's main thread has been ready to run and was not let; 0 where the system does not tell. */
function waitedFor(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}
