import { count, listed, type Row } from '../src/report.ts'
import { seeded } from '../src/seeded.ts'
import { serve } from '../src/server.ts'
import type { FaultScenario } from './context.ts'
import { foundTown } from './household/town.ts'
import { postgresPlace } from './place.ts'
import { away, frozen, locked } from './postgres/away.ts'
import { commits } from './postgres/commits.ts'
import { connections } from './postgres/connections.ts'
import { restarts } from './postgres/restarts.ts'

/** PostgreSQL is restarted, cuts connections off, goes away, lets others wait, and (in the long form) stands still: one server lives through all of it. */
export const postgres: FaultScenario = {
  name: 'postgres',
  run: async ({ long, seed, tell }) => {
    const random = seeded(seed + 5)
    const place = await postgresPlace('postgres')
    try {
      const server = await serve(place.settings)
      const town = await foundTown(server.url, { seed, acting: 16 })
      const rows: Row[] = []
      for (const step of [restarts, connections, commits, away, locked, ...(long ? [frozen] : [])]) {
        rows.push(...(await step({ place, server, town, random, long, tell })))
      }
      const enough = town.acknowledged() + 50
      const last = await town.live(server.url, () => town.acknowledged() >= enough)
      const differences = await place.settle(town)
      const ended = await server.end('SIGTERM')
      const wrong = [...town.surprises(), ...last, ...differences, server.errors()].filter(Boolean)
      return [
        ...rows,
        {
          done: 'let the same server go on once more, and ended it',
          seen: `${count(town.acknowledged())} acknowledged writes of ${town.kinds.size} kinds in all, ${wrong.length} answers, rows or lines that were not due ${listed(wrong)}; exit ${ended}`,
          passed: wrong.length === 0 && ended === 0,
        },
      ]
    } finally {
      place.remove()
    }
  },
}
