import { count, listed } from '../../src/report.ts'
import { until } from '../../src/wait.ts'
import { serverConnections } from '../place.ts'
import { type Asked, isGood, keepAsking, tally } from './asking.ts'
import { isNoAnswer, type Step } from './step.ts'

/**
 * All connections are ended, again and again, as an operator or a pooler does. Who only reads sees nothing of it, unless it
 * happens to them twice: a read is tried once more.
 */
export const connections: Step = async ({ place, server, town, long, tell }) => {
  const [rounds, each] = [long ? 100 : 2, 5]
  const [said, idle, differences]: [string[], string[], string[]] = [[], [], []]
  const asked: Asked[] = []
  const [before, unheard] = [town.acknowledged(), town.unheard()]
  let ended = 0
  const endings: { began: number; ended: number }[] = []
  const endAll = async () => {
    const began = performance.now()
    ended += await place.number(`count(pg_terminate_backend(pid)) from ${serverConnections}`)
    endings.push({ began, ended: performance.now() })
  }
  // `/healthz` asks no database: nothing excuses it.
  const wasCutOffTwice = ({ kind, said, ...answer }: Asked) =>
    ((kind === 'read' && said === 'unavailable') || (kind === '/readyz' && said === '503')) &&
    endings.filter(({ began, ended }) => began <= answer.ended && ended >= answer.began).length >= 2
  for (let round = 1; round <= rounds; round += 1) {
    let isOver = false
    const living = town.live(server.url, () => isOver)
    const asking = keepAsking(server.url, town.token)
    for (let nth = 0; nth < each; nth += 1) {
      await asking.hears(8)
      await endAll()
    }
    await asking.isWell(performance.now())
    isOver = true
    said.push(...(await living))
    await asking.stop()
    asked.push(...asking.asked)
    differences.push(...(await place.settle(town)).map((difference) => `round ${round}: ${difference}`))
    // Once more while nobody uses them: there is nothing in it that could go wrong for a caller.
    await endAll()
    await until(async () => (await place.number(`count(*) from ${serverConnections}`)) === 0, 'no connection')
    const enough = town.acknowledged() + 20
    tell(`${round} of ${rounds} rounds without connections, ${count(town.acknowledged())} writes acknowledged`)
    idle.push(...(await town.live(server.url, () => town.acknowledged() >= enough)))
  }
  const writes = [...said, ...asked.filter(({ kind }) => kind === 'write').map((answer) => answer.said)]
  const failed = writes.filter((outcome) => outcome !== 'ok')
  const others = asked.filter(({ kind }) => kind !== 'write')
  const bad = others.filter((answer) => !isGood(answer))
  const seen = bad.filter((answer) => !wasCutOffTwice(answer)).map((answer) => `${answer.kind}: ${answer.said}`)
  return [
    {
      done: `${rounds * each} × all connections ended under load of 16 at once, and ${rounds} × while nobody used them`,
      seen: `${count(ended)} connections, ${count(town.acknowledged() - before)} acknowledged writes, ${differences.length} differences ${listed(differences)}`,
      passed: differences.length === 0 && ended > rounds * each,
    },
    {
      done: 'looked at the answers meanwhile',
      seen: `reads, \`/healthz\` and \`/readyz\`: ${count(others.length)}, of which ${bad.length} not good, ${bad.length - seen.length} of them cut off twice ${listed(seen)}; writes other than ok: ${tally(failed)}, ${town.unheard() - unheard} of these were done; where nobody had used them: ${tally(idle) || 'all ok'}`,
      passed: seen.length === 0 && failed.every(isNoAnswer) && idle.length === 0,
    },
  ]
}
