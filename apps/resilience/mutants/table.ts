import { count } from '../src/report.ts'
import type { Area } from './list/index.ts'
import type { Fate } from './tryOut.ts'

/** The share of mutants that must be killed. */
const enough = 0.95

export const head = '| mutant | what it breaks | fate | by |\n| --- | --- | --- | --- |'

const shown = { killed: 'killed', survived: '**SURVIVED**', untried: '**NOT TRIED**' }

export function rowOf({ mutant, kind, by }: Fate): string {
  const fate = kind === 'survived' && mutant.equivalent !== undefined ? 'survived' : shown[kind]
  return `| ${[`\`${mutant.name}\``, mutant.breaks, fate, by || (mutant.equivalent ?? '')].map(cell).join(' | ')} |`
}

const cell = (text: string) =>
  text
    .trim()
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ')

/** What is wrong with the fates as a whole, one line each: nothing if the tests are as good as they must be. */
export function shortcomings(fates: readonly Fate[]): string[] {
  const killed = fates.filter(({ kind }) => kind === 'killed').length
  const found = fates.flatMap(({ mutant: { name, equivalent }, kind, by }) => {
    if (kind === 'untried') return [`${name} was not tried: ${by}`]
    if (kind === 'survived' && equivalent === undefined) return [`${name} survived, and nothing says why it may`]
    return kind === 'killed' && equivalent !== undefined
      ? [`${name} was killed, though it is said that nobody can`]
      : []
  })
  if (killed < enough * fates.length) found.push(`fewer than ${enough * 100} % of the mutants were killed`)
  return found
}

/** How many were killed: `78 of 80 mutants killed (97.5 %)`. */
export const total = (fates: readonly Fate[]): string =>
  totalOf(fates.filter(({ kind }) => kind === 'killed').length, fates.length)

const totalOf = (killed: number, all: number) =>
  `${count(killed)} of ${count(all)} mutants killed (${((100 * killed) / all).toFixed(1)} %)`

/**
 * The page in the documentation after a run. Mutants that were not tried keep the rows that they had on the page before;
 * undefined where they had none.
 */
export function page(areas: readonly Area[], fates: readonly Fate[], before: string): string | undefined {
  const tried = new Map(fates.map((fate) => [fate.mutant.name, rowOf(fate)]))
  const kept = new Map(before.split('\n').map((line) => [/^\| `([\w-]+)` \|/.exec(line)?.[1], line]))
  const rows = areas.map(({ mutants }) => mutants.map(({ name }) => tried.get(name) ?? kept.get(name)))
  if (rows.flat().includes(undefined)) return undefined
  const sections = areas.map(({ title }, index) => `## ${title}\n\n${head}\n${rows[index]?.join('\n')}\n`)
  const killed = rows.flat().filter((row) => row?.includes('| killed |')).length
  const day = new Date().toISOString().slice(0, 10)
  return `# Mutants

Written by \`pnpm mutants\`, last on ${day} with Node ${process.versions.node}. Each mutant is one small sabotage of our own
code, applied alone to a copy of it; the test that is named beside it then failed, and passes without the mutant. A run of some
of them brings their rows up to date. How to repeat it: [apps/resilience](../apps/resilience/README.md#mutants).

**${totalOf(killed, rows.flat().length)}.**

${sections.join('\n')}`
}
