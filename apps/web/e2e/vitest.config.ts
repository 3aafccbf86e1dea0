import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    globalSetup: 'support/globalSetup.ts',
    // One browser and one server for all: two at a time would only wait for each other.
    fileParallelism: false,
    // Nothing waits that long, but on a machine with too much to do.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
