import { defineConfig } from 'vite'

const acct = process.env.ACCT_URL ?? 'http://localhost:3000'

// One origin for the browser, as behind a production web server: so the session's cookie just works.
export default defineConfig({
  server: { proxy: { '/card': acct, '/files': acct } },
})
