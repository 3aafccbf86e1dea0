import type { Bench } from '../bench.ts'
import { comparedFloods, describeCores, floodServer } from '../flooding.ts'
import { each, logIn, namesSomebody, ownInfoByCookie } from '../people/asks.ts'
import { interleave } from '../rounds.ts'
import { startAcct } from '../servers/acct.ts'
import type { Server } from '../servers/server.ts'
import { ratioOf, spreadOf } from '../stats.ts'
import { type Row, shown, type Table } from '../table.ts'

const clients = 16

/** What counting and timing every request costs. */
export async function metrics(bench: Bench): Promise<Table> {
  const { plan, scope, cores, peopled, say } = bench
  const start = async (env?: Readonly<Record<string, string>>) =>
    startAcct(scope, { folder: await peopled(plan.few), cores: cores?.server, ...(env && { env }) })
  const off = await start()
  const on = await start({ ACCT_METRICS: 'local' })

  say('who-am-I with metrics and without')
  const ask = (server: Server) => () => floodServer(bench, server, each(plan.few, ownInfoByCookie), namesSomebody)
  const floods = await interleave(plan.rounds, { off: ask(off), on: ask(on) })
  say('logins with metrics and without')
  const logins = await interleave(plan.rounds, { off: () => loginsOf(bench, off), on: () => loginsOf(bench, on) })
  const middle = (figures: readonly number[]) => shown(spreadOf(figures).median)
  const ofLogins: Row = {
    what: 'logins, ACCT_METRICS=local ÷ off',
    figures: `${middle(logins.on)}/s ÷ ${middle(logins.off)}/s`,
    ratio: ratioOf(logins.on, logins.off),
  }
  return {
    title: 'Metrics',
    how: 'Answers a second with `ACCT_METRICS=local`, which nobody reads meanwhile, by turns with the shipped `off`.',
    rows: [comparedFloods('who-am-I, ACCT_METRICS=local ÷ off', floods.on, floods.off), ofLogins],
    notes: [describeCores(floods)],
  }
}

/** Logins a second. */
async function loginsOf({ plan, generator }: Bench, { url }: Server): Promise<number> {
  const asks = each(plan.few, logIn)
  const { statuses, wrong, rate } = await generator.run({
    kind: 'crowd',
    url,
    asks,
    contains: '"user_id"',
    clients,
    seconds: plan.seconds,
  })
  if (wrong > 0 || Object.keys(statuses).some((status) => status !== '200')) {
    throw new Error(`logins were answered ${JSON.stringify(statuses)}`)
  }
  return rate
}
