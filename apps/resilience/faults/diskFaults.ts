import { join } from 'node:path'
import { inspectStore } from '@acct/store'
import { count, listed } from '../src/report.ts'
import { type Seeded, seeded } from '../src/seeded.ts'
import { serve, unlimited } from '../src/server.ts'
import type { FaultScenario } from './context.ts'
import { observe } from './household/observe.ts'
import { foundTown } from './household/town.ts'
import { keepReading, longestRecovery, recovery } from './reading.ts'
import { errors, type ShimmedFolder, shimmedFolder } from './shim/shim.ts'

/** A fault of the disk under a server that goes on: how it begins, and how it is over. */
interface DiskFault {
  readonly name: string
  readonly done: string
  readonly times: { readonly long: number; readonly short: number }
  readonly begin: (shim: ShimmedFolder, random: Seeded) => void
  readonly lift: (shim: ShimmedFolder) => void
}

/** How many reads must be answered while nobody can write, each time. */
const readsEach = 20

/**
 * Everybody writes until a write of theirs is refused, while somebody reads. Every answer must be `ok` or `unavailable`,
 * every read answered, and what is there must be what was acknowledged: during the fault, and after it.
 */
const scenarioOf = ({ name, done, times, begin, lift }: DiskFault): FaultScenario => ({
  name,
  run: async ({ long, seed }) => {
    const points = long ? times.long : times.short
    const random = seeded(seed + 3)
    const shim = shimmedFolder()
    const file = join(shim.folder, 'acct.db')
    try {
      const server = await serve({ ...unlimited, ...shim.settings })
      const town = await foundTown(server.url, { seed, acting: 8 })
      const [differences, failures, recoveries]: [string[], string[], number[]] = [[], [], []]
      let reads = 0
      const settle = (when: string) => {
        const there = observe(file)
        differences.push(...town.settle(there).map((difference) => `${when}: ${difference}`))
        there.close()
      }
      for (let nth = 1; nth <= points; nth += 1) {
        const enough = town.acknowledged() + random.below(50)
        await town.live(server.url, () => town.acknowledged() >= enough)
        const reading = keepReading(server.url, town.token)
        begin(shim, random)
        await town.live(server.url, () => false)
        await reading.reads(readsEach)
        settle(`during fault ${nth}`)
        const read = await reading.stop()
        reads += read.answers
        failures.push(...read.failures)
        lift(shim)
        recoveries.push(await recovery(server.url, town.token))
        settle(`after fault ${nth}`)
      }
      const enough = town.acknowledged() + 50
      await town.live(server.url, () => town.acknowledged() >= enough)
      settle('at the end')
      const ended = await server.end('SIGTERM')
      const { problems } = inspectStore({ file })
      const outcomes = [...town.outcomes].map(([outcome, times]) => `${count(times)} × ${outcome}`)
      const isDocumented = [...town.outcomes.keys()].every((outcome) => ['ok', 'unavailable'].includes(outcome))
      const slowest = Math.max(...recoveries)
      return [
        {
          done: `${points} × ${done} under load of 8 at once`,
          seen: `answers: ${outcomes.join(', ')} ${listed([...town.surprises(), ...town.causes()])}`,
          passed: isDocumented && (town.outcomes.get('unavailable') ?? 0) >= points,
        },
        {
          done: 'read all the while',
          seen: `${count(reads)} answers, ${failures.length} other than \`ok\` ${listed(failures)}`,
          passed: failures.length === 0 && reads >= points * readsEach,
        },
        {
          done: 'compared with the ledger during and after each',
          seen: `${count(town.acknowledged())} acknowledged writes, ${differences.length} differences ${listed(differences)}; ${problems.length} problems ${listed(problems)}; exit ${ended}`,
          passed: differences.length === 0 && problems.length === 0 && ended === 0,
        },
        {
          done: 'wrote again once it was over',
          seen: `after ${(slowest / 1000).toFixed(2)} s at most`,
          passed: slowest <= longestRecovery,
        },
      ]
    } finally {
      shim.remove()
    }
  },
})

/** The disk takes some more bytes and no more: writes end in their middle. */
export const diskFull = scenarioOf({
  name: 'disk-full',
  done: 'the disk was full after 0 to 64 KiB more',
  times: { long: 100, short: 10 },
  begin: (shim, random) => shim.set('room', random.below(64 * 1024)),
  lift: (shim) => shim.set('room', -1),
})

/** The file system has become read-only, as it does on an error of its disk. */
export const readOnly = scenarioOf({
  name: 'read-only',
  done: 'the file system turned read-only',
  times: { long: 20, short: 3 },
  begin: (shim) => shim.set('refusal', errors.EROFS),
  lift: (shim) => shim.set('refusal', errors.none),
})

/** Writes are taken, but cannot be brought to the disk: none of them may be acknowledged. */
export const failingSync = scenarioOf({
  name: 'failing-sync',
  done: 'every `fsync` failed',
  times: { long: 20, short: 3 },
  begin: (shim) => shim.set('syncRefusal', errors.EIO),
  lift: (shim) => shim.set('syncRefusal', errors.none),
})
