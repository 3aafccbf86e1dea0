import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { count, quantile, type Row } from '../src/report.ts'
import { seeded, seedOfRun } from '../src/seeded.ts'
import type { Settings } from '../src/server.ts'
import { flood, junk } from './slow/flood.ts'
import { type Crowd, gather, type Met } from './slow/honest.ts'
import { holdSockets } from './slow/slowSockets.ts'
import { watchMachine } from './wire/machine.ts'
import { withServer } from './withServer.ts'

/** As shipped: real hashes, and the limit of requests that a junk flood runs into. */
const shipped: Settings = {}

const sockets = 2000
const junkPerSecond = 1000

/** Slow sockets and junk, while honest people go on from other addresses. */
export async function slowClients({ long }: { long: boolean }): Promise<Row[]> {
  const seconds = long ? 120 : 10
  return withServer(shipped, async (server) => {
    const { url } = server
    const watch = watchMachine(server.pid)
    const crowd = await gather(url, watch)
    try {
      const rows: Row[] = []
      rows.push(rowOf('nothing else', await crowd.during(pause(seconds * 500))))
      const reach = await reachOf(url)
      const held = await holdSockets(url, sockets)
      const slow = await crowd.during(pause(seconds * 1000))
      rows.push(rowOf(`${count(sockets)} slow sockets for ${seconds} s (the server ended ${held.ended()})`, slow))
      for (const [who, addresses] of floods) rows.push(await withJunk({ url, seconds, crowd, reach, who, addresses }))
      rows.push(memoryRow(server.pid))
      held.release()
      const ended = await server.end('SIGTERM')
      rows.push({
        done: 'SIGTERM afterwards',
        seen: `ended with ${ended}; stderr ${server.errors() || 'empty'}`,
        passed: ended === 0 && server.errors() === '',
      })
      return rows
    } finally {
      watch.stop()
      crowd.close()
    }
  })
}

const floods = [
  ['one source', ['127.70.0.1']],
  ['200 sources', Array.from({ length: 200 }, (_, index) => `127.80.0.${1 + index}`)],
] as const

/** How many of the cheapest requests this machine gets answered in a second, now, while nobody attacks. */
async function reachOf(url: string): Promise<number> {
  const request = () => ({ method: 'GET', target: '/healthz', headers: [], body: undefined })
  return (await flood(url, { perSecond: 100_000, seconds: 2, addresses: ['127.90.0.1'], request })).pace
}

interface UnderJunk {
  readonly url: string
  readonly seconds: number
  readonly crowd: Crowd
  readonly reach: number
  readonly who: string
  readonly addresses: readonly string[]
}

/**
 * Junk on top of the slow sockets. The server has to answer nine tenths of it, or it would not be the flood that it is
 * called. A machine that is too busy for it is sent half of the cheapest requests that it answered before the attack, and a
 * fifth is asked of it: what fails then fails, but nothing is shown.
 */
async function withJunk({ url, seconds, crowd, reach, who, addresses }: UnderJunk): Promise<Row> {
  const chance = seeded(seedOfRun())
  const perSecond = Math.min(junkPerSecond, Math.round(reach / 2))
  const flooding = flood(url, { perSecond, seconds, addresses, request: () => junk(chance) })
  const met = await crowd.during(flooding)
  const { sent, byStatus, unanswered, pace } = await flooding
  const statuses = [...byStatus].sort().map(([status, often]) => `${status}: ${count(often)}`)
  const row = rowOf(
    `beside them ${count(sent)} junk requests in ${seconds} s from ${who} (${statuses.join(', ')}, unanswered: ${unanswered})`,
    met,
  )
  const broken = [...byStatus.keys()].some((status) => status >= 500)
  const isWhole = pace >= 0.9 * junkPerSecond
  const isHeld = row.passed === true && !broken && unanswered === 0 && (isWhole || pace >= reach / 5)
  return {
    ...row,
    seen: `${count(Math.round(pace))} of ${count(perSecond)} answered a second (this machine reaches ${count(Math.round(reach))}); ${row.seen}`,
    passed: isHeld && !isWhole && reach < 5 * junkPerSecond ? 'skipped' : isHeld && isWhole,
  }
}

/** Answers that nobody reads wait in the server's memory: what a small host has room for, in MiB. */
const mostMemory = 512

function memoryRow(pid: number): Row {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const most = Math.round(Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) / 1024)
  return {
    done: "the server's memory at its most",
    seen: `${most} MiB, within ${mostMemory}`,
    passed: most <= mostMemory,
  }
}

function rowOf(done: string, { whoAmI, logins, failedLogins, firstFailure }: Met): Row {
  const p99 = quantile(whoAmI, 0.99)
  const share = (100 * (logins - failedLogins)) / logins
  const failed = firstFailure === undefined ? '' : `; first failure: ${firstFailure.slice(0, 200)}`
  return {
    done,
    seen: `who-am-I p50 ${quantile(whoAmI, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms of ${whoAmI.length}; ${share.toFixed(1)} % of ${logins} logins${failed}`,
    passed: p99 < 300 && share >= 99.5 && logins > 0,
  }
}
