// `pnpm gen:check`: what is generated is committed. Regenerates everything and demands that nothing changed.
import { spawnSync } from 'node:child_process'
import { runTurbo } from './turbo.mjs'

const generated = ['packages/sdk/src/generated', 'packages/sdk/api.md', 'docs/reference', 'apps/server/assets']
const status = () => spawnSync('git', ['status', '--porcelain', '--', ...generated], { encoding: 'utf8' }).stdout
const content = () => spawnSync('git', ['diff', '--', ...generated], { encoding: 'utf8' }).stdout

const before = status() + content()
const code = runTurbo(['run', 'gen', '--output-logs=errors-only'])
if (code !== 0) process.exit(code)
const after = status() + content()
if (before !== after || after !== '') {
  process.stderr.write(`Generated files are not what the contract generates. Run 'pnpm gen' and commit:\n${after}\n`)
  process.exit(1)
}
process.stdout.write('generated files are up to date\n')
