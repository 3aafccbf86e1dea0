import { parseArgs } from 'node:util'
import { createBench, fullPlan, quickPlan } from './bench.ts'
import { measuredOn, writeSections } from './document.ts'
import { describeMachine, findCores } from './machine.ts'
import { createScope } from './scope.ts'
import { markdownOf } from './table.ts'
import { tables } from './tables/index.ts'

const usage = `Usage: pnpm bench [--quick] [--print] [table …]
  --quick   fewer seconds, rounds and people; prints only; without a name not the tables of PostgreSQL
  --print   leaves docs/benchmarks.md as it is
Tables: ${Object.keys(tables).join(', ')}; without a name all of them.
`

/** With them a quick run took three quarters of a minute more. */
const ofPostgres = ['postgres', 'large']

/** Measures the tables that are named, prints them and writes them down. Returns the exit code. */
export async function runBench(words: readonly string[]): Promise<number> {
  const options = { quick: { type: 'boolean' }, print: { type: 'boolean' }, help: { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
  const all = Object.keys(tables).filter((name) => !values.quick || !ofPostgres.includes(name))
  const names = positionals.length > 0 ? positionals : all
  const unknown = names.find((name) => !Object.hasOwn(tables, name))
  if (values.help || unknown !== undefined) {
    process.stderr.write(`${unknown === undefined ? '' : `There is no table '${unknown}'.\n`}${usage}`)
    return values.help ? 0 : 2
  }
  const measured = await measureAll(names as (keyof typeof tables)[], values.quick ?? false)
  if (values.quick || values.print) return 0
  writeSections(measured, Object.keys(tables))
  return 0
}

async function measureAll(names: readonly (keyof typeof tables)[], quick: boolean): Promise<Map<string, string>> {
  const say = (line: string) => void process.stderr.write(`… ${line}\n`)
  const on = measuredOn(describeMachine(findCores()))
  const run = createScope()
  const measured = new Map<string, string>()
  // Who ends the run ends the servers too, and removes their data.
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)
    process.once(signal, () => void run.end().finally(() => process.exit(code)))
  try {
    const benchFor = createBench(quick ? quickPlan : fullPlan, run, say)
    for (const name of names) {
      const scope = createScope()
      run.defer(scope.end)
      say(name)
      const table = await tables[name](benchFor(scope)).finally(scope.end)
      const section = `${markdownOf(table)}\n${on}\n`
      process.stdout.write(`${section}\n`)
      measured.set(name, section)
    }
  } finally {
    await run.end()
  }
  return measured
}
