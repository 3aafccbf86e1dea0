import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts'],
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  clean: true,
  esbuildOptions: (options) => {
    options.minifyWhitespace = true
  },
  // Built into our file: loading it from hundreds of its own costs a start more than everything else of it.
  noExternal: ['drizzle-orm'],
})
