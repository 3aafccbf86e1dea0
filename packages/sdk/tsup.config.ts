import { readdirSync } from 'node:fs'
import { defineConfig } from 'tsup'

// One entry for what all APIs share, and one for each API's client.
const clients = readdirSync('src/generated').map((name) => [name, `src/generated/${name}/index.ts`])

export default defineConfig({
  entry: { index: 'src/index.ts', ...Object.fromEntries(clients) },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  dts: true,
  clean: true,
})
