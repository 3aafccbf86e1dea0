// `pnpm start`: builds what changed, then serves in this same process, so that signals reach the server itself.
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { runTurbo } from './turbo.mjs'

const main = join(dirname(fileURLToPath(import.meta.url)), '..', 'apps', 'server', 'dist', 'main.js')
const built = runTurbo(['run', 'build', '--filter=@acct/server', '--output-logs=errors-only', '--log-prefix=none'])
if (built !== 0) process.exit(built)
process.argv = [process.argv[0], main, 'serve', ...process.argv.slice(2)]
await import(pathToFileURL(main).href)
