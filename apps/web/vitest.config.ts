import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['@acct/source'] },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
})
