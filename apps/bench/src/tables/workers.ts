import type { Bench } from '../bench.ts'
import { busySecondsOf } from '../flooding.ts'
import { startGenerator } from '../load/generator.ts'
import type { Cores } from '../machine.ts'
import { each, logIn, namesSomebody, ownInfoByCookie } from '../people/asks.ts'
import { interleave } from '../rounds.ts'
import { startAcct } from '../servers/acct.ts'
import { type Hashing, rawVerifications } from '../servers/limit.ts'
import type { Server } from '../servers/server.ts'
import { ratioOf, spreadOf } from '../stats.ts'
import { type Row, shown, type Table } from '../table.ts'

/** What was answered, and what of the cores was there to do it with. */
interface Yield {
  /** Answers a second. */
  readonly rate: number
  /** Answers a second of a core that was left to the servers. */
  readonly perCore: number
  /** Answers a second of a core that the servers used. */
  readonly perUsed: number
  /** How much of all their cores was left to the servers, and how much of all cores the load generator took. */
  readonly left: number
  readonly load: number
}

/** Answers of a load, in a time. */
interface Answered {
  readonly answers: number
  readonly seconds: number
  /** How much of a core the load generator took. */
  readonly share: number
}

/** What a second worker on a second core adds. */
export async function workers(bench: Bench): Promise<Table> {
  const { cores, plan, scope, peopled, say } = bench
  if (cores === undefined) {
    return { title, how, rows: [], notes: ['Left out: there are no two cores here that processes can be pinned to.'] }
  }
  const one = await startAcct(scope, { folder: await peopled(plan.few), cores: cores.server })
  const folder = await peopled(plan.few)
  const two = await startAcct(scope, { folder, cores: cores.both, env: { ACCT_WORKERS: '2' } })
  // Where there is no core without a server, it goes where there is room.
  const generator = startGenerator(scope, cores.both)
  const elsewhere = bench.generator

  const loads = {
    'who-am-I': async (server: Server) => {
      const asks = each(plan.few, ownInfoByCookie)
      const job = { kind: 'flood', url: server.url, asks, contains: namesSomebody, connections: 64 } as const
      const { failures, ...flooded } = await (server === one ? elsewhere : generator).run({
        ...job,
        seconds: plan.seconds,
      })
      if (failures > 0) throw new Error(`${failures} answers to who-am-I were wrong`)
      return flooded
    },
    logins: async (server: Server) => {
      const asks = each(plan.few, logIn)
      const job = { kind: 'crowd', url: server.url, asks, contains: '"user_id"', clients: 32 } as const
      const { statuses, wrong, rate, share } = await (server === one ? elsewhere : generator).run({
        ...job,
        seconds: plan.seconds,
      })
      const answers = statuses['200'] ?? 0
      if (wrong > 0 || Object.keys(statuses).some((status) => status !== '200')) {
        throw new Error(`logins were answered ${JSON.stringify(statuses)}`)
      }
      return { answers, seconds: answers / rate, share }
    },
  }
  const rows: Row[] = []
  for (const [name, load] of Object.entries(loads)) {
    say(`${name} with one worker and with two`)
    const yields = await interleave(plan.rounds, {
      one: () => measured(one, [cores.server], () => load(one)),
      two: () => measured(two, cores.both.split(','), () => load(two)),
    })
    rows.push(compared(name, yields.two, yields.one))
  }
  return { title, how, rows: [...rows, await machinesOwn(bench, cores)], notes: [] }
}

/** What the machine itself makes of a second core: two that share a cache or the ways to memory do less than twice as much. */
async function machinesOwn({ plan, say }: Bench, cores: Cores): Promise<Row> {
  say('hashing on one core and on two')
  const seconds = plan.quick ? 1 : 2
  const { one, two } = await interleave(plan.rounds, {
    one: () => rawVerifications(cores.server, 1, seconds),
    two: () => rawVerifications(cores.both, 2, seconds),
  })
  const rates = (hashings: readonly Hashing[]) => hashings.map(({ rate }) => rate)
  const cost = (hashings: readonly Hashing[]) => spreadOf(hashings.map((hashing) => hashing.cost)).median
  return {
    what: 'for orientation: raw Argon2 verifications, two cores ÷ one',
    figures: `${shown(spreadOf(rates(two)).median)}/s ÷ ${shown(spreadOf(rates(one)).median)}/s`,
    ratio: ratioOf(rates(two), rates(one)),
    byCoreTime: (2 * cost(one)) / cost(two),
  }
}

const title = 'Two workers'

const how =
  'Answers a second of one worker on one core, the load coming from the other, by turns with two workers and the process ' +
  'that looks after them on both cores, the load coming from there, too. What is compared is what a second of a core ' +
  'yields that was left to the servers: answers ÷ (seconds × cores − seconds of these cores that others used). Two cores ' +
  'count twice. A ratio of 2 is a second worker that does as much as the first.'

/** Measures who used the cores meanwhile. */
async function measured(server: Server, cores: readonly string[], load: () => Promise<Answered>): Promise<Yield> {
  const busy = () => cores.reduce((sum, core) => sum + busySecondsOf(core), 0)
  const [usedBefore, busyBefore, from] = [server.cpuSeconds(), busy(), performance.now()]
  const { answers, seconds, share } = await load()
  const took = (performance.now() - from) / 1000
  const used = server.cpuSeconds() - usedBefore
  const others = Math.max(0, busy() - busyBefore - used)
  const left = cores.length * took - others
  return {
    rate: answers / seconds,
    perCore: answers / left,
    perUsed: answers / used,
    left: left / (cores.length * took),
    load: share,
  }
}

function compared(name: string, two: readonly Yield[], one: readonly Yield[]): Row {
  const middle = (yields: readonly Yield[], pick: (each: Yield) => number) => spreadOf(yields.map(pick)).median
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const told = (yields: readonly Yield[]) =>
    `${shown(middle(yields, ({ rate }) => rate))}/s with ${percent(middle(yields, ({ left }) => left))} of`
  return {
    what: `${name}, two workers ÷ one`,
    figures:
      `${told(two)} two cores, the load took ${percent(middle(two, ({ load }) => load))} of one, ÷ ` +
      `${told(one)} one core`,
    ratio: ratioOf(
      two.map(({ perCore }) => 2 * perCore),
      one.map(({ perCore }) => perCore),
    ),
    byCoreTime: (2 * middle(two, ({ perUsed }) => perUsed)) / middle(one, ({ perUsed }) => perUsed),
    goal: { atLeast: 1.7 },
  }
}
