// `pnpm release`: publishes each package whose version is not published yet, and tags it. Meant for CI: npm's provenance
// says from which commit of which repository a package was built, and only a CI that npm knows can vouch for that.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('..', import.meta.url))
const packages = [folder, join(folder, '../schema')]
const changeset = join(dirname(createRequire(import.meta.url).resolve('@changesets/cli/package.json')), 'bin.js')

for (const path of packages) {
  const { name, repository } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'))
  if (!repository?.url) refuse(`${name} has no repository in its package.json, and its provenance must name one`)
}
run(join(folder, 'scripts/published.mjs'), ...packages)
run(changeset, 'publish')

/** Runs a script at the repository's root, and ends with it if it fails. */
function run(script, ...args) {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    cwd: join(folder, '../..'),
    stdio: 'inherit',
    env: { ...process.env, NPM_CONFIG_PROVENANCE: 'true' },
  })
  if (status !== 0) process.exit(status ?? 1)
}

function refuse(why) {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}
