import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ForeignWrites, foreignWrites } from './foreignWrites.ts'

let folder: string
let ours: Database.Database
let other: Database.Database
let foreign: ForeignWrites

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acct-foreign-'))
  const file = join(folder, 'some.db')
  ours = new Database(file)
  ours.pragma('journal_mode = wal')
  ours.exec('create table things (id integer)')
  other = new Database(file)
  foreign = foreignWrites(ours)
})
afterEach(() => {
  ours.close()
  other.close()
  rmSync(folder, { recursive: true })
})

const write = () => other.exec('insert into things values (1)')
const turn = () => new Promise((resolve) => setImmediate(resolve))
const tick = () => new Promise<void>((resolve) => process.nextTick(resolve))

/** As in a turn that reads sockets: a timer comes before such a turn, an immediate after it. */
const inOneTurn = (requests: () => Promise<void>) =>
  new Promise<void>((resolve, reject) => setTimeout(() => void requests().then(resolve, reject)))

test('tells who asks by themselves each time what another connection has done', async () => {
  expect(foreign.happened()).toBe(false)
  await turn()
  write()
  expect(foreign.happened()).toBe(true)
  await turn()
  expect(foreign.happened()).toBe(false)
  await tick()
  await tick()
  write()
  expect(foreign.happened()).toBe(true)
})

test('does not look twice for what goes on without waiting', async () => {
  foreign.happened()
  write()
  expect(foreign.happened()).toBe(false)
  for (let step = 0; step < 20; step++) await undefined
  expect(foreign.happened()).toBe(false)
  await turn()
  expect(foreign.happened()).toBe(true)
})

test('looks once for requests that had come together, and again for those of the next turn', async () => {
  await inOneTurn(async () => {
    foreign.noteArrival()
    expect(foreign.happened()).toBe(false)
    await tick()
    await tick()
    write()
    foreign.noteArrival()
    expect(foreign.happened()).toBe(false)
  })
  await turn()
  foreign.noteArrival()
  expect(foreign.happened()).toBe(true)
})

test('looks for a request that came behind another, and for who has waited', async () => {
  await inOneTurn(async () => {
    foreign.noteArrival()
    foreign.happened()
    await tick()
    await tick()
    write()
    foreign.noteArrival()
    foreign.noteArrival()
    expect(foreign.happened()).toBe(true)
    await tick()
    await tick()
    write()
    foreign.noteArrival()
    await tick()
    await tick()
    expect(foreign.happened()).toBe(true)
  })
})

test('looks for a request that came behind one that shared a look, at once or later in the same tick', async () => {
  await inOneTurn(async () => {
    foreign.noteArrival()
    foreign.happened()
    for (const isLater of [false, true]) {
      await tick()
      await tick()
      write()
      foreign.noteArrival()
      expect(foreign.happened()).toBe(false)
      foreign.noteArrival()
      if (isLater) await undefined
      expect(foreign.happened()).toBe(true)
    }
  })
})

test('looks again after sixty-four', async () => {
  await inOneTurn(async () => {
    foreign.noteArrival()
    foreign.happened()
    write()
    for (let request = 0; request < 64; request++) {
      await tick()
      await tick()
      foreign.noteArrival()
      expect(foreign.happened()).toBe(false)
    }
    await tick()
    await tick()
    foreign.noteArrival()
    expect(foreign.happened()).toBe(true)
  })
})
