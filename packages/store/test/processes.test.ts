import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { createInterface } from 'node:readline'
import { deliverDue, findAccount, type Message } from '@acct/core'
import { fakeClock, testCore } from '@acct/core/testing'
import { expect, test } from 'vitest'
import { inspectStore, openStore } from '../src/index.ts'
import { knownMigrations } from '../src/migrations.ts'
import { engines } from './engines.ts'
import { startProcess } from './process.ts'
import { freshFile } from './support.ts'

const registering = new URL('child.ts', import.meta.url)
const sending = new URL('sendingChild.ts', import.meta.url)

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

test.each(engines)('on $name what was acknowledged before a kill -9 is there afterwards', async ({ name, fresh }) => {
  const place = await fresh()
  const acknowledged = await acknowledgedBy(startProcess(registering, place.at), 'registered', 50)
  const store = await place.open()
  const core = testCore(store.stores)
  for (const who of acknowledged) expect(await findAccount(core, { who })).toMatchObject({ kind: 'account' })
  await store.close()
  if (name === 'SQLite') expect(inspectStore({ file: place.at }).problems).toEqual([])
})

test.each(engines)(
  'on $name messages acknowledged before a kill -9 are delivered once afterwards',
  async ({ fresh }) => {
    const place = await fresh()
    const acknowledged = await acknowledgedBy(startProcess(sending, place.at), 'sent', 50)
    const delivered: string[] = []
    const sms = {
      send: async ({ to }: Message) => {
        delivered.push(to)
        return { kind: 'sent' } as const
      },
    }
    for (let restart = 0; restart < 2; restart += 1) {
      const store = await place.open()
      const core = testCore(store.stores, { clock: fakeClock(0), settings: { secret: new Uint8Array(32) } })
      await deliverDue(core, { sms, email: 'off' })
      await store.close()
    }
    // The last one may have been committed and not yet acknowledged. Several are on their way at a time.
    expect(delivered.toSorted().slice(0, acknowledged.length)).toEqual(acknowledged)
    expect(new Set(delivered).size).toBe(delivered.length)
    expect(delivered.length - acknowledged.length).toBeLessThanOrEqual(1)
  },
)

test('processes that start together on nothing share one whole database', { timeout: 60_000 }, async () => {
  const file = freshFile()
  const outputs = await Promise.all(
    Array.from({ length: 4 }, () => outputOf(startProcess(registering, file, 'only open'))),
  )
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
