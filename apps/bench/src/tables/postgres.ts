import type { Bench } from '../bench.ts'
import { comparedFloods, connections, describeCores, describeFloods, floodServer } from '../flooding.ts'
import { bareInfo, each, namesSomebody, ownInfoByBearer, ownInfoByCookie } from '../people/asks.ts'
import { addPeopleToPostgres } from '../people/fillPostgres.ts'
import { sessionTokenOf } from '../people/people.ts'
import { interleave } from '../rounds.ts'
import { migrate, startAcct } from '../servers/acct.ts'
import { coreOnPostgres, startPostgres } from '../servers/postgres.ts'
import { serverFile, startServer } from '../servers/server.ts'
import { ratioOf, spreadOf } from '../stats.ts'
import { type Row, shown, type Table } from '../table.ts'

/** Connections to the database: what acct has unless it is told otherwise. */
const poolSize = 10

/** What PostgreSQL costs a who-am-I, beside what the driver alone does. */
export async function postgres(bench: Bench): Promise<Table> {
  const { plan, scope, cores, say } = bench
  const core = cores?.server
  const newDatabase = await startPostgres(scope)
  const url = await newDatabase()
  const env = { ACCT_DATABASE_URL: url }
  const folder = scope.folder('data')
  migrate(folder, env)
  await addPeopleToPostgres(url, plan.few)

  say('who-am-I through the core and as a bare select')
  const tokens = Array.from({ length: plan.few }, (_, person) => sessionTokenOf(person))
  const atOnce = [1, poolSize, connections]
  const rates = await coreOnPostgres(core, {
    url,
    tokens,
    atOnce,
    poolSize,
    rounds: plan.rounds,
    seconds: plan.seconds,
  })
  const inProcess = rates.map(
    (of, index): Row => ({
      what: `inside a process, ${atOnce[index]} at once: who-am-I through the core ÷ a bare select of the same row`,
      figures: `${shown(spreadOf(of.core).median)}/s ÷ ${shown(spreadOf(of.bare).median)}/s`,
      ratio: ratioOf(of.core, of.bare),
      goal: { atLeast: 0.7 },
    }),
  )

  const bare = await startServer(scope, {
    command: [serverFile('preparedSelect.mjs'), url, String(poolSize)],
    cores: core,
  })
  const acct = await startAcct(scope, { folder, cores: core, env })
  say('flooding with who-am-I')
  const floods = await interleave(plan.rounds, {
    bare: () => floodServer(bench, bare, each(plan.few, bareInfo), namesSomebody),
    cookie: () => floodServer(bench, acct, each(plan.few, ownInfoByCookie), namesSomebody),
    bearer: () => floodServer(bench, acct, each(plan.few, ownInfoByBearer), namesSomebody),
  })
  const row = (what: string, name: keyof typeof floods): Row =>
    comparedFloods(`${what} ÷ Fastify and a bare select`, floods[name], floods.bare)
  return {
    title: 'PostgreSQL',
    how:
      `Who-am-I with ${plan.few.toLocaleString('en')} sessions in a PostgreSQL of the same machine, reached by a local socket, on ` +
      `the load generator’s core, over ${poolSize} connections, beside a bare \`select\` by \`pg\`, prepared, of the row that a ` +
      'who-am-I needs: session, account and picture. First inside a process that does nothing else; then over HTTP, against ' +
      `Fastify that does nothing but that select for an answer of the same length, without logging, over ${connections} connections.`,
    rows: [
      ...inProcess,
      { what: 'Fastify and a bare select', figures: describeFloods(floods.bare) },
      row('over HTTP: card getInfo by cookie', 'cookie'),
      row('over HTTP: token info/self by Bearer', 'bearer'),
    ],
    notes: [describeCores(floods)],
  }
}
