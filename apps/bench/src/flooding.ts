import { cpus } from 'node:os'
import type { Bench } from './bench.ts'
import type { Ask, Flooded } from './load/jobs.ts'
import type { Server } from './servers/server.ts'
import { ratioOf, spreadOf } from './stats.ts'
import { type Row, shown } from './table.ts'

/** How many clients ask at once. */
export const connections = 32

export interface Flood extends Flooded {
  /** Microseconds of its core that the server took for one answer. */
  readonly cost: number
  /** How much of its core the server took. */
  readonly busy: number
  /** How much of that core everybody else took. */
  readonly others: number
}

/**
 * Floods a server with these requests; `contains` stands in every right answer. Throws if any answer was missing or
 * wrong: a server is not fast by refusing.
 */
export async function floodServer(
  bench: Bench,
  server: Server,
  asks: readonly Ask[],
  contains: string,
): Promise<Flood> {
  const core = bench.cores?.server
  const { seconds } = bench.plan
  const [before, busyBefore] = [server.cpuSeconds(), busySecondsOf(core)]
  const job = { kind: 'flood', url: server.url, asks, contains, connections, seconds } as const
  const flooded = await bench.generator.run(job)
  const used = server.cpuSeconds() - before
  const { answers, failures } = flooded
  if (failures > 0) throw new Error(`${failures} answers of ${asks[0]?.path} were wrong, ${answers} right`)
  return {
    ...flooded,
    cost: (used * 1e6) / answers,
    busy: used / flooded.seconds,
    others: Math.max(0, (busySecondsOf(core) - busyBefore - used) / flooded.seconds),
  }
}

/** Seconds that a core has worked for anybody since the machine started. */
export function busySecondsOf(core: string | undefined): number {
  const times = cpus()[Number(core ?? 0)]?.times
  return times === undefined ? Number.NaN : (times.user + times.nice + times.sys + times.irq) / 1000
}

const middle = (floods: readonly Flood[], pick: (flood: Flood) => number) => spreadOf(floods.map(pick)).median

const percent = (share: number) => `${Math.round(share * 100)} %`

/** The figures of one server in words. */
export function describeFloods(floods: readonly Flood[]): string {
  return `${shown(middle(floods, ({ rate }) => rate))}/s, ${shown(middle(floods, ({ cost }) => cost))} µs of its core each`
}

/** One server by another. */
export function comparedFloods(what: string, above: readonly Flood[], below: readonly Flood[]): Row {
  const rates = (floods: readonly Flood[]) => floods.map(({ rate }) => rate)
  return {
    what,
    figures: describeFloods(above),
    ratio: ratioOf(rates(above), rates(below)),
    byCoreTime: middle(below, ({ cost }) => cost) / middle(above, ({ cost }) => cost),
  }
}

/** How busy everybody was: whether the servers were what was measured. */
export function describeCores(all: Readonly<Record<string, readonly Flood[]>>): string {
  const range = (pick: (flood: Flood) => number) => {
    const { least, most } = spreadOf(Object.values(all).map((floods) => middle(floods, pick)))
    return `${percent(least)} to ${percent(most)}`
  }
  return (
    `The servers took ${range(({ busy }) => busy)} of their core, other programs ${range(({ others }) => others)} of it, ` +
    `and the load generator ${range(({ share }) => share)} of the other one.`
  )
}
