import { mkdirSync, rmSync } from 'node:fs'
import { chromium } from 'playwright-core'
import type { TestProject } from 'vitest/node'
import { picturesFolder } from './pictures.ts'
import { startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the server under test is, without a slash at the end. */
    url: string
    /** Where the server under test keeps everything. */
    dataDir: string
    /** Where the browser takes orders. */
    browser: string
  }
}

/** One browser and one built server, for the whole suite. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  rmSync(picturesFolder, { recursive: true, force: true })
  mkdirSync(picturesFolder, { recursive: true })
  const [server, browser] = await Promise.all([
    // Nobody here waits for a minute between two codes.
    startServer({
      ACCT_LIMIT_CODE_INTERVAL: '0',
      ACCT_LIMIT_CODES_PER_HOUR: '0',
      ACCT_LIMIT_CODES_PER_DAY: '0',
      ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0',
      ACCT_LIMIT_LOOKUPS_PER_HOUR: '0',
    }),
    chromium.launchServer({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    }),
  ])
  project.provide('url', server.url)
  project.provide('dataDir', server.dataDir)
  project.provide('browser', browser.wsEndpoint())
  return async () => {
    await browser.close()
    await server.stop()
  }
}
