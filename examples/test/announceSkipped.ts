import { executable, hasBrowser } from './browser.ts'

/** Says once for the whole run what is skipped on a machine without a browser; where nothing may be, it ends the run. */
export function setup() {
  if (hasBrowser) return
  if (process.env.ACCT_TEST_SKIP_NOTHING) throw new Error(`there is no ${executable}, and nothing may be skipped`)
  process.stdout.write(`skipped: the examples in a browser, because there is no ${executable}\n`)
}
