import { createHash } from 'node:crypto'
import { findSession, registerWithUsername, signInWithPassword } from '@acct/core'
import { testCore } from '@acct/core/testing'
import { Pool } from 'pg'
import { openPostgres } from '../src/index.ts'
import { createDatabase, startCluster } from '../src/testing/index.ts'

// What finding a session costs on PostgreSQL over a local socket, measured against a bare `select` of the same rows through
// the driver, prepared, by turns. Run: npx tsx --conditions=@acct/source bench/postgres.ts [finds]

const finds = Number(process.argv[2] ?? 5000)
const rounds = 7
const atOnce = 8

const cluster = await startCluster()
const database = await createDatabase(cluster.url, 'acct')
const store = await openPostgres(database)
const pool = new Pool({ connectionString: database.url, max: 10 })
// Ending a pool does not wait until its connections are closed, which the end of the server then cuts off.
pool.on('error', () => {})
const core = testCore(store.stores)
await registerWithUsername(core, { username: 'li_lei', password: 'Right_1' })
const signedIn = await signInWithPassword(core, { identifier: 'li_lei', password: 'Right_1' })
if (signedIn.kind !== 'signedIn') throw new Error(signedIn.kind)
const { token } = signedIn.session
const tokenHash = createHash('sha256').update(token).digest()
const now = core.clock.now()
const bare = {
  name: 'bare',
  text: `select s.id, s.account_id, s.started_at, s.last_used_at from sessions s join accounts a on a.id = s.account_id
    and a.locked_at is null where s.token_hash = $1 and s.ends_at > $2`,
}
const ways = {
  bare: () => pool.query({ ...bare, values: [tokenHash, now] }),
  store: () => store.stores.sessions.find(tokenHash, now),
  core: () => findSession(core, { token }),
}
const rates: Record<string, number[]> = { bare: [], store: [], core: [] }
for (let round = -1; round < rounds; round += 1) {
  for (const [name, find] of Object.entries(ways)) {
    const from = performance.now()
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (let time = 0; time < finds / atOnce; time += 1) await find()
      }),
    )
    if (round >= 0) rates[name]?.push(finds / ((performance.now() - from) / 1000))
  }
}
const median = (values: number[] = []) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
const base = median(rates.bare)
for (const [name, values] of Object.entries(rates)) {
  const rate = median(values)
  process.stdout.write(`${name}: ${Math.round(rate)} a second, ${(rate / base).toFixed(2)} of bare\n`)
}
await pool.end()
await store.close()
await cluster.stop()
