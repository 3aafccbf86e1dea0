import { Client } from 'pg'
import { count, listed } from '../../src/report.ts'
import { until } from '../../src/wait.ts'
import { type PostgresPlace, serverConnections } from '../place.ts'
import { keepAsking, tally } from './asking.ts'
import { isNoAnswer, type Step } from './step.ts'

/** So many commits wait for their answer when their connections end. */
const waiting = 5

/**
 * Connections end when PostgreSQL has committed and not yet said so: the server cannot know whether it happened. It must not
 * say that it did, nor do it a second time.
 */
export const commits: Step = async ({ place, server, town, long, tell }) => {
  const times = long ? 50 : 1
  const [said, differences]: [string[], string[]] = [[], []]
  const [before, unheard] = [town.acknowledged(), town.unheard()]
  for (let nth = 1; nth <= times; nth += 1) {
    let isOver = false
    const living = town.live(server.url, () => isOver)
    const enough = town.acknowledged() + 10
    await until(() => town.acknowledged() >= enough, 'acknowledged writes')
    const asking = keepAsking(server.url, town.token)
    // Each commit is durable, and then waits for a standby that there is not.
    await set(place, "set synchronous_standby_names = 'nobody'")
    const these = `${serverConnections} and wait_event = 'SyncRep'`
    await until(async () => (await place.number(`count(*) from ${these}`)) >= waiting, 'commits that wait')
    await place.number(`count(pg_terminate_backend(pid)) from ${these}`)
    await set(place, 'reset synchronous_standby_names')
    await asking.isWell(performance.now())
    isOver = true
    said.push(...(await living))
    await asking.stop()
    differences.push(...(await place.settle(town)).map((difference) => `time ${nth}: ${difference}`))
    tell(`${nth} of ${times} times without the answers to commits, ${count(town.acknowledged())} writes acknowledged`)
  }
  const done = town.unheard() - unheard
  return [
    {
      done: `${times} × at least ${waiting} connections ended between a commit and its answer, under load of 16 at once`,
      seen: `other than ok: ${tally(said)}, ${done} of these were done; ${count(town.acknowledged() - before)} acknowledged writes, ${differences.length} differences ${listed(differences)}`,
      passed: differences.length === 0 && done > 0 && said.every(isNoAnswer),
    },
  ]
}

async function set({ url }: PostgresPlace, what: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  await client.query(`alter system ${what}`)
  await client.query('select pg_reload_conf()')
  await client.end()
}
