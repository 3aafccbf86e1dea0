import { readFileSync } from 'node:fs'
import { createAccount, deleteAccount, sweep } from '@acct/core'
import { seededRandom, testCore } from '@acct/core/testing'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { compactStore } from '../src/index.ts'
import { engines } from './engines.ts'
import { freshFile, openWithClient } from './support.ts'

/** How many rows a table has. */
function count(client: Database.Database, table: string): number {
  return Number(client.prepare(`select count(*) from ${table}`).pluck().get())
}

/** Every word that can be read in the files while the database is open. */
function wordsIn(file: string): Set<string> {
  const bytes = ['', '-wal'].map((suffix) => readFileSync(file + suffix, 'latin1')).join('')
  return new Set(bytes.match(/word[0-9a-f]{16}/g))
}

/** Makes and changes accounts whose texts are all words of their own, of many lengths, so that rows move about. */
function author(client: Database.Database) {
  const random = seededRandom('words')
  const bytes = (length: number) => Buffer.from(random.bytes(length))
  const number = (below: number) => bytes(6).readUIntBE(0, 6) % below
  const word = () => `word${bytes(8).toString('hex')}`
  const long = () => word() + '.'.repeat(number(90))
  const insert = client.prepare(
    `insert into accounts (id, username, username_key, password_hash, nickname, phone, email, email_key, signature,
                           role, level, created_at)
     values (@id, @username, @username, @hash, @nickname, @phone, @email, @email, @signature, 'normal_user', 0, 0)`,
  )
  const update = client.prepare(
    `update accounts set password_hash = @hash, nickname = @nickname, phone = @phone, email = @email,
                         email_key = @email, signature = @signature where id = @id`,
  )
  const texts = () => ({ hash: long(), nickname: long(), phone: word(), email: word(), signature: long() })
  return {
    number,
    make: () => {
      const id = number(2 ** 47) + 1
      insert.run({ id, username: word(), ...texts() })
      return id
    },
    change: (id: number) => void update.run({ id, ...texts() }),
  }
}

test('after 2,000 accounts were made, changed and deleted, no file holds a word of those that are gone', {
  timeout: 120_000,
}, async () => {
  const file = freshFile()
  const { store, client } = openWithClient(file)
  // What is shown here is where bytes stay, not what survives a power failure.
  client.pragma('synchronous = off')
  const core = testCore(store.stores)
  const { number, make, change } = author(client)
  const ids = Array.from({ length: 2000 }, make)
  for (let time = 0; time < 2000; time += 1) change(ids[number(ids.length)] ?? 0)
  const remaining = client.prepare('select username, password_hash, nickname, phone, email, signature from accounts')
  const goesDownTo = async (left: number) => {
    const gone = Array.from({ length: ids.length - left }, () => ids.splice(number(ids.length), 1)[0] ?? 0)
    for (const accountId of gone) expect(await core.stores.accounts.remove(accountId)).toEqual({ avatar: null })
    expect(await sweep(core)).toMatchObject({ settled: gone.length })
    const kept = (remaining.raw(true).all() as string[][]).flat().map((text) => text.slice(0, 20))
    expect(kept).toHaveLength(left * 6)
    expect(wordsIn(file)).toEqual(new Set(kept))
  }
  await goesDownTo(1000)
  await goesDownTo(10)
  await goesDownTo(0)
  store.close()
})

test('a process that reads delays the forgetting, not the deletion; the next sweep after it ends that', async () => {
  const file = freshFile()
  const { store, client } = openWithClient(file)
  const core = testCore(store.stores)
  const { make } = author(client)
  const accountId = make()
  const reader = new Database(file)
  reader.exec('begin')
  expect(count(reader, 'accounts')).toBe(1)
  expect(await deleteAccount(core, { accountId })).toEqual({ kind: 'done' })
  expect(count(client, 'accounts')).toBe(0)
  expect(await sweep(core)).toMatchObject({ settled: 0 })
  expect(wordsIn(file).size).toBe(6)
  reader.exec('commit; begin immediate')
  const settled = await core.stores.accounts.forget([accountId])
  expect(settled).toBe(false)
  reader.exec('commit')
  reader.close()
  expect(await sweep(core)).toMatchObject({ settled: 1 })
  expect(wordsIn(file).size).toBe(0)
  expect(count(client, 'unsettled_follows')).toBe(0)
  store.close()
})

test.each(engines)('on $name the id of a deleted account is never another one’s', async ({ fresh }) => {
  const place = await fresh()
  const store = await place.open()
  const core = testCore(store.stores, { seed: 'same' })
  const first = await createAccount(core, { username: 'first' })
  if (first.kind !== 'created') throw new Error(first.kind)
  expect(await deleteAccount(core, first)).toEqual({ kind: 'done' })
  // Another process, whose chance draws the same numbers.
  const second = await createAccount(testCore(store.stores, { seed: 'same' }), { username: 'second' })
  if (second.kind !== 'created') throw new Error(second.kind)
  expect(second.accountId).not.toBe(first.accountId)
  expect((await place.query('select id from retired_ids')).map(({ id }) => Number(id))).toEqual([first.accountId])
  await store.close()
})

test('compacting a large database leaves nothing of who is gone, and everything of who is not', {
  timeout: 60_000,
}, async () => {
  const file = freshFile()
  const { store, client } = openWithClient(file)
  client.pragma('synchronous = off')
  const core = testCore(store.stores)
  const { number, make } = author(client)
  const ids = Array.from({ length: 18_000 }, make)
  const gone = Array.from({ length: 3_000 }, () => ids.splice(number(ids.length), 1)[0] ?? 0)
  for (const accountId of gone) await core.stores.accounts.remove(accountId)
  await sweep(core)
  const kept = () => {
    const rows = client.prepare('select username, password_hash, nickname, phone, email, signature from accounts')
    return new Set((rows.raw(true).all() as string[][]).flat().map((text) => text.slice(0, 20)))
  }
  const before = kept()
  expect(client.pragma('page_count', { simple: true }) as number).toBeGreaterThan(2048)
  const { before: bytesBefore, after } = compactStore({ file })
  expect(after).toBeLessThan(bytesBefore)
  expect(kept()).toEqual(before)
  expect(wordsIn(file)).toEqual(before)
  store.close()
})

test('a database that is not there is not compacted', () => {
  expect(() => compactStore({ file: freshFile() })).toThrow('it does not exist')
})
