import { count, listed, quantile, seconds } from '../../src/report.ts'
import { until } from '../../src/wait.ts'
import { type PostgresPlace, serverConnections } from '../place.ts'
import { longestRecovery } from '../reading.ts'
import { keepAsking, tally } from './asking.ts'
import { isNoAnswer, type Step } from './step.ts'

/** PostgreSQL is restarted in the middle of everything, as after a power cut or a fault of its own. */
export const restarts: Step = async ({ place, server, town, random, long, tell }) => {
  const [times, most] = long ? [100, 800] : [3, 80]
  const [early, said, differences]: [string[], string[], string[]] = [[], [], []]
  const recoveries: number[] = []
  const [before, unheard] = [town.acknowledged(), town.unheard()]
  for (let nth = 1; nth <= times; nth += 1) {
    let [isDown, isOver] = [false, false]
    const enough = town.acknowledged() + 20 + random.below(most)
    const living = town.live(server.url, () => isOver)
    // Nobody may be turned away before the fault: that would still be for the last one.
    void living.then((outcomes) => !isDown && early.push(...outcomes))
    await until(() => town.acknowledged() >= enough, 'acknowledged writes')
    const asking = keepAsking(server.url, town.token)
    isDown = true
    await (nth % 3 === 2 ? killOneOf(place) : place.cluster.crash())
    recoveries.push(await asking.isWell(performance.now()))
    isOver = true
    said.push(...(await living))
    await asking.stop()
    differences.push(...(await place.settle(town)).map((difference) => `restart ${nth}: ${difference}`))
    tell(`${nth} of ${times} restarts, ${count(town.acknowledged())} writes acknowledged`)
  }
  const [median, longest] = [quantile(recoveries, 0.5), Math.max(...recoveries)]
  return [
    {
      done: `${times} × PostgreSQL restarted under load of 16 at once: in immediate mode, or by kill -9 of one of its processes`,
      seen: `${count(town.acknowledged() - before)} acknowledged writes, ${differences.length} differences ${listed(differences)}`,
      passed: differences.length === 0,
    },
    {
      done: 'looked at the answers meanwhile, and waited until all was well again',
      seen: `other than ok: ${tally(said)}, ${town.unheard() - unheard} of these were done; before the fault ${tally(early) || 'none'}; well after ${seconds(median)} in the median, ${seconds(longest)} at most`,
      passed: said.length > 0 && said.every(isNoAnswer) && early.length === 0 && longest <= longestRecovery,
    },
  ]
}

/** Kills a process of PostgreSQL that works for the server: all others then begin anew, since it may have left anything. */
async function killOneOf({ number }: PostgresPlace): Promise<void> {
  process.kill(await number(`pid from ${serverConnections} limit 1`), 'SIGKILL')
}
