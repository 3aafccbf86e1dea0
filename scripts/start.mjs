// `pnpm start`: builds what changed, then serves in this same process, so that signals reach the server itself.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runTurbo } from './turbo.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const main = join(root, 'apps', 'server', 'dist', 'main.js')

/** What builds a package: one of these is in each that is built. */
const builtBy = ['tsup.config.ts', 'vite.config.ts']

/** When a file, or anything in a folder, was last changed, in milliseconds; a deletion changes its folder. */
function lastChange(path) {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return Math.max(mtimeMs, ...readdirSync(path).map((name) => lastChange(join(path, name))))
}

/**
 * Whether every package was built after its last change, and after the last installation. Turbo would find out as well,
 * but asking it takes as long as the whole start.
 */
function isBuilt() {
  const packages = ['packages', 'apps'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(root, folder, name)),
  )
  const shared = ['pnpm-lock.yaml', 'tsconfig.base.json'].map((name) => lastChange(join(root, name)))
  return packages
    .filter((folder) => builtBy.some((name) => existsSync(join(folder, name))))
    .every((folder) => {
      const dist = join(folder, 'dist')
      if (!existsSync(dist) || readdirSync(dist).length === 0) return false
      const sources = ['src', 'package.json', 'index.html', ...builtBy]
        .map((name) => join(folder, name))
        .filter((path) => existsSync(path))
        .map(lastChange)
      const oldest = Math.min(...readdirSync(dist).map((name) => statSync(join(dist, name)).mtimeMs))
      return oldest > Math.max(...sources, ...shared)
    })
}

if (!isBuilt()) {
  const code = runTurbo(['run', 'build', '--filter=@acct/server', '--output-logs=errors-only', '--log-prefix=none'])
  if (code !== 0) process.exit(code)
}
process.argv = [process.argv[0], main, 'serve', ...process.argv.slice(2)]
await import(pathToFileURL(main).href)
