import type { Bench } from '../bench.ts'
import { ask, openAgent } from '../load/ask.ts'
import type { Ask, Flooded } from '../load/jobs.ts'
import { bareInfo, drawing, each, namesSomebody, ownInfoByBearer, ownInfoByCookie } from '../people/asks.ts'
import { databaseIn } from '../people/fill.ts'
import { interleave } from '../rounds.ts'
import { startAcct } from '../servers/acct.ts'
import { type Server, serverFile, startServer } from '../servers/server.ts'
import { ratioOf, spreadOf } from '../stats.ts'
import { type Row, shown, type Table } from '../table.ts'

interface Measured extends Flooded {
  /** Microseconds of the server's core for one answer. */
  readonly cost: number
  /** How much of its core the server took. */
  readonly busy: number
}

const connections = 32

/** How fast the server tells callers who they are: what every request of a signed-in user costs at least. */
export async function whoAmI(bench: Bench): Promise<Table> {
  const { plan, scope, cores, peopled } = bench
  const core = cores?.server
  const few = await peopled(plan.few)
  const bare = await startServer(scope, { command: [serverFile('bareFastify.mjs')], cores: core })
  const read = await startServer(scope, { command: [serverFile('preparedRead.mjs'), databaseIn(few)], cores: core })
  const acct = await startAcct(scope, { folder: few, cores: core })
  const large = await startAcct(scope, { folder: await peopled(plan.many), cores: core })
  await requireSameLength(bare, acct)
  const of = (server: Server, asks: () => readonly Ask[]) => () => measure(bench, server, asks())
  const all = (one: (person: number) => Ask) => {
    const asks = each(plan.few, one)
    return () => asks
  }
  const some = (one: (person: number) => Ask) => drawing(Math.ceil(plan.seconds * 20_000), plan.many, one)
  bench.say('flooding with who-am-I')
  const figures = await interleave(plan.rounds, {
    bare: of(bare, all(bareInfo)),
    read: of(read, all(bareInfo)),
    cookie: of(acct, all(ownInfoByCookie)),
    bearer: of(acct, all(ownInfoByBearer)),
    largeCookie: of(large, some(ownInfoByCookie)),
    largeBearer: of(large, some(ownInfoByBearer)),
  })
  const row = (what: string, name: keyof typeof figures, atLeast?: number): Row => ({
    what: `${what} ÷ bare Fastify`,
    figures: described(figures[name]),
    ratio: ratioOf(figures[name].map(rateOf), figures.bare.map(rateOf)),
    ...(atLeast !== undefined && { goal: { atLeast } }),
  })
  const [fewSessions, manySessions] = [plan.few, plan.many].map((count) => `${count.toLocaleString('en')} sessions`)
  return {
    title: 'Who am I',
    how:
      `Answers a second over ${connections} connections that send their next request when the last is answered; every ` +
      'request carries the token of another session. Bare Fastify has one GET with a response schema, an answer of the ' +
      'same length, and no logging. The large database is asked about people drawn at random.',
    rows: [
      { what: 'bare Fastify', figures: described(figures.bare) },
      row('Fastify and one prepared read by better-sqlite3', 'read'),
      row(`card getInfo by cookie, ${fewSessions}`, 'cookie', 0.55),
      row(`token info/self by Bearer, ${fewSessions}`, 'bearer', 0.55),
      row(`card getInfo by cookie, ${manySessions}`, 'largeCookie', 0.3),
      row(`token info/self by Bearer, ${manySessions}`, 'largeBearer', 0.3),
    ],
    notes: [],
  }
}

/** A shorter answer would be an easier one. */
async function requireSameLength(bare: Server, acct: Server): Promise<void> {
  const agent = openAgent()
  const [reference, own] = await Promise.all([
    ask(agent, bare.url, bareInfo(0)),
    ask(agent, acct.url, ownInfoByCookie(0)),
  ])
  agent.destroy()
  if (reference.body.length === own.body.length) return
  throw new Error(`the answers differ in length: ${reference.body} and ${own.body}`)
}

const rateOf = ({ rate }: Measured) => rate

async function measure({ generator, plan }: Bench, server: Server, asks: readonly Ask[]): Promise<Measured> {
  const before = server.cpuSeconds()
  const flooded = await generator.run({
    kind: 'flood',
    url: server.url,
    asks,
    contains: namesSomebody,
    connections,
    seconds: plan.seconds,
  })
  const used = (server.cpuSeconds() ?? Number.NaN) - (before ?? Number.NaN)
  return { ...flooded, cost: (used * 1e6) / flooded.answers, busy: used / flooded.seconds }
}

function described(figures: readonly Measured[]): string {
  const middle = (pick: (figure: Measured) => number) => spreadOf(figures.map(pick)).median
  const percent = (share: number) => `${Math.round(share * 100)} %`
  return (
    `${shown(middle(rateOf))}/s, ${shown(middle(({ cost }) => cost))} µs of its core each; ` +
    `server ${percent(middle(({ busy }) => busy))} busy, load ${percent(middle(({ share }) => share))}`
  )
}
