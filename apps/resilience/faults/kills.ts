import { join } from 'node:path'
import { inspectStore } from '@acct/store'
import { count, listed, quantile, seconds } from '../src/report.ts'
import { seeded } from '../src/seeded.ts'
import { serve, unlimited } from '../src/server.ts'
import { until } from '../src/wait.ts'
import type { FaultScenario } from './context.ts'
import { observe } from './household/observe.ts'
import { foundTown } from './household/town.ts'
import { shimmedFolder } from './shim/shim.ts'

/** The server is killed in the middle of its work, again and again, and comes back with everything it had acknowledged. */
export const kills: FaultScenario = {
  name: 'kills',
  run: async ({ long, seed, tell }) => {
    const [times, writes] = long ? [50, 100_000] : [5, 600]
    // A median is of five at least.
    const orderly = long ? 10 : 5
    const random = seeded(seed)
    const shim = shimmedFolder()
    const settings = { ...unlimited, ...shim.settings }
    const file = join(shim.folder, 'acct.db')
    try {
      let server = await serve(settings)
      const town = await foundTown(server.url, { seed, acting: 16 })
      const differences: string[] = []
      const problems: string[] = []
      const restarts = { killed: [] as number[], stopped: [] as number[] }
      for (let nth = 1; nth <= times; nth += 1) {
        // Between nothing and twice the share of each.
        const enough = Math.max(town.acknowledged(), Math.floor((writes / times) * (nth - 1 + random.fraction())))
        const { url, end, ended } = server
        // Four times of five the process ends in the middle of a write, where something half would be seen most easily.
        const kill = async () => {
          if (nth % 5 !== 1) shim.set('endAtWrite', shim.get('writes') + 1n + BigInt(random.below(40)))
          else await end('SIGKILL')
          return ended
        }
        const lives = town.live(url, () => false)
        const killed = until(
          () => town.acknowledged() >= (nth === times ? writes : enough),
          'acknowledged writes',
          600_000,
        ).then(kill)
        await Promise.all([lives, killed])
        shim.set('endAtWrite', 0)
        server = await serve(settings)
        restarts.killed.push(server.startedWithin)
        const there = observe(file)
        differences.push(...town.settle(there).map((difference) => `kill ${nth}: ${difference}`))
        there.close()
        problems.push(...inspectStore({ file }).problems)
        tell(
          `${nth} of ${times} kills, ${count(town.acknowledged())} of ${count(writes)} writes acknowledged, ${differences.length} differences`,
        )
        // For comparison, a start after an orderly end, on the same database.
        if (nth % Math.ceil(times / orderly) !== 0) continue
        await server.end('SIGTERM')
        server = await serve(settings)
        restarts.stopped.push(server.startedWithin)
      }
      await server.end('SIGTERM')
      const surprises = town.surprises()
      const acknowledged = count(town.acknowledged())
      const [killed, stopped] = [quantile(restarts.killed, 0.5), quantile(restarts.stopped, 0.5)]
      return [
        {
          done: `${times} × kill -9 under load of 16 at once, four of five in the middle of a write`,
          seen: `${acknowledged} acknowledged writes of ${town.kinds.size} kinds, ${differences.length} differences ${listed(differences)}`,
          passed: differences.length === 0 && town.acknowledged() >= writes,
        },
        {
          done: 'looked at each answer',
          seen: `${surprises.length} that were not due ${listed(surprises)}`,
          passed: surprises.length === 0,
        },
        {
          done: '`integrity_check` and `foreign_key_check` after each kill',
          seen: `${problems.length} problems ${listed(problems)}`,
          passed: problems.length === 0,
        },
        {
          done: `restarted after each kill, and ${restarts.stopped.length} times after an orderly end`,
          seen: `${seconds(killed)} in the median, ${seconds(Math.max(...restarts.killed))} at most; ${(killed / stopped).toFixed(2)} of an orderly restart`,
          passed: killed <= 2000 || killed <= 1.5 * stopped,
        },
      ]
    } finally {
      shim.remove()
    }
  },
}
