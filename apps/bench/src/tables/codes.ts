import type { Bench } from '../bench.ts'
import { openAgent } from '../load/ask.ts'
import { spendCodes } from '../load/spend.ts'
import { codeDoor } from '../people/asks.ts'
import { addPendingCodes, databaseIn } from '../people/fill.ts'
import { interleave } from '../rounds.ts'
import { startAcct } from '../servers/acct.ts'
import type { Server } from '../servers/server.ts'
import { ratioOf, spreadOf } from '../stats.ts'
import { shown, type Table } from '../table.ts'

/** How many codes are spent in one round. */
const batch = 10

/** Whether many pending codes slow the spending of one down. */
export async function codes(bench: Bench): Promise<Table> {
  const { plan, say } = bench
  const pending = plan.quick ? 10_000 : 200_000
  // Everybody but each 21st person has a code pending; those others ask for codes and spend them.
  const people = (pending / 20) * 21
  const isSpender = (person: number) => person % 21 === 0
  const few = await startWithInbox(bench, people)
  const many = await startWithInbox(bench, people, (folder) => {
    const numbers = Array.from({ length: people }, (_, person) => person)
    addPendingCodes(
      databaseIn(folder),
      numbers.filter((person) => !isSpender(person)),
    )
  })
  const agent = openAgent()
  bench.scope.defer(() => agent.destroy())
  say('spending codes')
  let spender = 0
  const spend = (server: Server) => async () => {
    const mine = Array.from({ length: batch }, () => 21 * (spender++ % (people / 21)))
    return spendCodes(agent, codeDoor(server.url), mine)
  }
  const figures = await interleave(plan.quick ? 10 : 60, { few: spend(few), many: spend(many) })
  const middle = (name: keyof typeof figures) => shown(spreadOf(figures[name]).median)
  const shownPending = pending.toLocaleString('en')
  return {
    title: 'Codes',
    how:
      `Signing in with an SMS code on two servers with ${people.toLocaleString('en')} accounts each, by turns: ${batch} ` +
      'people ask for codes, which is not measured, and sign in with them one after another: the median counts. Each answer comes ' +
      'when the code is used up and the session begun, on the disk.',
    rows: [
      {
        what: `codes spent a second with ${shownPending} pending ÷ with ${batch} pending`,
        figures: `${middle('many')} ms ÷ ${middle('few')} ms for one`,
        // Times, so the other way round.
        ratio: ratioOf(figures.few, figures.many),
        goal: { atLeast: 0.9 },
      },
    ],
    notes: [],
  }
}

/** With the development inbox, which tells the codes, and no wait between two codes for a number. */
async function startWithInbox(bench: Bench, people: number, prepare = (_folder: string) => {}): Promise<Server> {
  const folder = await bench.peopled(people)
  prepare(folder)
  const env = { ACCT_SMS: 'inbox', ACCT_LIMIT_CODE_INTERVAL: '0' }
  return startAcct(bench.scope, { folder, cores: bench.cores?.server, env })
}
