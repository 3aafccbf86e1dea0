import { createAccount, requestRegistrationCode, requestResetCode, signInWithPassword } from '@acct/core'
import { testCore } from '@acct/core/testing'
import type Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freshFile, openWithClient } from './support.ts'

// What can only be shown from behind SQLite's back: how often a step is committed.

const phone = '+8613812345678'
const password = 'Right_1'

async function signedIn() {
  const { store, client } = openWithClient(freshFile())
  const core = testCore(store.stores)
  await createAccount(core, { username: 'li_lei', phone, password })
  const outcome = await signInWithPassword(core, { identifier: 'li_lei', password })
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
  return { core, store, client, ...outcome.session }
}

/** How many pages have been written to the log so far. */
function framesOf(client: Database.Database): number {
  const [state] = client.pragma('wal_checkpoint(NOOP)') as { log: number }[]
  return state?.log ?? 0
}

/** Notes for each transaction whether it wrote to the log. */
function watchCommits(client: Database.Database): boolean[] {
  const commits: boolean[] = []
  const statement = Object.getPrototypeOf(client.prepare('select 1')) as Database.Statement
  const { run } = statement
  let before = 0
  vi.spyOn(statement, 'run').mockImplementation(function (this: Database.Statement, ...parameters: unknown[]) {
    if (this.source === 'begin immediate') before = framesOf(client)
    const result = run.apply(this, parameters)
    if (this.source === 'commit') commits.push(framesOf(client) > before)
    return result
  })
  onTestFinished(() => void vi.restoreAllMocks())
  return commits
}

test('every refusal of a password writes once', async () => {
  const { core, store, client } = await signedIn()
  await createAccount(core, { username: 'without' })
  const commits = watchCommits(client)
  const refusals = { li_lei: 'wrongPassword', without: 'wrongPassword', nobody: 'unknownAccount' }
  for (let time = 0; time < 12; time += 1) {
    for (const [identifier, kind] of Object.entries(refusals)) {
      commits.length = 0
      const outcome = await signInWithPassword(core, { identifier, password: 'wrong' })
      expect(outcome.kind).toBe(time < 10 || identifier === 'nobody' ? kind : 'closed')
      expect(commits).toEqual([true])
    }
  }
  store.close()
})

test('asking for a code writes the same rows whether or not the number has an account', async () => {
  const { core, store, client } = await signedIn()
  const source = '192.0.2.1'
  const rowsOf = () =>
    ['codes', 'sendings', 'messages', 'lookups'].map((table) =>
      client.prepare(`select count(*) from ${table}`).pluck().get(),
    )
  const commits = watchCommits(client)
  for (const request of [
    (to: string) => requestResetCode(core, { phone: to, source }),
    (to: string) => requestRegistrationCode(core, { phone: to, source, whenTaken: 'tellOwner' }),
  ]) {
    const costs: unknown[] = []
    for (const to of [phone, '+8613912345678']) {
      commits.length = 0
      const before = rowsOf()
      expect(await request(to)).toEqual({ kind: 'sent' })
      costs.push({ commits: [...commits], rows: rowsOf().map((count, index) => Number(count) - Number(before[index])) })
    }
    expect(costs[0]).toEqual({ commits: [true], rows: [1, 1, 1, 0] })
    expect(costs[1]).toEqual(costs[0])
    core.clock.advance(60_000)
  }
  store.close()
})
