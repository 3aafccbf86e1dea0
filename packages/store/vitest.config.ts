import { defineConfig } from 'vitest/config'

// Without `import`, which would also hold for what a CommonJS package requires; Vite adds it where it belongs.
const conditions = ['@acct/source', 'node', 'module', 'default']

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: ['@acct/source'] } },
  test: { globalSetup: 'test/globalSetup.ts', include: ['src/**/*.test.ts', 'test/**/*.test.ts'] },
})
