import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

/** Where `pnpm dev` finds the server. */
const server = process.env.ACCT_DEV_SERVER ?? 'http://localhost:3000'

/** What the server answers and the account centre does not. */
const served = [
  '/card',
  '/phone',
  '/social',
  '/token',
  '/community',
  '/files',
  '/u',
  '/reset-password',
  '/dev',
  '/docs',
]

export default defineConfig(({ command }) => ({
  plugins: [react()],
  resolve: {
    // A build takes the packages as users get them; in development a change of the SDK shows at once.
    conditions: command === 'serve' ? ['@acct/source', ...defaultClientConditions] : [...defaultClientConditions],
  },
  build: {
    target: 'es2022',
    // Every file under its own hashed name: the server sends them with a policy that knows nothing inline.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(served.map((path) => [`^${path}(/|$|\\?)`, { target: server }])),
  },
}))
