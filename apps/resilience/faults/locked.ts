import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { count, listed } from '../src/report.ts'
import { serve, temporaryFolder, unlimited } from '../src/server.ts'
import type { FaultScenario } from './context.ts'
import { observe } from './household/observe.ts'
import { foundTown, type Town } from './household/town.ts'
import { keepReading, longestRecovery, type Readings, recovery } from './reading.ts'

/** How long another program keeps the database for itself, in milliseconds. */
const held = 5000

/** No read may wait longer than that for somebody else's write, in milliseconds: a fifth of the time. */
const longestRead = held / 5

/** A machine that is busy with others can hold up a read as well: then the lock is held again, so often at most. */
const tries = 3

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
      const locks: Lock[] = []
      const differences: string[] = []
      const work = async () => {
        const enough = town.acknowledged() + 50
        await town.live(server.url, () => town.acknowledged() >= enough)
        const there = observe(file)
        differences.push(...town.settle(there))
        there.close()
      }
      for (let nth = 1; nth <= times; nth += 1) {
        for (let left = tries; left > 0; left -= 1) {
          await work()
          const lock = await hold(file, server.url, town)
          if (!isCalm(lock.read) && left > 1) continue
          locks.push(lock)
          break
        }
      }
      await work()
      const ended = await server.end('SIGTERM')
      const outcomes = [...town.outcomes].map(([outcome, often]) => `${count(often)} × ${outcome}`)
      const isDocumented = [...town.outcomes.keys()].every((outcome) => ['ok', 'unavailable'].includes(outcome))
      const past = locks.reduce((all, lock) => all + lock.acknowledged, 0)
      const reads = locks.reduce((all, lock) => all + lock.read.answers, 0)
      const failures = locks.flatMap((lock) => lock.read.failures)
      const slowest = Math.max(...locks.map((lock) => lock.read.longest))
      const recovered = Math.max(...locks.map((lock) => lock.recovered))
      return [
        {
          done: `${times} × another program held the write lock for ${held / 1000} s, under load of 8 at once`,
          seen: `answers: ${outcomes.join(', ')}, ${past} writes acknowledged during it ${listed([...town.surprises(), ...town.causes()])}`,
          passed: isDocumented && past === 0,
        },
        {
          done: 'read all the while',
          seen: `${count(reads)} answers, the slowest after ${slowest.toFixed(0)} ms, ${failures.length} other than \`ok\` ${listed(failures)}`,
          passed: locks.every((lock) => isCalm(lock.read)),
        },
        {
          done: 'wrote again once it was free',
          seen: `after ${(recovered / 1000).toFixed(2)} s at most`,
          passed: recovered <= longestRecovery,
        },
        {
          done: 'compared with the ledger after each',
          seen: `${count(town.acknowledged())} acknowledged writes, ${differences.length} differences ${listed(differences)}; exit ${ended}`,
          passed: differences.length === 0 && ended === 0,
        },
      ]
    } finally {
      remove()
    }
  },
}

interface Lock {
  /** Writes that were acknowledged while nobody could write. */
  readonly acknowledged: number
  readonly read: Readings
  /** How long the first write took once the lock was gone, in milliseconds. */
  readonly recovered: number
}

const isCalm = ({ answers, failures, longest }: Readings) =>
  answers > 0 && failures.length === 0 && longest <= longestRead

/** Holds the lock while everybody writes and somebody reads. */
async function hold(file: string, url: string, town: Town): Promise<Lock> {
  const other = new Database(file)
  other.exec('begin exclusive')
  const before = town.acknowledged()
  let isHeld = true
  const living = town.live(url, () => !isHeld)
  const reading = keepReading(url, town.token)
  await setTimeout(held)
  const acknowledged = town.acknowledged() - before
  isHeld = false
  other.exec('rollback')
  other.close()
  const recovered = await recovery(url, town.token)
  const read = await reading.stop()
  await living
  return { acknowledged, read, recovered }
}
