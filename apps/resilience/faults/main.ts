import { count, readWords, runAll } from '../src/report.ts'
import { seedOfRun } from '../src/seeded.ts'
import { killServers } from '../src/server.ts'
import { backups } from './backups.ts'
import { clock } from './clock.ts'
import type { Context } from './context.ts'
import { crashImages } from './crashImages.ts'
import { damaged } from './damaged.ts'
import { diskFull, failingSync, readOnly } from './diskFaults.ts'
import { gateway } from './gateway.ts'
import { kills } from './kills.ts'
import { locked } from './locked.ts'
import { migration } from './migration.ts'
import { stopPostgres } from './place.ts'
import { postgres } from './postgres.ts'
import { processes } from './processes.ts'
import { reload } from './reload.ts'
import { shutdown } from './shutdown.ts'
import { syncs } from './syncs.ts'

const scenarios = [
  kills,
  syncs,
  crashImages,
  diskFull,
  readOnly,
  failingSync,
  locked,
  clock,
  gateway,
  damaged,
  migration,
  backups,
  shutdown,
  reload,
  processes,
  postgres,
]

const { long, names } = wordsOrExit()
const seed = seedOfRun()
process.stdout.write(`seed ${count(seed)}: ACCT_RESILIENCE_SEED=${seed} draws the same again\n`)
process.exitCode = await runAll(
  `Faults, ${long ? 'long' : 'short'} form`,
  scenarios
    .filter(({ name }) => names.includes(name))
    .map(({ name, run }) => ({
      name,
      run: (context: Context) =>
        run({ ...context, tell: (progress) => context.tell(`${name}: ${progress}`) }).finally(killServers),
    })),
  { long, seed, tell: (progress) => void (long && process.stderr.write(`${progress}\n`)) },
).finally(stopPostgres)

/** What was asked for; who asks for what there is not is told so in one line. */
function wordsOrExit() {
  try {
    return readWords(
      process.argv.slice(2),
      scenarios.map(({ name }) => name),
    )
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(2)
  }
}
