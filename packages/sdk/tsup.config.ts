import { readdirSync } from 'node:fs'
import { defineConfig } from 'tsup'

// One entry for what all APIs share, one for each API's client, and one for what keeps the tokens of `token`.
const clients = readdirSync('src/generated').map((name) => [name, `src/generated/${name}/index.ts`])

export default defineConfig({
  entry: { index: 'src/index.ts', ...Object.fromEntries(clients), 'token/keep': 'src/keep/index.ts' },
  format: ['esm', 'cjs'],
  target: 'es2022',
  platform: 'neutral',
  dts: true,
  clean: true,
})
