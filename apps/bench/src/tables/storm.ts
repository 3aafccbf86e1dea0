import type { Bench, Plan } from '../bench.ts'
import { startGenerator } from '../load/generator.ts'
import type { Crowded, Paced } from '../load/jobs.ts'
import { each, logIn, namesSomebody, ownInfoByCookie } from '../people/asks.ts'
import { interleave } from '../rounds.ts'
import { startAcct } from '../servers/acct.ts'
import { ratioOf, spreadOf } from '../stats.ts'
import { type Row, shown, type Table } from '../table.ts'

/** Logins at once, more than may wait. */
const excess = 600

const perSecond = 200

/** Logins that wait all the time. Every round ends when the last of them is answered. */
const waitingIn = ({ quick }: Plan) => (quick ? 50 : 200)

interface Weather extends Paced {
  /** Answers a second of as many who-am-I requests as the server takes. */
  readonly rate: number
}

/** What signed-in users notice of a storm of logins. */
export async function storm(bench: Bench): Promise<Table> {
  const { cores, plan } = bench
  const one = cores === undefined ? [] : await inWeathers(bench, 'one core', cores.server)
  const two = plan.quick && cores !== undefined ? [] : await inWeathers(bench, 'two cores', cores?.both)
  return {
    title: 'A storm of logins',
    how:
      `Who-am-I at a steady ${perSecond} a second, whether the earlier ones are answered or not, while ${waitingIn(plan)} logins ` +
      'wait at any time, and without them, by turns. The time of an answer counts from when its request was due. Then ' +
      `${excess} logins at once, more than may wait.`,
    rows: [...one, ...two],
    notes: [
      'One core: hashing has no other core to go to, and shares the one that answers.',
      ...(two.length > 0 ? [] : ['Two cores are left to a full run.']),
    ],
  }
}

async function inWeathers(bench: Bench, name: string, cores: string | undefined): Promise<Row[]> {
  const { plan, scope, generator, say } = bench
  const { url, stop } = await startAcct(scope, { folder: await bench.peopled(plan.few), cores })
  const stormy = startGenerator(scope, bench.cores?.load)
  const who = { url, asks: each(plan.few, ownInfoByCookie), contains: namesSomebody }
  const logins = { url, asks: each(plan.few, logIn), contains: '"user_id"' }
  const seconds = plan.quick ? 1 : 8
  const look = async (): Promise<Weather> => {
    const paced = await generator.run({ kind: 'pace', ...who, perSecond, seconds })
    const flooded = await generator.run({ kind: 'flood', ...who, connections: 8, seconds: plan.quick ? 1 : 3 })
    return { ...paced, rate: flooded.rate, failures: paced.failures + flooded.failures }
  }
  const answered: Crowded[] = []
  say(`a storm of logins on ${name}`)
  const weathers = await interleave<'calm' | 'storm', Weather>(plan.rounds, {
    calm: look,
    storm: async () => {
      const crowd = stormy.run({ kind: 'crowd', ...logins, clients: waitingIn(plan), seconds: 600 })
      const weather = await look()
      stormy.cease()
      answered.push(await crowd)
      return weather
    },
  })
  const bursts: Crowded[] = []
  for (let nth = 0; nth < (plan.quick ? 1 : 5); nth += 1) {
    bursts.push(await stormy.run({ kind: 'crowd', ...logins, clients: excess, seconds: 0 }))
  }
  await stop()
  const failures = [...weathers.storm, ...weathers.calm].reduce((total, each) => total + each.failures, 0)
  const failed = answered.reduce((total, { statuses, wrong }) => total + wrong + others(statuses), 0)
  const middle = (pick: (weather: Weather) => number) =>
    [weathers.storm, weathers.calm].map((each) => shown(spreadOf(each.map(pick)).median))
  const ratio = (pick: (weather: Weather) => number) => ratioOf(weathers.storm.map(pick), weathers.calm.map(pick))
  const told = (status: '200' | '503') => bursts.reduce((total, { statuses }) => total + (statuses[status] ?? 0), 0)
  const unforeseen = bursts.reduce((total, { statuses }) => total + others(statuses), 0) - told('503')
  const times = middle(({ p99 }) => p99).map((time) => `${time} ms`)
  return [
    {
      what: `who-am-I p99 in a storm ÷ without, ${name}`,
      figures: times.join(' ÷ '),
      ratio: ratio(({ p99 }) => p99),
      goal: { below: 4 },
    },
    {
      what: `who-am-I and logins that failed, ${name}`,
      figures: `${failures} and ${failed}`,
      ratio: spreadOf([failures + failed]),
      goal: { below: 1 },
    },
    {
      what: `who-am-I a second in a storm ÷ without, ${name}`,
      figures: middle(({ rate }) => rate)
        .map((rate) => `${rate}/s`)
        .join(' ÷ '),
      ratio: ratio(({ rate }) => rate),
    },
    {
      what: `the last refusal of ${excess} logins at once, seconds, ${name}`,
      figures: `in ${bursts.length} rounds ${told('200')} logged in, ${told('503')} were told \`unavailable\`, ${unforeseen} anything else`,
      ratio: spreadOf(bursts.map(({ longest }) => (longest['503'] ?? Number.NaN) / 1000)),
      goal: { below: 1 },
    },
  ]
}

const others = (statuses: Crowded['statuses']) =>
  Object.entries(statuses).reduce((total, [status, count]) => (status === '200' ? total : total + count), 0)
