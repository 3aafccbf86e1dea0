import { count, listed, type Row } from '../src/report.ts'
import { type ServingProcess, serve } from '../src/server.ts'
import { until } from '../src/wait.ts'
import type { Context, FaultScenario } from './context.ts'
import { foundTown } from './household/town.ts'
import { type Place, postgresPlace, sqlitePlace } from './place.ts'
import { tally } from './postgres/asking.ts'

/** One of two servers on one database is killed, in turn, and started again: callers of the other one see nothing of it. */
export const processes: FaultScenario = {
  name: 'two-processes',
  run: async (context) => {
    const rows: Row[] = []
    for (const makePlace of [sqlitePlace, postgresPlace]) {
      const place = await makePlace('processes')
      try {
        rows.push(...(await killInTurn(place, context)))
      } finally {
        place.remove()
      }
    }
    return rows
  },
}

/** Half of the town, and the other half. */
const everySecond = [0, 1].map((half) => (place: number) => place % 2 === half)

async function killInTurn(place: Place, { long, seed, tell }: Context): Promise<Row[]> {
  const times = long ? 50 : 1
  const servers: [ServingProcess, ServingProcess] = await Promise.all([serve(place.settings), serve(place.settings)])
  const town = await foundTown(servers[0].url, { seed, acting: 16 })
  const [unheard, failed, differences]: [string[], string[], string[]] = [[], [], []]
  let beside = 0
  for (let nth = 0; nth < times; nth += 1) {
    let isOver = false
    const [dying, staying] = nth % 2 === 0 ? servers : [servers[1], servers[0]]
    // Everybody comes to the other one each time: sessions and codes are of both.
    const livingThere = town.live(dying.url, () => isOver, everySecond[0])
    const livingHere = town.live(staying.url, () => isOver, everySecond[1])
    const more = async (writes: number) => {
      const before = town.acknowledged()
      await until(() => town.acknowledged() >= before + writes, 'acknowledged writes')
    }
    await more(60)
    await dying.end('SIGKILL')
    const before = town.acknowledged()
    await more(60)
    servers[nth % 2] = await serve(place.settings)
    beside += town.acknowledged() - before
    isOver = true
    unheard.push(...(await livingThere))
    failed.push(...(await livingHere))
    differences.push(...(await place.settle(town)).map((difference) => `kill ${nth + 1}: ${difference}`))
    // Both, as before.
    const enough = town.acknowledged() + 40
    const isEnough = () => town.acknowledged() >= enough
    const living = servers.map(({ url }, side) => town.live(url, isEnough, everySecond[side]))
    failed.push(...(await Promise.all(living)).flat())
    tell(`${place.engine}, ${nth + 1} of ${times} kills, ${count(town.acknowledged())} writes acknowledged`)
  }
  differences.push(...(await place.settle(town)))
  const exits = await Promise.all(servers.map((server) => server.end('SIGTERM')))
  const wrong = [...town.surprises(), ...failed, ...servers.map((server) => server.errors()).filter(Boolean)]
  return [
    {
      done: `${place.engine}: ${times} × kill -9 of one of two servers, in turn, under load of 8 at each`,
      seen: `${count(town.acknowledged())} acknowledged writes of ${town.kinds.size} kinds, ${differences.length} differences ${listed(differences)}; exits ${exits.join(', ')}`,
      passed: differences.length === 0 && exits.every((exit) => exit === 0),
    },
    {
      done: `${place.engine}: looked at each answer of the other one, and of both once the dead one was back`,
      seen: `${count(beside)} writes acknowledged beside a dead one, ${failed.length} not ok ${listed(wrong)}; at the dead one: ${tally(unheard)}`,
      passed: wrong.length === 0 && unheard.every((outcome) => ['networkError', 'unsent'].includes(outcome)),
    },
  ]
}
