import { setTimeout } from 'node:timers/promises'
import type { Bench } from '../bench.ts'
import { ask, openAgent } from '../load/ask.ts'
import type { Ask } from '../load/jobs.ts'
import { bareInfo, namesSomebody, ownInfoByCookie } from '../people/asks.ts'
import { interleave } from '../rounds.ts'
import { createScope } from '../scope.ts'
import { startAcct } from '../servers/acct.ts'
import { type Server, serverFile, startServer } from '../servers/server.ts'
import { ratioOf, spreadOf } from '../stats.ts'
import { type Row, shown, type Table } from '../table.ts'

/** How soon the server answers after it was started, and what it takes while nobody asks. */
export async function start(bench: Bench): Promise<Table> {
  const { plan, peopled, empty, cores, say } = bench
  const core = cores?.server
  const [nobody, everybody] = [empty(), await peopled(plan.many)]
  const starters = {
    bare: () => startServer(scope, { command: [serverFile('bareFastify.mjs')], cores: core }),
    empty: () => startAcct(scope, { folder: nobody, cores: core }),
    full: () => startAcct(scope, { folder: everybody, cores: core }),
  }
  const scope = createScope()
  bench.scope.defer(scope.end)
  const first = { bare: bareInfo(0), empty: ownInfoByCookie(0), full: ownInfoByCookie(0) }
  type Name = keyof typeof starters
  const once = (name: Name) => () => firstAnswer(starters[name], first[name], name !== 'empty')
  say('starting')
  const times = await interleave(plan.quick ? 3 : 12, { bare: once('bare'), empty: once('empty'), full: once('full') })
  const idle = (name: Name) => () => idleMemory(starters[name], first[name], plan.quick ? 1 : 5)
  const memory = await interleave(
    plan.quick ? 1 : 5,
    { bare: idle('bare'), empty: idle('empty'), full: idle('full') },
    { warmUp: false },
  )
  const many = plan.many.toLocaleString('en')
  const row = (what: string, figures: Record<Name, number[]>, unit: string, above: Name, below: Name): Row => ({
    what,
    figures: [above, below].map((name) => `${shown(spreadOf(figures[name]).median)} ${unit}`).join(' ÷ '),
    ratio: ratioOf(figures[above], figures[below]),
  })
  return {
    title: 'Start and memory',
    how:
      `From spawning the process to its first right answer, over ${times.bare.length} starts by turns; the database is there ` +
      `already. Then its resident memory after a first answer and ${plan.quick ? 1 : 5} s without another.`,
    rows: [
      { ...row('start, empty database ÷ bare Fastify', times, 'ms', 'empty', 'bare'), goal: { below: 1.6 } },
      { ...row(`start, ${many} accounts ÷ empty database`, times, 'ms', 'full', 'empty'), goal: { below: 1.2 } },
      { ...row('idle memory, empty database ÷ bare Fastify', memory, 'MiB', 'empty', 'bare'), goal: { below: 1.6 } },
      row(`idle memory, ${many} accounts ÷ bare Fastify`, memory, 'MiB', 'full', 'bare'),
    ],
    notes: [],
  }
}

/** Milliseconds from spawning a server to its first answer. */
async function firstAnswer(starter: () => Promise<Server>, first: Ask, knowsCaller: boolean): Promise<number> {
  const from = performance.now()
  const server = await starter()
  await answered(server, first, knowsCaller)
  const after = performance.now() - from
  await server.stop()
  return after
}

/** Resident MiB of a server that has answered once and then waited. */
async function idleMemory(starter: () => Promise<Server>, first: Ask, seconds: number): Promise<number> {
  const server = await starter()
  await answered(server, first, false)
  await setTimeout(seconds * 1000)
  const memory = server.memory()
  await server.stop()
  return memory
}

/** Asks until the answer is right: a server may turn requests away until it has come to rest. */
async function answered(server: Server, first: Ask, knowsCaller: boolean): Promise<void> {
  const agent = openAgent()
  const patience = performance.now() + 30_000
  for (;;) {
    const { status, body } = await ask(agent, server.url, first)
    if (status === 200 && (!knowsCaller || body.includes(namesSomebody))) break
    if (status !== 503 || performance.now() > patience) throw new Error(`the first answer was ${status}: ${body}`)
  }
  agent.destroy()
}
