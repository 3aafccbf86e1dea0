// Runs the suite where there is a browser. Without one it says so in a line, and fails only where nothing may be skipped.
// `--every` drives every page in all settings, not in one of the usual two.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** What `CHROMIUM` names, else Debian's. Nothing is ever downloaded. */
const browser = process.env.CHROMIUM ?? '/usr/bin/chromium'

if (!existsSync(browser)) {
  process.stdout.write(`skipped: the account centre in a browser (there is no ${browser}; CHROMIUM may name another)\n`)
  process.exit(process.env.ACCT_TEST_SKIP_NOTHING ? 1 : 0)
}
const every = process.argv.includes('--every')
const rest = process.argv.slice(2).filter((word) => word !== '--every')
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', ...rest], {
  cwd: dirname(fileURLToPath(import.meta.url)),
  env: { ...process.env, CHROMIUM: browser, ...(every && { ACCT_TEST_EVERY_SETTING: '1' }) },
  stdio: 'inherit',
})
process.exit(status ?? 1)
