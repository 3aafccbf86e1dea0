// `pnpm mutants [--check] [name…]`: sabotages our own code, one small change at a time, and tells which test notices.
// `--check` only looks whether every mutant still applies.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { problemsOf } from './check.ts'
import { areas } from './list/index.ts'
import { head, page, rowOf, shortcomings, total } from './table.ts'
import { copyTree } from './tree.ts'
import { tryOut } from './tryOut.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const print = (line: string) => process.stdout.write(`${line}\n`)

const words = process.argv.slice(2)
const names = words.filter((word) => word !== '--check')
const all = areas.flatMap(({ mutants }) => mutants)
const asked = names.length === 0 ? all : all.filter(({ name }) => names.includes(name))

const unknown = names.filter((name) => !all.some((mutant) => mutant.name === name))
const problems = [...unknown.map((name) => `there is no '${name}'`), ...problemsOf(asked, root)]
for (const problem of problems) print(problem)

if (problems.length > 0) process.exitCode = 1
else if (words.includes('--check')) print(`${asked.length} mutants apply`)
else process.exitCode = await run()

async function run(): Promise<number> {
  // One more than there are cores: each waits for its disk now and then.
  const trees = Array.from({ length: Math.min(availableParallelism() + 1, asked.length) }, () => copyTree(root))
  const remove = () => {
    for (const tree of trees) tree.remove()
  }
  process.once('exit', remove)
  // So that what was begun ends as well.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

  print(`\n## Mutants\n\n${head}`)
  const fates = await tryOut(asked, trees, (fate) => print(rowOf(fate)))
  print(`\n${total(fates)}`)
  const wrong = shortcomings(fates)
  for (const line of wrong) print(line)
  const killed = fates.filter(({ kind }) => kind === 'killed').length
  print(`\nTests  ${wrong.length > 0 ? `${wrong.length} failed | ` : ''}${killed} passed (${fates.length})`)
  const file = join(root, 'docs/mutants.md')
  const written = page(areas, fates, existsSync(file) ? readFileSync(file, 'utf8') : '')
  if (written !== undefined) writeFileSync(file, written)
  return wrong.length > 0 ? 1 : 0
}
