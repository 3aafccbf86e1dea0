import type { Bench } from '../bench.ts'
import { sessionTokenOf } from '../people/people.ts'
import { startAcct } from '../servers/acct.ts'
import { ratioOf, spreadOf } from '../stats.ts'
import { shown, type Table } from '../table.ts'

const callsInBlock = 200

/** What the SDK costs a caller. */
export async function sdk({ plan, scope, cores, generator, peopled, say }: Bench): Promise<Table> {
  const { url } = await startAcct(scope, { folder: await peopled(plan.few), cores: cores?.server })
  say('calling by the SDK')
  const blocks = plan.quick ? 6 : 40
  const { sdk, bare } = await generator.run({ kind: 'calls', url, token: sessionTokenOf(0), blocks, callsInBlock })
  const each = (times: readonly number[]) => `${shown(spreadOf(times).median * 1000)} µs`
  return {
    title: 'The SDK',
    how:
      `card getInfo by the SDK, which checks request and answer, and by bare \`fetch\` with the same headers and ` +
      `\`.json()\`, one call at a time: the median call of ${blocks} blocks of ${callsInBlock} calls each, by turns.`,
    rows: [
      {
        what: 'time of a call by the SDK ÷ by bare `fetch`',
        figures: `${each(sdk)} ÷ ${each(bare)}`,
        ratio: ratioOf(sdk, bare),
        goal: { below: 1.05 },
      },
    ],
    notes: [],
  }
}
