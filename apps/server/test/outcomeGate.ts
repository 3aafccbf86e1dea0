import { readdirSync, readFileSync } from 'node:fs'
import { variants } from '@acct/schema'
import { seenFolder } from './support/outcomes.ts'

/**
 * Runs after the whole suite: a documented outcome that no test has met through the SDK fails it. (An answer that is not
 * listed fails the test that meets it, see `noting`.)
 */
const seen = new Set(
  readdirSync(seenFolder).flatMap((file) => readFileSync(`${seenFolder}${file}`, 'utf8').split('\n')),
)
const documented = Object.entries(variants).flatMap(([variant, { routes }]) =>
  Object.entries(routes).flatMap(([route, { outcomes }]) =>
    Object.keys(outcomes).map((outcome) => `${variant} ${route} ${outcome}`),
  ),
)
const unseen = documented.filter((outcome) => !seen.has(outcome))
if (unseen.length > 0) {
  process.stderr.write(`No test has seen these documented outcomes through the SDK:\n${unseen.join('\n')}\n`)
  process.exit(1)
}
process.stdout.write(`outcome gate: all ${documented.length} documented outcomes were seen through the SDK\n`)
