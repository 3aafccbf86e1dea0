// Builds everything, then runs one of the suites that measure or attack the built server: `suite.mjs <app> <suite> […]`.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runTurbo } from './turbo.mjs'

const [app, suite, ...args] = process.argv.slice(2)
const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'apps', app)
const { scripts } = createRequire(import.meta.url)(join(folder, 'package.json'))
const tsx = createRequire(join(folder, 'package.json')).resolve('tsx/cli')

const built = runTurbo(['run', 'build', '--output-logs=errors-only'])
if (built !== 0) process.exit(built)
const [, script] = /^tsx (\S+)$/.exec(scripts[suite])
// A `--` that pnpm passes on is no word for the suite.
const words = args.filter((word) => word !== '--')
const { status, signal } = spawnSync(process.execPath, [tsx, script, ...words], { cwd: folder, stdio: 'inherit' })
process.exit(signal ? 1 : (status ?? 1))
