import { setTimeout as pause } from 'node:timers/promises'
import { count, quantile, type Row } from '../src/report.ts'
import { seeded, seedOfRun } from '../src/seeded.ts'
import type { Settings } from '../src/server.ts'
import { flood } from './slow/flood.ts'
import { gather, type Met } from './slow/honest.ts'
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
      const held = await holdSockets(url, sockets)
      const slow = await crowd.during(pause(seconds * 1000))
      rows.push(rowOf(`${count(sockets)} slow sockets for ${seconds} s (the server ended ${held.ended()})`, slow))
      held.release()
      for (const [who, addresses] of [
        ['one source', ['127.70.0.1']],
        ['200 sources', Array.from({ length: 200 }, (_, index) => `127.80.0.${1 + index}`)],
      ] as const) {
        const chance = seeded(seedOfRun())
        const flooding = flood(url, { perSecond: junkPerSecond, seconds, addresses, chance })
        const met = await crowd.during(flooding)
        const { sent, byStatus, unanswered } = await flooding
        const statuses = [...byStatus].sort().map(([status, often]) => `${status}: ${count(often)}`)
        const done = `${count(sent)} junk requests in ${seconds} s from ${who} (${statuses.join(', ')}, unanswered: ${unanswered})`
        const row = rowOf(done, met)
        const broken = [...byStatus.keys()].some((status) => status >= 500)
        rows.push({ ...row, passed: row.passed === true && !broken && unanswered === 0 })
      }
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
