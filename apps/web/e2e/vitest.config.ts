import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['**/*.test.ts'],
    globalSetup: 'support/globalSetup.ts',
    // All drive one browser on one server, as people of their own. A page spends its time on the browser's other threads, so
    // that two files at once are done sooner on two cores.
    maxWorkers: 2,
    // Nothing waits that long, but on a machine with too much to do.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
})
