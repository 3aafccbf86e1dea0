import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { count, listed } from '../src/report.ts'
import { serve, temporaryFolder, unlimited } from '../src/server.ts'
import type { FaultScenario } from './context.ts'
import { observe } from './household/observe.ts'
import { foundTown } from './household/town.ts'
import { keepReading, longestRecovery, recovery } from './reading.ts'

/** How long another program keeps the database for itself, in milliseconds. */
const held = 5000

/** No read may wait longer than that for somebody else's write, in milliseconds: a fifth of the time. */
const longestRead = held / 5

/** Another program holds the write lock of the database. Reads need none: they go on. */
export const locked: FaultScenario = {
  name: 'locked',
  run: async ({ long, seed }) => {
    const times = long ? 5 : 1
    const { folder, remove } = temporaryFolder('locked')
    const file = join(folder, 'acct.db')
    try {
      const server = await serve({ ...unlimited, ACCT_DATA_DIR: folder })
      const town = await foundTown(server.url, { seed, acting: 8 })
      await town.live(server.url, () => town.acknowledged() >= 100)
      const [differences, failures, longest, recoveries]: [string[], string[], number[], number[]] = [[], [], [], []]
      const during: number[] = []
      let reads = 0
      for (let nth = 1; nth <= times; nth += 1) {
        const other = new Database(file)
        other.exec('begin exclusive')
        const before = town.acknowledged()
        let isHeld = true
        const reading = keepReading(server.url, town.token)
        const living = town.live(server.url, () => !isHeld)
        await setTimeout(held)
        // Nobody writes past a lock: that it held is seen by this.
        during.push(town.acknowledged() - before)
        const read = await Promise.race([reading.stop(), setTimeout(held, undefined)])
        other.exec('rollback')
        other.close()
        isHeld = false
        recoveries.push(await recovery(server.url, town.token))
        await living
        reads += read?.answers ?? 0
        failures.push(...(read?.failures ?? ['no answer']))
        longest.push(read?.longest ?? held)
        const there = observe(file)
        differences.push(...town.settle(there))
        there.close()
      }
      const enough = town.acknowledged() + 50
      await town.live(server.url, () => town.acknowledged() >= enough)
      const there = observe(file)
      differences.push(...town.settle(there))
      there.close()
      const ended = await server.end('SIGTERM')
      const outcomes = [...town.outcomes].map(([outcome, times]) => `${count(times)} × ${outcome}`)
      const isDocumented = [...town.outcomes.keys()].every((outcome) => ['ok', 'unavailable'].includes(outcome))
      return [
        {
          done: `${times} × another program held the write lock for ${held / 1000} s, under load of 8 at once`,
          seen: `answers: ${outcomes.join(', ')}, ${Math.max(...during)} writes acknowledged during it ${listed([...town.surprises(), ...town.causes()])}`,
          passed: isDocumented && Math.max(...during) === 0,
        },
        {
          done: 'read all the while',
          seen: `${count(reads)} answers, the slowest after ${Math.max(...longest).toFixed(0)} ms, ${failures.length} other than \`ok\` ${listed(failures)}`,
          passed: failures.length === 0 && Math.max(...longest) <= longestRead,
        },
        {
          done: 'wrote again once it was free',
          seen: `after ${(Math.max(...recoveries) / 1000).toFixed(2)} s at most`,
          passed: Math.max(...recoveries) <= longestRecovery,
        },
        {
          done: 'compared with the ledger',
          seen: `${count(town.acknowledged())} acknowledged writes, ${differences.length} differences ${listed(differences)}; exit ${ended}`,
          passed: differences.length === 0 && ended === 0,
        },
      ]
    } finally {
      remove()
    }
  },
}
