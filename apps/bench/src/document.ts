import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(new URL('../../../docs/benchmarks.md', import.meta.url))

const head = `# Benchmarks

Written by \`pnpm bench\`, which measures everything here anew; \`pnpm bench whoAmI\` measures one table. It takes about an
hour, two cores that do nothing else, and some 6 GB below the system's temporary folder; \`pnpm bench:quick\` takes two
minutes and prints only. What each table does is told in [apps/bench](../apps/bench/README.md), and where the time goes
that a goal is missed by in [profiles.md](profiles.md).

**Only the ratios say something.** The figures behind them are this machine's. What is compared runs in the same run by
turns, in rounds; a ratio is the median of the rounds' ratios, beside it stand the least and the greatest of them. The
built server runs with the settings it ships with, in production, with one line of log for each request; only limits that
would stop a load from one address are raised, and they go on counting. It has one core to itself and the load comes from
the other one, unless a line says otherwise. A missing or a wrong answer ends the measurement.
`

const begins = (name: string) => `<!-- ${name} -->`
const ends = '<!-- end -->'

/** Puts the sections of these tables into the document, in this order, and leaves the others in it as they are. */
export function writeSections(sections: ReadonlyMap<string, string>, order: readonly string[]): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const parts = order.map((name) => {
    const section = sections.get(name) ?? sectionIn(before, name)
    return section === undefined ? '' : `\n${begins(name)}\n\n${section.trim()}\n\n${ends}\n`
  })
  writeFileSync(file, `${head}${parts.join('')}`)
}

function sectionIn(document: string, name: string): string | undefined {
  const [, after] = document.split(`${begins(name)}\n`)
  return after?.split(ends)[0]
}

/** When and on what something was measured, in one line. */
export function measuredOn(machine: string): string {
  const day = new Date().toISOString().slice(0, 10)
  return `_Measured on ${day}: ${machine}, Node ${process.versions.node}._`
}
