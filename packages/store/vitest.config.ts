import { defineConfig } from 'vitest/config'

// Without `import`, which would also hold for what a CommonJS package requires; Vite adds it where it belongs.
const conditions = ['@acct/source', 'node', 'module', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@acct/source'] } },
  test: {
    globalSetup: 'test/globalSetup.ts',
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Thousands of steps in one test, each a way to PostgreSQL and back, on a machine that has other things to do.
    testTimeout: 30_000,
    // They wait for disks and for other processes: two files at once are done sooner than one after another.
    maxWorkers: 2,
  },
})
