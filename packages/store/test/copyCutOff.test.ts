import { once } from 'node:events'
import { createInterface } from 'node:readline'
import {
  createAccount,
  findAccount,
  findSession,
  registerWithUsername,
  signInWithPassword,
  Unavailable,
} from '@acct/core'
import { testCore } from '@acct/core/testing'
import { Client } from 'pg'
import { describe, expect, onTestFinished, test } from 'vitest'
import { compareStores, copyStore, type Place, thawStore } from '../src/index.ts'
import { fillEveryTable } from './everyTable.ts'
import { openAt } from './openAt.ts'
import { freshDatabase } from './postgres.ts'
import { startProcess } from './process.ts'
import { freshFile } from './support.ts'

const copier = new URL('copier.ts', import.meta.url)

const places = {
  SQLite: async (): Promise<Place> => ({ kind: 'file', file: freshFile() }),
  PostgreSQL: async (): Promise<Place> => ({ kind: 'postgres', url: (await freshDatabase('nothing')).url }),
}
const addressOf = (place: Place) => (place.kind === 'file' ? place.file : place.url)

/** Runs a copy in a process of its own and kills it at the step that a line says, if there is one; tells all lines. */
async function copyUntil(from: Place, to: Place, step?: string): Promise<string[]> {
  const child = startProcess(copier, addressOf(from), addressOf(to))
  if (child.stdout === null) throw new Error('no output')
  const ended = once(child, 'exit')
  const lines: string[] = []
  for await (const line of createInterface(child.stdout)) {
    lines.push(line)
    if (line === step) child.kill('SIGKILL')
  }
  await ended
  return lines
}

describe.each([
  { from: 'SQLite', to: 'PostgreSQL' },
  { from: 'PostgreSQL', to: 'SQLite' },
] as const)('a copy from $from to $to', ({ from, to }) => {
  test('that is killed, again and again, goes on where it was and ends the same', async () => {
    const file = freshFile()
    fillEveryTable(file, 'cut off', 15, { retired_ids: 12_000, follows: 11_000 })
    let source: Place = { kind: 'file', file }
    if (from === 'PostgreSQL') {
      const there = await places.PostgreSQL()
      await copyStore({ from: source, to: there })
      source = there
    }
    const target = await places[to]()
    const steps = ['copying accounts 15', 'copying follows 5000', 'verifying messages 15']
    const done = new Set<string>()
    for (const step of steps) {
      const lines = await copyUntil(source, target, step)
      expect(lines).toContain(step)
      // What was done before is not done again.
      const begun = lines.filter((line) => line.startsWith('copying') && line.endsWith(' 0'))
      for (const line of begun) expect(done).not.toContain(line.split(' ')[1])
      for (const line of lines.slice(0, -2)) if (line.endsWith(' 15')) done.add(line.split(' ')[1] ?? '')
      // No server mistakes the beginning of a copy for the whole.
      await expect(openAt(addressOf(target)).then((store) => store.close())).rejects.toThrow('not finished')
    }
    expect((await copyUntil(source, target)).at(-1)).toBe('equal')
    const comparisons = await compareStores({ from: { kind: 'file', file }, to: target })
    expect(comparisons.filter(({ isEqual }) => !isEqual)).toEqual([])
    await (await openAt(addressOf(target))).close()
    await thawStore(source)
  }, 120_000)
})

describe.each([
  { name: 'SQLite', other: places.PostgreSQL },
  { name: 'PostgreSQL', other: places.SQLite },
] as const)('on $name', ({ name, other }) => {
  const fresh = places[name]

  test('what is copied is read meanwhile and takes no write; the rest as before once that is given up', async () => {
    const from = await fresh()
    const store = await openAt(addressOf(from))
    const core = testCore(store.stores)
    await createAccount(core, { username: 'li_lei', password: 'Right_1' })
    const signedIn = await signInWithPassword(core, { identifier: 'li_lei', password: 'Right_1' })
    if (signedIn.kind !== 'signedIn') throw new Error(signedIn.kind)
    const { token } = signedIn.session

    const to = await other()
    const comparisons = await copyStore({ from, to })
    expect(comparisons.every(({ isEqual }) => isEqual)).toBe(true)
    // A use is noted once an hour: a session is found although that cannot be.
    core.clock.advance(2 * 3_600_000)
    const found = { kind: 'found', session: signedIn.session.session }
    expect(await findSession(core, { token })).toEqual(found)
    expect(await findAccount(core, { who: 'li_lei' })).toMatchObject({ kind: 'account' })
    await store.ping()
    await expect(registerWithUsername(core, { username: 'han', password: 'x' })).rejects.toThrow(Unavailable)
    await expect(store.pictureFiles(core.clock).put('x.jpg', Uint8Array.of(1))).rejects.toThrow(Unavailable)
    // And so it is for a process that starts only now.
    const later = await openAt(addressOf(from))
    const laterCore = testCore(later.stores, { clock: core.clock })
    expect(await findSession(laterCore, { token })).toEqual(found)
    await expect(registerWithUsername(laterCore, { username: 'han', password: 'x' })).rejects.toThrow(Unavailable)
    await later.close()

    const copy = await openAt(addressOf(to))
    const copyCore = testCore(copy.stores, { clock: core.clock, seed: 'another' })
    expect(await findSession(copyCore, { token })).toEqual(found)
    expect(await registerWithUsername(copyCore, { username: 'han', password: 'x' })).toMatchObject({
      kind: 'registered',
    })
    expect(await signInWithPassword(copyCore, { identifier: 'li_lei', password: 'Right_1' })).toMatchObject({
      kind: 'signedIn',
    })
    await copy.close()

    expect(await thawStore(from)).toBe(true)
    expect(await thawStore(from)).toBe(false)
    expect(await registerWithUsername(core, { username: 'mei', password: 'x' })).toMatchObject({ kind: 'registered' })
    await store.close()
  })

  test('nothing is lost that was acknowledged while a copy began', async () => {
    const from = await fresh()
    const writers = [1, 2].map(() => startProcess(new URL('writer.ts', import.meta.url), addressOf(from)))
    onTestFinished(async () => {
      for (const writer of writers) writer.kill('SIGKILL')
      await thawStore(from)
    })
    const acknowledged: string[] = []
    await Promise.all(
      writers.map(async (writer) => {
        if (writer.stdout === null) throw new Error('no output')
        const lines = createInterface(writer.stdout)
        lines.on('line', (line) => acknowledged.push(line))
        await once(lines, 'line')
      }),
    )
    const to = await other()
    const comparisons = await copyStore({ from, to })
    expect(comparisons.filter(({ isEqual }) => !isEqual)).toEqual([])
    for (const writer of writers) {
      const ended = once(writer, 'close')
      writer.kill('SIGKILL')
      await ended
    }
    expect(acknowledged.length).toBeGreaterThan(1)
    const copy = await openAt(addressOf(to))
    const core = testCore(copy.stores)
    const found = await Promise.all(acknowledged.map((who) => findAccount(core, { who })))
    expect(new Set(found.map(({ kind }) => kind))).toEqual(new Set(['account']))
    await copy.close()
  })

  test('a copy is refused that would mix, miss or forget something', async () => {
    const from = await fresh()
    const store = await openAt(addressOf(from))
    const core = testCore(store.stores)
    await createAccount(core, { username: 'li_lei', password: 'Right_1' })
    await expect(copyStore({ from, to: from })).rejects.toThrow('it is not empty')
    // Refused before it was frozen.
    await createAccount(core, { username: 'han', password: 'Right_1' })
    await expect(copyStore({ from: { kind: 'file', file: freshFile() }, to: from })).rejects.toThrow('does not exist')
    const to = await other()
    await copyUntil(from, to, 'copying accounts 0')
    await thawStore(from)
    await createAccount(core, { username: 'mei', password: 'Right_1' })
    await expect(copyStore({ from, to })).rejects.toThrow('has been written to since')
    await expect(copyStore({ from: to, to: await other() })).rejects.toThrow('not finished')
    await store.close()
  })
})

test('a database that is frozen for a copy is not migrated', async () => {
  const from = await places.PostgreSQL()
  await (await openAt(addressOf(from))).close()
  await copyStore({ from, to: await places.SQLite() })
  const client = new Client({ connectionString: addressOf(from) })
  await client.connect()
  await client.query('set default_transaction_read_only = off')
  await client.query("delete from acct_migrations where name <> '0000_accounts'")
  await client.end()
  await expect(openAt(addressOf(from))).rejects.toThrow('read-only')
  await expect(copyStore({ from, to: await places.SQLite() })).rejects.toThrow('run `acct migrate`')
})

test('only the owner of a PostgreSQL database freezes it; for anybody else nothing has changed', async () => {
  const from = await places.PostgreSQL()
  const store = await openAt(addressOf(from))
  const owner = new Client({ connectionString: addressOf(from) })
  await owner.connect()
  const clerk = `clerk_${process.pid}`
  await owner.query(`create role ${clerk} login; grant all on all tables in schema public to ${clerk}`)
  onTestFinished(async () => {
    await owner.query(`drop owned by ${clerk}; drop role ${clerk}`)
    await owner.end()
  })
  const url = new URL(addressOf(from))
  url.username = clerk
  const theirs: Place = { kind: 'postgres', url: url.href }
  await expect(copyStore({ from: theirs, to: await places.SQLite() })).rejects.toThrow('only its owner can freeze')
  expect(await thawStore(from)).toBe(false)
  expect(await registerWithUsername(testCore(store.stores), { username: 'li_lei', password: 'x' })).toMatchObject({
    kind: 'registered',
  })
  await store.close()
})
