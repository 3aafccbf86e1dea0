import { defineConfig } from 'vitest/config'

const conditions = ['@acct/source', 'node', 'import', 'module', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@acct/source'] } },
  // One test packs and installs the package and compiles against it, which takes its time on a busy machine.
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
})
