import { defineConfig } from 'vitest/config'

const conditions = ['@acct/source', 'node', 'import', 'module', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@acct/source'] } },
  test: { include: ['src/**/*.test.ts', 'test/**/*.test.ts'] },
})
