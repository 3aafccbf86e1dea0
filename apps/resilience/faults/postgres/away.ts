import { setTimeout } from 'node:timers/promises'
import { Client } from 'pg'
import { listed, seconds } from '../../src/report.ts'
import type { PostgresPlace } from '../place.ts'
import { longestRecovery } from '../reading.ts'
import { type Kind, keepAsking, kinds, tally } from './asking.ts'
import { isNoAnswer, type Step } from './step.ts'

/** `/readyz` may tell what it found within the last second, and an answer may have been on its way; in milliseconds. */
const seenAfter = 1000

interface Fault {
  readonly what: string
  /** Begins it; what it returns ends it. */
  readonly begin: (place: PostgresPlace) => Promise<() => Promise<void>>
  /** How long it lasts, in milliseconds. */
  readonly lasts: { readonly short: number; readonly long: number }
  /** How long an answer may take meanwhile, in milliseconds. */
  readonly longestAnswer: number
}

/** So many act at once, fewer than the server has connections: each is told by the database, not by who waits before it. */
const acting = 5

/** What may be said while a fault lasts. */
const documented: Readonly<Record<Kind, readonly string[]>> = {
  read: ['unavailable'],
  write: ['unavailable'],
  '/healthz': ['200'],
  '/readyz': ['503'],
}

/** PostgreSQL cannot be reached for a while. */
export const away = stepOf({
  what: 'PostgreSQL was away',
  begin: async ({ cluster }) => {
    await cluster.down()
    return () => cluster.up()
  },
  lasts: { short: 2500, long: 60_000 },
  longestAnswer: 1000,
})

/** Another session keeps the tables that everything needs to itself: even who reads must wait, and no longer than is said. */
export const locked = stepOf({
  what: 'another session had locked accounts and sessions',
  begin: async ({ url }) => {
    const other = new Client({ connectionString: url })
    await other.connect()
    await other.query('begin; lock table accounts, sessions, turns in access exclusive mode')
    return () => other.end()
  },
  lasts: { short: 6000, long: 30_000 },
  // A connection is waited for, and then a lock.
  longestAnswer: 5000 + 4000 + 1000,
})

/**
 * PostgreSQL stands still: connections stay open, new ones are taken by the kernel, and nobody answers. Waiting it out takes
 * longer than the short form may.
 */
export const frozen = stepOf({
  what: 'PostgreSQL stood still (SIGSTOP)',
  begin: async ({ url, cluster }) => {
    const other = new Client({ connectionString: url })
    await other.connect()
    const { rows } = await other.query<{ pid: number }>(
      'select pid from pg_stat_activity where pid <> pg_backend_pid()',
    )
    await other.end()
    const all = [cluster.pid(), ...rows.map(({ pid }) => pid)]
    const tell = (signal: NodeJS.Signals) => {
      for (const pid of all) process.kill(pid, signal)
    }
    tell('SIGSTOP')
    return async () => tell('SIGCONT')
  },
  lasts: { short: 30_000, long: 60_000 },
  // A connection is waited for, and then an answer.
  longestAnswer: 5000 + 8000 + 1000,
})

function stepOf(fault: Fault): Step {
  return async ({ place, server, town, long, tell }) => {
    const lasts = fault.lasts[long ? 'long' : 'short']
    const asking = keepAsking(server.url, town.token)
    await asking.hears(4)
    let isOver = false
    const living = town.live(
      server.url,
      () => isOver,
      (place) => place < acting,
    )
    tell(`${fault.what}, for ${lasts / 1000} s`)
    const end = await fault.begin(place)
    const began = performance.now()
    await setTimeout(lasts)
    const ending = performance.now()
    await end()
    const over = performance.now()
    const recovered = await asking.isWell(over)
    isOver = true
    const said = await living
    await asking.stop()
    const differences = await place.settle(town)
    const slowest = Math.max(...asking.asked.map((answer) => answer.ended - answer.began))
    const during = asking.asked.filter(({ ended }) => ended >= began + seenAfter && ended <= ending)
    const wrong = during.filter(({ kind, said }) => !documented[kind].includes(said))
    return [
      {
        done: `${fault.what} for ${lasts / 1000} s, under load of ${acting} at once`,
        seen: `${kinds.map((kind) => `${kind}: ${tally(during.filter((answer) => answer.kind === kind).map(({ said }) => said))}`).join('; ')}; the load: ${tally(said)}; the slowest after ${seconds(slowest)}`,
        passed:
          kinds.every((kind) => during.some((answer) => answer.kind === kind)) &&
          wrong.length === 0 &&
          said.length > 0 &&
          said.every(isNoAnswer) &&
          slowest <= fault.longestAnswer,
      },
      {
        done: 'waited until all was well again, and compared with the ledger',
        seen: `well after ${seconds(recovered)}, ${differences.length} differences ${listed(differences)}`,
        passed: recovered <= longestRecovery && differences.length === 0,
      },
    ]
  }
}
