import type { Bench } from '../bench.ts'
import { comparedFloods, connections, describeCores, describeFloods, floodServer } from '../flooding.ts'
import { ask, openAgent } from '../load/ask.ts'
import type { Ask } from '../load/jobs.ts'
import { bareInfo, drawing, each, namesSomebody, ownInfoByBearer, ownInfoByCookie } from '../people/asks.ts'
import { databaseIn } from '../people/fill.ts'
import { interleave } from '../rounds.ts'
import { startAcct } from '../servers/acct.ts'
import { type Server, serverFile, startServer } from '../servers/server.ts'
import type { Row, Table } from '../table.ts'
import { preparedRead } from './preparedRead.ts'

/** More than a server answers in a second, so that a load never asks about the same draw twice. */
const drawsPerSecond = 20_000

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
  const of = (server: Server, asks: () => readonly Ask[]) => () => floodServer(bench, server, asks(), namesSomebody)
  const all = (one: (person: number) => Ask) => {
    const asks = each(plan.few, one)
    return () => asks
  }
  const some = (one: (person: number) => Ask) => drawing(plan.seconds * drawsPerSecond, plan.many, one)
  bench.say('flooding with who-am-I')
  const floods = await interleave(plan.rounds, {
    bare: of(bare, all(bareInfo)),
    read: of(read, all(bareInfo)),
    cookie: of(acct, all(ownInfoByCookie)),
    bearer: of(acct, all(ownInfoByBearer)),
    largeCookie: of(large, some(ownInfoByCookie)),
    largeBearer: of(large, some(ownInfoByBearer)),
  })
  const row = (what: string, name: keyof typeof floods): Row =>
    comparedFloods(`${what} ÷ bare Fastify`, floods[name], floods.bare)
  const [fewSessions, manySessions] = [plan.few, plan.many].map((count) => `${count.toLocaleString('en')} sessions`)
  return {
    title: 'Who am I',
    how:
      `Answers a second over ${connections} connections that send their next request when the last is answered; every ` +
      'request carries the token of another session. Bare Fastify has one GET with a response schema, an answer of the ' +
      'same length, and no logging. The large database is asked about people drawn at random.',
    rows: [
      { what: 'bare Fastify', figures: describeFloods(floods.bare) },
      row('Fastify and one prepared read by better-sqlite3', 'read'),
      { ...row(`card getInfo by cookie, ${fewSessions}`, 'cookie'), goal: { atLeast: 0.55 } },
      { ...row(`token info/self by Bearer, ${fewSessions}`, 'bearer'), goal: { atLeast: 0.55 } },
      { ...row(`card getInfo by cookie, ${manySessions}`, 'largeCookie'), goal: { atLeast: 0.3 } },
      { ...row(`token info/self by Bearer, ${manySessions}`, 'largeBearer'), goal: { atLeast: 0.3 } },
    ],
    notes: [describeCores(floods), await preparedRead(databaseIn(few), plan)],
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
