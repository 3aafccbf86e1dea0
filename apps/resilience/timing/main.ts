import { withServer } from '../abuse/withServer.ts'
import { type Row, readWords, runAll } from '../src/report.ts'
import { type Seeded, seeded, seedOfRun } from '../src/seeded.ts'
import { type Settings, unlimited } from '../src/server.ts'
import { type Measured, measure, type Pair } from './measure.ts'
import { closedPairs, pairsOf, topics } from './pairs.ts'
import { closeAccounts, makeWorld } from './world.ts'

/**
 * Nothing is limited, but everything is counted as it is in production. A hash costs a twentieth of the shipped one: enough
 * to show where one is missing, and little enough not to hide what is beside it.
 */
const settings: Settings = {
  ...unlimited,
  ACCT_ARGON2: 'm=1024,t=2,p=1',
  ACCT_LIMIT_PASSWORD_FAILURES: '1000000000',
  ACCT_LIMIT_CODES_PER_HOUR: '1000000',
  ACCT_LIMIT_CODES_PER_DAY: '1000000',
  ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '1000000000',
  ACCT_LIMIT_LOOKUPS_PER_HOUR: '1000000000',
  ACCT_LIMIT_REQUESTS_PER_MINUTE: '1000000000',
  ACCT_TRUST_PROXY: '127.0.0.0/8',
  ACCT_DEFAULT_LEVEL: '1',
}

/** What the full form holds every pair to; the short one has fewer rounds, and the bound that chance gives them. */
const bound = 0.05

const { long, names } = readWords(process.argv.slice(2), [...topics, 'closed'])
process.exitCode = await withServer(settings, async ({ url }, whole) => {
  const rounds = long ? 2500 : 400
  const world = await makeWorld(url, whole, Math.max(500, rounds))
  const chance = seeded(seedOfRun())
  process.stdout.write(`seed ${chance.seed}\n`)
  const all = pairsOf(world)
  const asked = topics.filter((topic) => names.includes(topic)).flatMap((topic) => all[topic])
  const scenarios = asked.map((pair) => ({
    name: pair.name,
    run: async () => [rowOf(pair, await measure(url, pair, rounds, chance), long)],
  }))
  const closed = {
    name: 'card login: unknown name / account closed by wrong passwords, with a wrong one and with the right one',
    run: () => tryClosed(rounds, chance, long),
  }
  return runAll(
    'Timing: what must not be told apart',
    [...scenarios, ...(names.includes('closed') ? [closed] : [])],
    undefined,
  )
})

/** On a server of its own, since the others' accounts must not be closed. */
function tryClosed(rounds: number, chance: Seeded, long: boolean): Promise<Row[]> {
  return withServer({ ...settings, ACCT_LIMIT_PASSWORD_FAILURES: '10' }, async ({ url }) => {
    const rows: Row[] = []
    for (const pair of closedPairs(await closeAccounts(url)))
      rows.push(rowOf(pair, await measure(url, pair, rounds, chance), long))
    return rows
  })
}

function rowOf(
  { sameAnswer }: Pair,
  { pair, control, bound: byChance, medians, answers }: Measured,
  long: boolean,
): Row {
  const limit = long ? bound : Math.max(bound, byChance)
  const isNear = (auc: number) => Math.abs(auc - 0.5) <= limit
  const [left, right] = [[...answers.left].sort().join(), [...answers.right].sort().join()]
  const differs = sameAnswer && left !== right
  const shown = differs ? `; the answers differ: ${left.slice(0, 200)} / ${right.slice(0, 200)}` : ''
  return {
    done: `n = ${pair.n}, ${[...answers.right][0]?.slice(0, 60)}`,
    seen: `AUC ${pair.auc.toFixed(3)}, control ${control.auc.toFixed(3)}, within ${limit.toFixed(3)}; medians ${medians.left.toFixed(2)} / ${medians.right.toFixed(2)} ms${shown}`,
    passed: isNear(pair.auc) && isNear(control.auc) && !differs,
  }
}
