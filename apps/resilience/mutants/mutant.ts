/** Tests that are run together, by Vitest in the folder of one package. */
export interface Tests {
  /** The package's folder, from the root. */
  readonly folder: string
  readonly files: readonly string[]
  /** Only the tests whose full name fits this pattern, all of them where it is left out. */
  readonly named?: string
}

/** One small sabotage of our own code. */
export interface Mutant {
  /** What it is asked for by on the command line. */
  readonly name: string
  /** What goes wrong with it, in one sentence. */
  readonly breaks: string
  /** The file, from the root. */
  readonly file: string
  /** What stands in the file exactly once, and what stands there in its place. */
  readonly find: string
  readonly replace: string
  /** The tests that are expected to notice, run one after another until one does: the fast ones first. */
  readonly tests: readonly Tests[]
  /** Why nobody could notice. Only where that is so: a mutant with a reason must survive. */
  readonly equivalent?: string
}

/** What every store must keep true, by the areas that those suites are called by. */
export const suite = (...areas: readonly string[]): Tests => ({
  folder: 'packages/store',
  files: ['test/suites.test.ts'],
  named: ` (${areas.join('|')}) `,
})

const inPackage =
  (folder: string) =>
  (file: string, named?: string): Tests => ({ folder, files: [file], ...(named !== undefined && { named }) })

/** A test file of a package, or the tests of a name in it. */
export const core = inPackage('packages/core')
export const store = inPackage('packages/store')
export const delivery = inPackage('packages/delivery')
export const sdk = inPackage('packages/sdk')
export const codegen = inPackage('packages/codegen')
export const server = inPackage('apps/server')
