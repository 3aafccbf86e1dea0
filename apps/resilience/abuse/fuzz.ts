import { count, quantile, type Row } from '../src/report.ts'
import { seedOfRun } from '../src/seeded.ts'
import { type ServingProcess, type Settings, unlimited } from '../src/server.ts'
import { coverageOf, coverageTable } from './fuzz/coverage.ts'
import { type Lane, type Ledger, openLane } from './fuzz/lane.ts'
import { type Memory, memoryOf, ownErrors, probed } from './fuzz/memory.ts'
import { startProvider } from './fuzz/provider.ts'
import { makeSpecials } from './fuzz/specials.ts'
import { warmUp } from './fuzz/warmUp.ts'
import { watchMachine } from './wire/machine.ts'
import { withServer } from './withServer.ts'

/** The limits are met, too: by few addresses and sources, so that all others get past them. */
const limits: Settings = {
  ACCT_LIMIT_CODES_PER_HOUR: '12',
  ACCT_LIMIT_REQUESTS_PER_MINUTE: '300',
  ACCT_TRUST_PROXY: '127.0.0.0/8',
  ACCT_DEFAULT_LEVEL: '1',
}

const laneCount = 4
const phases = 10

/** Requests of every kind to every route of every variant; each answer is judged by the contract. */
export async function fuzz({ long }: { long: boolean }): Promise<Row[]> {
  const requests = long ? 1_000_000 : 50_000
  const provider = await startProvider()
  try {
    const settings = { ...unlimited, ...limits, ...provider.settings }
    const attack = (server: ServingProcess, whole: Settings) => fuzzServer(server, whole, { requests, isWarm: long })
    return await withServer(settings, attack, { nodeOptions: probed })
  } finally {
    await provider.close()
  }
}

async function fuzzServer(
  server: ServingProcess,
  settings: Settings,
  { requests, isWarm }: { requests: number; isWarm: boolean },
): Promise<Row[]> {
  const seed = seedOfRun()
  const { url } = server
  const watch = watchMachine(server.pid)
  const ledger: Ledger = { sent: 0, slowest: 0, seen: new Map(), problems: new Map() }
  const memory: Memory[] = []
  const lanes: Lane[] = []
  try {
    const specials = await makeSpecials(url, settings, seed)
    // Not before: of what another process has written, a server forgets everything.
    if (isWarm) await warmUp(url)
    const open = (number: number) => openLane({ url, seed, number, ledger, watch, specials })
    lanes.push(...(await Promise.all(Array.from({ length: laneCount }, (_, number) => open(number)))))
    for (let phase = 0; phase < phases; phase++) {
      await Promise.all(lanes.map((lane) => lane.send(requests / phases / laneCount)))
      const held = await memoryOf(server)
      memory.push(held)
      const [live, resident] = [mebibytes(held.live), mebibytes(held.resident)]
      process.stderr.write(`${count(ledger.sent)} requests; live ${live}, resident ${resident}\n`)
    }
  } finally {
    watch.stop()
    for (const lane of lanes) lane.close()
  }
  const ended = await server.end('SIGTERM')
  process.stdout.write(`\n${coverageTable(ledger.seen)}\n\n`)
  for (const [kind, smallest] of ledger.problems) process.stdout.write(`${kind}\n${smallest}\n\n`)
  const slowest = Math.round(ledger.slowest)
  return [
    {
      done: `${count(ledger.sent)} requests, seed ${seed}`,
      seen: `${ledger.problems.size} kinds of answers outside the contract; the slowest took ${slowest} ms`,
      passed: ledger.problems.size === 0 && ledger.sent >= requests,
    },
    coverageRow(ledger),
    memoryRow(memory),
    logRow(server.log(), ownErrors(server)),
    { done: 'SIGTERM afterwards', seen: `ended with ${ended}`, passed: ended === 0 },
  ]
}

/** What a run reached of the contract when this was written, less what chance takes. */
const coverageFloor = 0.88

function coverageRow({ seen }: Ledger): Row {
  const { seen: met, all } = coverageOf(seen)
  return {
    done: 'documented outcomes that a caller can bring about',
    seen: `${met} of ${all} seen (${((100 * met) / all).toFixed(1)} %)`,
    passed: met >= coverageFloor * all,
  }
}

const mebibytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`

/**
 * Caches and pools fill up while a run is young: the fourth to sixth phase are compared with the last three. A long run would
 * fill the cache of sessions all the while, and begins with a full one. What is still reached after a collection is exact and
 * must stay; resident pages depend on what the allocator keeps for later, and may wander, but not as far as a leak of native
 * memory would take them.
 */
function memoryRow(memory: readonly Memory[]): Row {
  const grown = (what: keyof Memory) => {
    const [before, after] = [memory.slice(3, 6), memory.slice(7)].map((part) =>
      quantile(
        part.map((each) => each[what]),
        0.5,
      ),
    )
    return { before: before ?? 0, after: after ?? 0, ratio: (after ?? 0) / (before ?? 0) }
  }
  const [live, resident] = [grown('live'), grown('resident')]
  const shown = ({ before, after, ratio }: typeof live) =>
    `${mebibytes(before)} → ${mebibytes(after)} (${ratio.toFixed(3)})`
  return {
    done: "the server's memory after the warm-up → at the end",
    seen: `live ${shown(live)}, within 1.05; resident ${shown(resident)}, within 1.25`,
    passed: live.ratio <= 1.05 && resident.ratio <= 1.25,
  }
}

/** What a log must not hold: errors, and tokens. */
function logRow(log: string, errors: string): Row {
  const lines = log.split('\n')
  const broken = lines.filter((line) => /"level":[56]0/.test(line))
  const telling = lines.filter((line) => /acct_[a-z]_[\w-]{43}|\$argon2/.test(line))
  const first = [...broken, ...telling, errors].find((line) => line !== '') ?? ''
  return {
    done: `${count(lines.length)} lines of the log`,
    seen: `${broken.length} errors, ${telling.length} with a token or a hash; stderr ${errors === '' ? 'empty' : 'not empty'} ${first.slice(0, 500)}`,
    passed: broken.length + telling.length === 0 && errors === '',
  }
}
