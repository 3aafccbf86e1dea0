import { openPostgres } from '@acct/store'
import type { Bench } from '../bench.ts'
import { type Compared, compare, type Side } from '../large/compare.ts'
import { fillPostgres, type Size } from '../large/fill.ts'
import { suspectsIn } from '../large/plans.ts'
import { migrate } from '../servers/acct.ts'
import { startPostgres } from '../servers/postgres.ts'
import { type Row, shown, type Table } from '../table.ts'

const edges = 5

/** What a hundred times as many people cost each step of a request, on PostgreSQL. */
export async function large(bench: Bench): Promise<Table> {
  const { plan, scope, say } = bench
  const few = { accounts: 10_000, edges }
  const many = { accounts: plan.many, edges }
  // As one would give it to a database of this size: all of it fits.
  const newDatabase = await startPostgres(scope, ['shared_buffers=4GB', 'max_wal_size=8GB'])
  const filled = async (size: Size) => {
    say(`filling a PostgreSQL with ${told(size)}`)
    const url = await newDatabase()
    migrate(scope.folder('data'), { ACCT_DATABASE_URL: url })
    await fillPostgres(url, size, Date.now())
    return url
  }
  const urls = { small: await filled(few), large: await filled(many) }
  say('plans')
  const { statements, suspects } = await suspectsIn(urls.large)

  const open = async (url: string, { accounts }: Size): Promise<Side> => {
    const store = await openPostgres({ url, poolSize: 1 })
    scope.defer(() => store.close())
    return { stores: store.stores, accounts }
  }
  say('every step of a request, in both')
  const sides = { small: await open(urls.small, few), large: await open(urls.large, many) }
  const compared = await compare(sides, {
    rounds: plan.rounds,
    calls: plan.quick ? 5 : 40,
    warmUp: plan.quick ? 20 : 2000,
  })
  return {
    title: 'A large PostgreSQL',
    how:
      `Every step of the stores that a request runs, in databases with ${told(few)} and with ${told(many)}, each with a session ` +
      'and a line of the audit log for each account, and codes, messages, counters and the like for every tenth. Call by call by ' +
      'turns, each about another person drawn at random, over one connection by a local socket; PostgreSQL has memory for all of it.',
    rows: compared.sort((one, other) => other.ratio.median - one.ratio.median).map(rowOf),
    notes: [
      `Of ${statements} statements, as PostgreSQL runs them on the large one by its own statistics, ` +
        `${suspects.length === 0 ? 'none reads' : `${suspects.length} read`} a whole table or sort${suspects.length === 0 ? 's' : ''} one.`,
      ...suspects.map(({ statement, plan: lines }) => `\`${statement}\`: ${lines.join('; ')}`),
    ],
  }
}

const told = (size: Size) =>
  `${size.accounts.toLocaleString('en')} accounts and ${(size.accounts * size.edges).toLocaleString('en')} edges`

const rowOf = ({ name, small, large: many, ratio }: Compared): Row => ({
  what: `${name}, large ÷ small`,
  figures: `${shown(many)} ms ÷ ${shown(small)} ms`,
  ratio,
  goal: { below: 1.3 },
})
