import { defineConfig } from 'vitest/config'

export default defineConfig({
  // `@acct/source`: the other packages' sources, so that nothing has to be built before a test runs.
  ssr: {
    resolve: { conditions: ['@acct/source', 'node', 'development|production'], externalConditions: ['@acct/source'] },
  },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    globalSetup: 'test/support/cleanOutcomes.ts',
    // Servers wait for disks and hashes: on two cores, too, two files at once are done sooner than one after another.
    maxWorkers: 2,
    // A test that hangs, not one on a busy machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
