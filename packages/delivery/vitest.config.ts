import { defineConfig } from 'vitest/config'

export default defineConfig({
  // `@acct/source`: the core's sources, so that nothing has to be built before a test runs.
  ssr: {
    resolve: { conditions: ['@acct/source', 'node', 'development|production'], externalConditions: ['@acct/source'] },
  },
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'] },
})
