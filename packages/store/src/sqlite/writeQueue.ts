import { Unavailable } from '@acct/core'
import type Database from 'better-sqlite3'
import { frozenMark } from './freeze.ts'
import { isBusy } from './machinery.ts'

/** Steps that wait to be written. */
export interface WriteQueue {
  /** Runs a step within a transaction; resolves once that is durable, and rejects if the step or the transaction failed. */
  add<T>(step: () => T): Promise<T>
  /** Writes at once what waits. */
  drain(): void
  /** How many steps wait. */
  length(): number
}

interface Waiting {
  /** Runs the step. What it returns tells its caller, once the transaction is durable. */
  run: () => () => void
  fail: (error: unknown) => void
  /** By the queue's own count of what it has waited, in milliseconds. */
  since: number
}

/** Steps of one transaction: so many that a flood of writes shares its waits for the disk, so few that readers get their turn. */
const mostAtOnce = 32
/** How long a step waits for another process to let go of the database, and how often it looks, in milliseconds. */
const patience = 5000
const pause = 5

/**
 * One line for everything that is written. What comes together waits for the disk together: one transaction, in which a
 * step that fails takes back its own part only. While another process holds the lock the line waits without holding up the
 * event loop, so that reading goes on.
 */
export function writeQueue(client: Database.Database): WriteQueue {
  const begin = client.prepare('begin immediate')
  const commit = client.prepare('commit')
  const rollback = client.prepare('rollback')
  const mark = client.prepare('savepoint step')
  const takeBack = client.prepare('rollback to step')
  const release = client.prepare('release step')
  const isFrozen = frozenMark(client)
  let line: Waiting[] = []
  let isScheduled = false
  let waited = 0

  function schedule(): void {
    if (isScheduled || line.length === 0) return
    isScheduled = true
    setImmediate(turn)
  }

  function turn(): void {
    isScheduled = false
    if (writeNext()) schedule()
    else lookAgain()
  }

  function lookAgain(): void {
    isScheduled = true
    setTimeout(() => {
      waited += pause
      turn()
    }, pause)
  }

  /** Writes the first of the line; false where another process is in the way of those that may still wait. */
  function writeNext(): boolean {
    if (line.length === 0) return true
    try {
      begin.run()
    } catch (error) {
      const isOver = (step: Waiting) => !isBusy(error) || waited - step.since >= patience
      const over = line.filter(isOver)
      line = line.filter((step) => !isOver(step))
      for (const { fail } of over) fail(error)
      return line.length === 0
    }
    if (isFrozen() !== 0) return refuseAll()
    const batch = line.slice(0, mostAtOnce)
    line = line.slice(mostAtOnce)
    for (const tell of writeTogether(batch)) tell()
    return true
  }

  /** Ends the open transaction without any step. */
  function refuseAll(): true {
    rollback.run()
    const refused = line
    line = []
    for (const { fail } of refused) fail(new Unavailable('the database is frozen for a copy', { retryAfter: 60 }))
    return true
  }

  /** Runs steps within the open transaction and ends it. Returns what tells their callers, to be called afterwards. */
  function writeTogether(batch: Waiting[]): (() => void)[] {
    try {
      const outcomes = batch.map(attempt)
      commit.run()
      return outcomes
    } catch (error) {
      if (client.inTransaction) rollback.run()
      return batch.map(
        ({ fail }) =>
          () =>
            fail(error),
      )
    }
  }

  function attempt({ run, fail }: Waiting): () => void {
    mark.run()
    try {
      const tell = run()
      release.run()
      return tell
    } catch (error) {
      // Where the disk is full, SQLite may have given up the whole transaction by itself.
      if (!client.inTransaction) throw error
      takeBack.run()
      release.run()
      return () => fail(error)
    }
  }

  return {
    add: (step) =>
      new Promise((resolve, reject) => {
        const run = () => {
          const outcome = step()
          return () => resolve(outcome)
        }
        line.push({ run, fail: reject, since: waited })
        schedule()
      }),
    length: () => line.length,
    drain: () => {
      while (line.length > 0) {
        waited += patience
        writeNext()
      }
    },
  }
}
