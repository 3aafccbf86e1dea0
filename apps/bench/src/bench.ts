import { cpSync } from 'node:fs'
import { type Generator, startGenerator } from './load/generator.ts'
import { type Cores, findCores, pinMyself } from './machine.ts'
import { addPeople, databaseIn } from './people/fill.ts'
import type { Scope } from './scope.ts'
import { migrate } from './servers/acct.ts'

/** How thoroughly everything is measured. */
export interface Plan {
  readonly quick: boolean
  /** How often each figure is taken, by turns; ratios are the median over them. */
  readonly rounds: number
  /** How long one load lasts. */
  readonly seconds: number
  /** How many sessions "active" means. */
  readonly few: number
  /** A large database. */
  readonly many: number
}

export const fullPlan: Plan = { quick: false, rounds: 7, seconds: 4, few: 10_000, many: 1_000_000 }

export const quickPlan: Plan = { quick: true, rounds: 1, seconds: 1, few: 2000, many: 20_000 }

/** What a table's measurements are made with. */
export interface Bench {
  readonly plan: Plan
  readonly cores: Cores | undefined
  /** Ends with the table. */
  readonly scope: Scope
  /** On the core that no server uses. */
  readonly generator: Generator
  /** A data folder with so many people: filled once in a run, and copied for each who asks. */
  readonly peopled: (count: number) => Promise<string>
  /** A data folder with a database and nobody in it. */
  readonly empty: () => string
  /** Tells on stderr what goes on. */
  readonly say: (line: string) => void
}

/** Makes what all tables of a run share; `run` ends with the run. */
export function createBench(plan: Plan, run: Scope, say: (line: string) => void): (table: Scope) => Bench {
  const cores = findCores()
  if (cores !== undefined) pinMyself(cores.load)
  const generator = startGenerator(run, cores?.load)
  const filled = new Map<number, Promise<string>>()
  const fill = async (count: number) => {
    say(`filling a database with ${count.toLocaleString('en')} people`)
    const folder = run.folder('people')
    migrate(folder)
    await addPeople(databaseIn(folder), count)
    return folder
  }
  return (scope) => ({
    plan,
    cores,
    scope,
    generator,
    say,
    peopled: async (count) => {
      const known = filled.get(count) ?? fill(count)
      filled.set(count, known)
      const folder = scope.folder('data')
      cpSync(await known, folder, { recursive: true })
      return folder
    },
    empty: () => {
      const folder = scope.folder('empty')
      migrate(folder)
      return folder
    },
  })
}
