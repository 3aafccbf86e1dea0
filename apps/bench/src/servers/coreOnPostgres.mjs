// What a who-am-I costs on PostgreSQL inside a process: through the core, and as a bare select of the same row through the
// driver, prepared, on as many connections. Reads what to do as JSON, prints how many there were in a second in each round.
import { createHash } from 'node:crypto'
import { json } from 'node:stream/consumers'
import { findSession, readOwnProfile } from '@acct/core'
import { openPostgres } from '@acct/store'
import { Pool } from 'pg'
import { whoAmIRow } from './whoAmIRow.mjs'

const { url, tokens, atOnce, poolSize, rounds, seconds } = await json(process.stdin)
const store = await openPostgres({ url, poolSize })
const core = { stores: store.stores, clock: { now: () => Date.now() } }
const pool = new Pool({ connectionString: url, max: poolSize })
const query = { name: 'whoAmI', text: whoAmIRow }

const ways = {
  core: async (token) => {
    const { session } = await findSession(core, { token })
    const { profile } = await readOwnProfile(core, { session })
    return profile.username
  },
  bare: async (token) => {
    const hash = createHash('sha256').update(token).digest()
    const { rows } = await pool.query({ ...query, values: [hash, Date.now()] })
    return rows[0].username
  },
}

let next = 0

/** Answers a second of so many who ask again as soon as they are answered. */
async function rateOf(way, many) {
  const from = performance.now()
  let answers = 0
  const one = async () => {
    do {
      const username = await way(tokens[next++ % tokens.length])
      if (!username.startsWith('person_')) throw new Error(`this is nobody: ${username}`)
      answers += 1
    } while (performance.now() < from + seconds * 1000)
  }
  await Promise.all(Array.from({ length: many }, one))
  return (answers * 1000) / (performance.now() - from)
}

const rates = []
for (const many of atOnce) {
  const of = { core: [], bare: [] }
  for (let round = 0; round <= rounds; round += 1) {
    const names = Object.keys(ways)
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const rate = await rateOf(ways[name], many)
      if (round > 0) of[name].push(rate)
    }
  }
  rates.push(of)
}
await store.close()
await pool.end()
process.stdout.write(JSON.stringify(rates))
