import { createAccount, findSession, readOwnProfile, signInWithPassword, Unavailable } from '@acct/core'
import { testCore } from '@acct/core/testing'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { connection } from '../src/sqlite/connection.ts'
import { configure } from '../src/sqlite/pragmas.ts'
import { freshFile, openWithClient } from './support.ts'

/** A database of one table, and another process's way into it. */
function counters() {
  const file = freshFile()
  const client = new Database(file)
  configure(client, file)
  client.exec('create table counters (name text primary key)')
  client.pragma('busy_timeout = 0')
  const { write, read, close } = connection(client)
  const insert = client.prepare('insert into counters values (?)')
  const names = () => client.prepare('select name from counters order by name').pluck().all()
  const other = new Database(file)
  onTestFinished(() => void other.close())
  return { client, other, write, read, close, names, insert: (name: string) => write(() => insert.run(name).changes) }
}

/** How many transactions a statement prototype has committed since. */
function countCommits(client: Database.Database): () => number {
  const run = vi.spyOn(Object.getPrototypeOf(client.prepare('select 1')) as Database.Statement, 'run')
  onTestFinished(() => void run.mockRestore())
  return () => run.mock.contexts.filter((statement) => (statement as Database.Statement).source === 'commit').length
}

test('writes that come together wait for the disk together; one that fails takes back its own part only', async () => {
  const { client, insert, names, write, close } = counters()
  await insert('taken')
  const commits = countCommits(client)
  const half = () => {
    client.prepare("insert into counters values ('half')").run()
    throw new Error('in the middle')
  }
  const outcomes = await Promise.allSettled([insert('a'), insert('taken'), write(half), insert('b')])
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
  expect(names()).toEqual(['a', 'b', 'taken'])
  expect(commits()).toBe(1)
  close()
})

test('no step is told that it happened before it is durable, and none if the disk did not take it', async () => {
  const { client, insert, names, close } = counters()
  const commits = countCommits(client)
  const told: number[] = []
  await Promise.all(['a', 'b', 'c'].map(async (name) => told.push((await insert(name)) * commits())))
  expect(told).toEqual([1, 1, 1])
  client.pragma(`max_page_count = ${client.pragma('page_count', { simple: true })}`)
  const full = await Promise.allSettled(['d', 'e'].map((name) => insert(name + 'x'.repeat(10_000))))
  for (const outcome of full) expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(Unavailable) })
  expect(names()).toEqual(['a', 'b', 'c'])
  client.pragma('max_page_count = 1000')
  expect(await insert('f')).toBe(1)
  close()
})

test('a commit that fails fails all that waited for it, and nothing of them stays', async () => {
  const { client, insert, names, write, close } = counters()
  // Looked at by SQLite in the commit, and not before.
  client.exec('create table notes (counter text references counters deferrable initially deferred)')
  const note = client.prepare('insert into notes values (?)')
  const outcomes = await Promise.allSettled([insert('a'), write(() => note.run('nobody')), insert('b')])
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(names()).toEqual([])
  expect(await insert('c')).toBe(1)
  close()
})

test('while another process holds the database, reading goes on, and writing after it', async () => {
  const { other, insert, names, read, close } = counters()
  other.exec('begin immediate')
  const writing = insert('patient')
  let isWritten = false
  void writing.then(() => {
    isWritten = true
  })
  for (let turn = 0; turn < 20; turn += 1) {
    await new Promise(setImmediate)
    expect(await read(names)).toEqual([])
  }
  expect(isWritten).toBe(false)
  other.exec('commit')
  expect(await writing).toBe(1)
  expect(names()).toEqual(['patient'])
  close()
})

test('who has waited for five seconds is told, and does not happen later', async () => {
  const { other, insert, names, close } = counters()
  vi.useFakeTimers({ toFake: ['setTimeout', 'setImmediate'] })
  onTestFinished(() => void vi.useRealTimers())
  other.exec('begin immediate')
  const early = expect(insert('early')).rejects.toThrow(Unavailable)
  await vi.advanceTimersByTimeAsync(3000)
  const late = insert('late')
  await vi.advanceTimersByTimeAsync(3000)
  await early
  other.exec('commit')
  await vi.advanceTimersByTimeAsync(10)
  expect(await late).toBe(1)
  expect(names()).toEqual(['late'])
  close()
})

test('closing writes what waits', async () => {
  const { insert, close, other } = counters()
  const waiting = insert('last')
  close()
  expect(await waiting).toBe(1)
  expect(other.prepare('select name from counters').pluck().all()).toEqual(['last'])
})

test('a session that another connection ends, locks or changes is seen so by the next who asks', async () => {
  const file = freshFile()
  const { store } = openWithClient(file)
  const core = testCore(store.stores)
  const other = new Database(file)
  const signIn = async () => {
    const outcome = await signInWithPassword(core, { identifier: 'li_lei', password: 'x' })
    if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
    return outcome.session
  }
  await createAccount(core, { username: 'li_lei', password: 'x' })
  const { session, token } = await signIn()
  const ask = async () => {
    // A request comes with a turn of the event loop of its own.
    await new Promise(setImmediate)
    return [(await findSession(core, { token })).kind, (await readOwnProfile(core, { session })).kind]
  }
  expect(await ask()).toEqual(['found', 'profile'])
  other.exec("update accounts set nickname = 'changed'")
  await new Promise(setImmediate)
  expect(await readOwnProfile(core, { session })).toMatchObject({ profile: { nickname: 'changed' } })
  expect(await ask()).toEqual(['found', 'profile'])
  other.exec('update accounts set locked_at = 1')
  expect(await ask()).toEqual(['none', 'sessionOver'])
  other.exec('update accounts set locked_at = null')
  expect(await ask()).toEqual(['found', 'profile'])
  other.exec('delete from sessions')
  expect(await ask()).toEqual(['none', 'sessionOver'])
  other.close()
  store.close()
})
