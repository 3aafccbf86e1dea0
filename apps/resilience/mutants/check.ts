import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Mutant } from './mutant.ts'

/** What is wrong with a list of mutants for the tree at a root, one line each: nothing if every one applies exactly once. */
export function problemsOf(mutants: readonly Mutant[], root: string): string[] {
  const names = mutants.map(({ name }) => name)
  const twice = names.filter((name, index) => names.indexOf(name) !== index)
  return [
    ...twice.map((name) => `${name}: there are two of that name`),
    ...mutants.flatMap((one) => problems(one, root)),
  ]
}

function problems({ name, file, find, replace, tests }: Mutant, root: string): string[] {
  const path = join(root, file)
  if (!existsSync(path)) return [`${name}: there is no ${file}`]
  const found: string[] = []
  const times = readFileSync(path, 'utf8').split(find).length - 1
  if (times !== 1) found.push(`${name}: what it replaces stands in ${file} ${times} times, not once`)
  if (find === replace) found.push(`${name}: it changes nothing`)
  if (tests.length === 0) found.push(`${name}: no test is expected to notice`)
  for (const { folder, files } of tests) {
    for (const test of files) {
      if (!existsSync(join(root, folder, test))) found.push(`${name}: there is no ${folder}/${test}`)
    }
  }
  return found
}
