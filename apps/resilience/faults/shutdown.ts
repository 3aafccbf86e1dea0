import { join } from 'node:path'
import { createClient } from '@acct/sdk/card'
import { inspectStore } from '@acct/store'
import { count, listed, type Row } from '../src/report.ts'
import { seeded } from '../src/seeded.ts'
import { serve, temporaryFolder, unlimited } from '../src/server.ts'
import { until } from '../src/wait.ts'
import type { FaultScenario } from './context.ts'
import { observe } from './household/observe.ts'
import { foundTown } from './household/town.ts'
import { rawCrowd } from './rawCrowd.ts'

/** How long a server may take to end once it was asked to, in milliseconds. */
const longestEnd = 10_000

/** Fewer than the server hashes or lets wait at once. */
const inFlight = 6

/** An operator stops the server while everybody is busy: what was begun is finished, and what is answered stays. */
export const shutdown: FaultScenario = {
  name: 'shutdown',
  run: async ({ long, seed }) => {
    const times = long ? 20 : 2
    const random = seeded(seed + 4)
    const { folder, remove } = temporaryFolder('shutdown')
    const file = join(folder, 'acct.db')
    const settings = { ...unlimited, ACCT_DATA_DIR: folder }
    try {
      let server = await serve(settings)
      const town = await foundTown(server.url, { seed, acting: 8 })
      const [differences, broken, ends, codes]: [string[], string[], number[], Set<unknown>] = [[], [], [], new Set()]
      let [registered, outsiders, lost] = [0, 0, 0]
      const statuses = new Map<number, number>()
      for (let nth = 1; nth <= times; nth += 1) {
        const crowd = rawCrowd(server.url, { sockets: 8, nth })
        const living = town.live(server.url, () => false)
        const enough = town.acknowledged() + 50 + random.below(50)
        await until(() => town.acknowledged() >= enough && crowd.registered.length >= 50, 'work under way')
        const began = performance.now()
        codes.add(await server.end('SIGTERM'))
        ends.push(performance.now() - began)
        await Promise.all([living, crowd.gone])
        broken.push(...crowd.broken)
        for (const [status, often] of crowd.statuses) statuses.set(status, (statuses.get(status) ?? 0) + often)
        server = await serve(settings)
        const there = observe(file)
        registered += crowd.registered.length
        lost += crowd.registered.filter((name) => there.idOf(name) === undefined).length
        differences.push(...town.settle(there))
        outsiders = there.outsiders()
        there.close()
      }
      codes.add(await server.end('SIGTERM'))
      const { problems } = inspectStore({ file })
      const outcomes = [...town.outcomes].map(([outcome, often]) => `${count(often)} × ${outcome}`)
      const seen = [...statuses].map(([status, often]) => `${count(often)} × ${status}`)
      const unheard = town.unheard() + outsiders - registered
      const allowed = ['ok', 'networkError', 'unavailable', 'unsent']
      return [
        {
          done: `${times} × SIGTERM under load of 8 clients and 8 raw sockets`,
          seen: `exit ${[...codes].join(', ')} within ${(Math.max(...ends) / 1000).toFixed(2)} s`,
          passed: codes.size === 1 && codes.has(0) && Math.max(...ends) < longestEnd,
        },
        {
          done: 'looked at every byte and every answer',
          seen: `${broken.length} half answers ${listed(broken)}; statuses: ${seen.join(', ')}; clients: ${outcomes.join(', ')} ${listed(town.surprises())}`,
          passed: broken.length === 0 && [...town.outcomes.keys()].every((outcome) => allowed.includes(outcome)),
        },
        {
          done: 'compared with the ledger after each restart',
          seen: `${count(town.acknowledged() + registered)} acknowledged writes, ${lost + differences.length} lost ${listed(differences)}; ${problems.length} problems`,
          passed: lost + differences.length + problems.length === 0,
        },
        {
          done: 'looked for requests that were begun',
          seen: `${unheard} were done and not answered`,
          passed: unheard === 0,
        },
        await finishing(folder),
      ]
    } finally {
      remove()
    }
  },
}

/** Logins take long: each that was in flight when the signal came must be answered as if it had not come. */
async function finishing(folder: string): Promise<Row> {
  const server = await serve({ ...unlimited, ACCT_DATA_DIR: join(folder, 'slow'), ACCT_ARGON2: 'm=65536,t=4,p=1' })
  const card = createClient({ baseUrl: `${server.url}/card` })
  const person = { username: 'patient', password: 'p' }
  await card.register({ ...person, nickname: 'n', telephone: '13812345678' })
  // Over connections that are open already, so that what is asked last is also read last.
  await Promise.all(Array.from({ length: inFlight + 1 }, () => card.getInfo()))
  const logins = Array.from({ length: inFlight }, () => card.login(person))
  await card.getInfo()
  const ended = await server.end('SIGTERM')
  const outcomes = (await Promise.all(logins)).map(({ outcome }) => outcome)
  const answered = outcomes.filter((outcome) => outcome === 'ok').length
  return {
    done: `SIGTERM with ${inFlight} slow logins in flight`,
    seen: `${answered} answered, exit ${ended} ${listed(outcomes.filter((outcome) => outcome !== 'ok'))}`,
    passed: answered === inFlight && ended === 0,
  }
}
