import { findAccount, registerWithUsername, Unavailable } from '@acct/core'
import { testCore } from '@acct/core/testing'
import { expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../src/index.ts'
import { createDatabase, startOwnCluster } from '../src/testing/index.ts'
import { rounds } from './rounds.ts'

const crashes = rounds
const atOnce = 10
const enough = 40

test(`of what was acknowledged nothing is lost in ${crashes} crashes of PostgreSQL under load, and the store comes back`, {
  timeout: 60_000 + 20_000 * crashes,
}, async () => {
  const cluster = await startOwnCluster()
  onTestFinished(() => cluster.stop())
  const database = await createDatabase(cluster.url, 'acct')
  const store = await openPostgres(database)
  const core = testCore(store.stores)
  const acknowledged: string[] = []
  let [names, running, refused] = [0, true, 0]
  const load = async () => {
    while (running) {
      names += 1
      const username = `user_${names}`
      try {
        if ((await registerWithUsername(core, { username, password: 'Right_1' })).kind === 'registered') {
          acknowledged.push(username)
        }
      } catch (error) {
        // Nothing else is thrown, whatever was under way.
        expect(error).toBeInstanceOf(Unavailable)
        refused += 1
      }
    }
  }
  const loads = Array.from({ length: atOnce }, load)
  const more = async () => {
    const until = acknowledged.length + enough
    while (acknowledged.length < until) await new Promise((resolve) => setImmediate(resolve))
  }
  for (let crash = 0; crash < crashes; crash += 1) {
    await more()
    await cluster.crash()
  }
  await more()
  running = false
  await Promise.all(loads)
  expect(refused).toBeGreaterThan(0)
  for (const who of acknowledged) expect(await findAccount(core, { who })).toMatchObject({ kind: 'account' })
  await store.close()
})
