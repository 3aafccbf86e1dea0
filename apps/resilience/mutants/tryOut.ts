import type { Mutant, Tests } from './mutant.ts'
import { runTests, type Verdict } from './runTests.ts'
import type { Tree } from './tree.ts'

/** What became of a mutant. */
export interface Fate {
  readonly mutant: Mutant
  readonly kind: 'killed' | 'survived' | 'untried'
  /** The test that killed it, or why it could not be tried. */
  readonly by: string
}

/**
 * Tries mutants one after another in each of the trees at once; a fate is told as soon as it is known. Tests are run without
 * any mutant before they are first run with one: one that fails anyway kills nothing.
 */
export async function tryOut(
  mutants: readonly Mutant[],
  trees: readonly Tree[],
  tell: (fate: Fate) => void,
): Promise<readonly Fate[]> {
  const left = [...mutants]
  const fates = new Map<string, Fate>()
  const honest = new Map<string, Promise<Verdict>>()
  const runOnce = (tree: Tree, tests: Tests) => {
    const key = JSON.stringify(tests)
    const verdict = honest.get(key) ?? runTests(tree.root, tests)
    honest.set(key, verdict)
    return verdict
  }
  // A whole file, once for all mutants that are tried with a part of it; the part alone only where another one fails.
  const runHonest = async (tree: Tree, tests: Tests) => {
    const { folder, files, named } = tests
    const whole = await runOnce(tree, { folder, files })
    return whole.kind === 'passed' || named === undefined ? whole : runOnce(tree, tests)
  }
  const lane = async (tree: Tree) => {
    for (let mutant = left.shift(); mutant !== undefined; mutant = left.shift()) {
      const fate = await fateOf(mutant, tree, runHonest)
      fates.set(mutant.name, fate)
      tell(fate)
    }
  }
  await Promise.all(trees.map(lane))
  return mutants.flatMap(({ name }) => fates.get(name) ?? [])
}

async function fateOf(
  mutant: Mutant,
  tree: Tree,
  runHonest: (tree: Tree, tests: Tests) => Promise<Verdict>,
): Promise<Fate> {
  for (const tests of mutant.tests) {
    const before = await runHonest(tree, tests)
    if (before.kind !== 'passed') {
      const why = before.kind === 'failed' ? before.test : before.why
      return { mutant, kind: 'untried', by: `${nameOf(tests)} fails without it: ${why}` }
    }
    const verdict = await tree.spoilt(mutant, () => runTests(tree.root, tests))
    if (verdict.kind === 'failed') return { mutant, kind: 'killed', by: `${nameOf(tests)}: ${verdict.test}` }
    if (verdict.kind === 'broken') return { mutant, kind: 'untried', by: `${nameOf(tests)}: ${verdict.why}` }
  }
  return { mutant, kind: 'survived', by: '' }
}

const nameOf = ({ folder, files }: Tests): string => files.map((file) => `${folder}/${file}`).join(', ')
