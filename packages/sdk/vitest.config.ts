import { defineConfig } from 'vitest/config'

const conditions = ['@acct/source', 'node', 'import', 'module', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@acct/source'] } },
  // Some tests run the TypeScript compiler, which takes its time on a busy machine.
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 60_000 },
})
