import type { Bench } from '../bench.ts'
import { each, logIn } from '../people/asks.ts'
import { interleave } from '../rounds.ts'
import { startAcct } from '../servers/acct.ts'
import { type Hashing, rawVerifications } from '../servers/limit.ts'
import { ratioOf, spreadOf } from '../stats.ts'
import { type Row, shown, type Table } from '../table.ts'

/** More than the thread pool takes at once, so that it never runs dry. */
const clients = 16

/** How much of what Argon2 itself leaves of a core becomes logins. */
export async function logins(bench: Bench): Promise<Table> {
  const { cores, plan } = bench
  const one = cores === undefined ? [] : [await onCores(bench, 1, cores.server)]
  const two = plan.quick && cores !== undefined ? [] : [await onCores(bench, 2, cores?.both)]
  return {
    title: 'Logins',
    how:
      `Logins a second of ${clients} clients by turns with raw Argon2 verifications of the same parameters (m=19456, t=2, ` +
      'p=1), as many at once as there are cores, on the same cores in a process that does nothing else: more at once only ' +
      'get in each other’s way. Every login is another account’s, and is answered when its session is on the disk.',
    rows: [...one, ...two],
    notes: [
      two.length > 0
        ? 'On two cores the load generator runs on one of them: its share of that core is the logins’ loss, not Argon2’s.'
        : 'Two cores are left to a full run.',
    ],
  }
}

async function onCores(
  { plan, scope, generator, peopled, say }: Bench,
  count: 1 | 2,
  cores: string | undefined,
): Promise<Row> {
  const acct = await startAcct(scope, { folder: await peopled(plan.few), cores })
  const name = count === 1 ? 'one core' : 'two cores'
  const seconds = plan.quick ? 1 : 5
  say(`logging in on ${name}`)
  const figures = await interleave<'raw' | 'acct', Hashing & { share: number }>(plan.quick ? 2 : plan.rounds, {
    raw: async () => ({ ...(await rawVerifications(cores, count, seconds)), share: 0 }),
    acct: async () => {
      const before = acct.cpuSeconds()
      const { statuses, ...crowd } = await generator.run({
        kind: 'crowd',
        url: acct.url,
        asks: each(plan.few, logIn),
        contains: '"user_id"',
        clients,
        seconds,
      })
      const others = Object.keys(statuses).filter((status) => status !== '200')
      if (others.length > 0 || crowd.wrong > 0) throw new Error(`logins were answered ${JSON.stringify(statuses)}`)
      const cost = (acct.cpuSeconds() - before) / (statuses['200'] ?? Number.NaN)
      return { ...crowd, cost }
    },
  })
  await acct.stop()
  const middle = (name: keyof typeof figures) => shown(spreadOf(figures[name].map(({ rate }) => rate)).median)
  const cost = (name: keyof typeof figures) => spreadOf(figures[name].map((each) => each.cost)).median
  const share = spreadOf(figures.acct.map((crowd) => crowd.share)).median
  return {
    what: `logins ÷ raw Argon2 verifications, ${name}`,
    figures: `${middle('acct')}/s ÷ ${middle('raw')}/s; load ${Math.round(share * 100)} % of its core`,
    ratio: ratioOf(
      figures.acct.map(({ rate }) => rate),
      figures.raw.map(({ rate }) => rate),
    ),
    byCoreTime: cost('raw') / cost('acct'),
    goal: { atLeast: 0.92 },
  }
}
