// Runs turbo with its telemetry off, whatever the machine's own settings are, on every platform's shell.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const turbo = createRequire(join(root, 'package.json')).resolve('turbo/bin/turbo')

/** Runs turbo at the repository's root; returns its exit code. */
export function runTurbo(args) {
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }
  const { status, signal } = spawnSync(process.execPath, [turbo, ...args], { cwd: root, stdio: 'inherit', env })
  return signal ? 1 : (status ?? 1)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exit(runTurbo(process.argv.slice(2)))
