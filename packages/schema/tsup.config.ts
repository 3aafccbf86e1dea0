import { defineConfig } from 'tsup'

export default defineConfig([
  // What is published: TypeBox stays the user's own, one copy for all who describe with it.
  {
    entry: ['src/index.ts'],
    format: ['esm', 'cjs'],
    target: 'es2022',
    platform: 'neutral',
    dts: true,
  },
  // What the server in this repository loads: TypeBox built into our file, since loading it from hundreds of its own
  // costs a start more than everything else of it.
  {
    entry: { bundled: 'src/index.ts' },
    format: 'esm',
    target: 'node20',
    noExternal: ['@sinclair/typebox'],
  },
])
