import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import type { Mutant } from './mutant.ts'

/** A copy of the sources that may be spoilt. */
export interface Tree {
  readonly root: string
  /** Does something while a mutant is in its place. */
  readonly spoilt: <T>(mutant: Mutant, work: () => Promise<T>) => Promise<T>
  readonly remove: () => void
}

/** Copies what belongs to the repository at a root as it is now, committed or not, into a folder of its own. */
export function copyTree(from: string): Tree {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'acct-mutants-')))
  for (const file of filesOf(from)) {
    if (existsSync(join(from, file))) cpSync(join(from, file), join(root, file))
  }
  for (const folder of packagesOf(root)) linkPackages(from, root, folder)
  return {
    root,
    spoilt: async ({ file, find, replace }, work) => {
      const path = join(root, file)
      const whole = readFileSync(path, 'utf8')
      // By a function, in which `$&` and the like mean nothing.
      writeFileSync(
        path,
        whole.replace(find, () => replace),
      )
      try {
        return await work()
      } finally {
        writeFileSync(path, whole)
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  }
}

function filesOf(root: string): string[] {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const { status, stdout, stderr } = spawnSync('git', words, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status !== 0) throw new Error(`git does not tell which files there are: ${stderr}`)
  return [...new Set(stdout.split('\0').filter((file) => file !== ''))]
}

/** The folders, from the root, of all packages: the root’s own, too. */
function packagesOf(root: string): string[] {
  const folders = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(root, parent)).map((name) => join(parent, name)),
  )
  return ['.', ...folders].filter((folder) => existsSync(join(root, folder, 'package.json')))
}

/**
 * Gives a package of the copy what it imports: other people's packages where they are installed, and of ours the copies,
 * so that a mutant in one of them is seen by all.
 */
function linkPackages(from: string, root: string, folder: string): void {
  const installed = join(from, folder, 'node_modules')
  if (!existsSync(installed)) return
  for (const name of packageNames(installed)) {
    const real = realpathSync(join(installed, name))
    const isOurs = !relative(from, real).split(sep).includes('node_modules')
    const link = join(root, folder, 'node_modules', name)
    mkdirSync(dirname(link), { recursive: true })
    symlinkSync(isOurs ? join(root, relative(from, real)) : real, link)
  }
}

const packageNames = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    if (name.startsWith('.')) return []
    const scope = name.startsWith('@') && !lstatSync(join(folder, name)).isSymbolicLink()
    return scope ? readdirSync(join(folder, name)).map((inner) => join(name, inner)) : [name]
  })
