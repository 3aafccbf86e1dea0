import { defineConfig } from 'vitest/config'

const conditions = ['@acct/source', 'node', 'import', 'module', 'default']
const shared = {
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@acct/source'] } },
}
// Some tests run compilers and browsers, which take their time on a busy machine.
const testTimeout = 120_000

export default defineConfig({
  test: {
    projects: [
      {
        ...shared,
        test: {
          name: 'source',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          exclude: ['test/published/**'],
          testTimeout,
        },
      },
      {
        ...shared,
        test: {
          name: 'published',
          include: ['test/published/**/*.test.ts'],
          globalSetup: 'test/published/setup.ts',
          testTimeout,
          hookTimeout: testTimeout,
        },
      },
    ],
  },
})
