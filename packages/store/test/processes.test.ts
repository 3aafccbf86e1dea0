import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { deliverDue, findAccount, type Message } from '@acct/core'
import { fakeClock, testCore } from '@acct/core/testing'
import { expect, test } from 'vitest'
import { inspectStore, openStore } from '../src/index.ts'
import { knownMigrations } from '../src/migrations.ts'
import { freshFile } from './support.ts'

const registering = new URL('child.ts', import.meta.url)
const sending = new URL('sendingChild.ts', import.meta.url)
const require = createRequire(import.meta.url)
const tsx = require.resolve('tsx')

function start(script: URL, ...args: string[]): ChildProcess {
  const node = ['--conditions=@acct/source', '--import', pathToFileURL(tsx).href, fileURLToPath(script), ...args]
  return spawn(process.execPath, node, { stdio: ['ignore', 'pipe', 'inherit'] })
}

async function outputOf(child: ChildProcess): Promise<string> {
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  await once(child, 'close')
  return output
}

/** The second words of a process's lines of that first word, until it was killed after so many. */
async function acknowledgedBy(child: ChildProcess, kind: string, enough: number): Promise<string[]> {
  const acknowledged: string[] = []
  if (child.stdout === null) throw new Error('no output')
  for await (const line of createInterface(child.stdout)) {
    const [first, second = ''] = line.split(' ')
    expect(first).toBe(kind)
    acknowledged.push(second)
    if (acknowledged.length === enough) child.kill('SIGKILL')
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(enough)
  return acknowledged
}

test('what was acknowledged before a kill -9 is there afterwards', { timeout: 60_000 }, async () => {
  const file = freshFile()
  const acknowledged = await acknowledgedBy(start(registering, file), 'registered', 50)
  const store = openStore({ file })
  const core = testCore(store.stores)
  for (const who of acknowledged) expect(await findAccount(core, { who })).toMatchObject({ kind: 'account' })
  store.close()
  expect(inspectStore({ file }).problems).toEqual([])
})

test('messages acknowledged before a kill -9 are delivered once afterwards', { timeout: 60_000 }, async () => {
  const file = freshFile()
  const acknowledged = await acknowledgedBy(start(sending, file), 'sent', 50)
  const delivered: string[] = []
  const sms = {
    send: async ({ to }: Message) => {
      delivered.push(to)
      return { kind: 'sent' } as const
    },
  }
  for (let restart = 0; restart < 2; restart += 1) {
    const store = openStore({ file })
    const core = testCore(store.stores, { clock: fakeClock(0), settings: { secret: new Uint8Array(32) } })
    await deliverDue(core, { sms, email: 'off' })
    store.close()
  }
  // The last one may have been committed and not yet acknowledged.
  expect(delivered.slice(0, acknowledged.length)).toEqual(acknowledged)
  expect(new Set(delivered).size).toBe(delivered.length)
  expect(delivered.length - acknowledged.length).toBeLessThanOrEqual(1)
})

test('processes that start together on nothing share one whole database', { timeout: 60_000 }, async () => {
  const file = freshFile()
  const outputs = await Promise.all(Array.from({ length: 4 }, () => outputOf(start(registering, file, 'only open'))))
  expect(outputs).toEqual(Array.from({ length: 4 }, () => 'opened\n'))
  const { length } = knownMigrations()
  expect(inspectStore({ file })).toMatchObject({ problems: [], migrations: { applied: length, known: length } })
  expect(readdirSync(dirname(file)).filter((name) => name.includes('.new-'))).toEqual([])
})

test('a database half made by a process that was killed is made anew', () => {
  const file = freshFile()
  const dead = 2 ** 30
  for (const suffix of ['', '-wal', '-shm']) writeFileSync(`${file}.new-${dead}${suffix}`, 'half')
  writeFileSync(`${file}.new-${process.ppid}`, 'another that is at it')
  openStore({ file }).close()
  const names = [basename(file), `${basename(file)}.new-${process.ppid}`]
  expect(readdirSync(dirname(file)).sort()).toEqual(names)
})
