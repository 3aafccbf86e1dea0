import { readFileSync } from 'node:fs'
import { findAccount, registerWithUsername, signInWithPassword, Unavailable } from '@acct/core'
import { testCore } from '@acct/core/testing'
import { expect, test } from 'vitest'
import { inspectStore, migrateStore, openStore } from '../src/index.ts'
import { knownMigrations } from '../src/migrations.ts'
import { freshFile, openWithClient } from './support.ts'

test('every connection is durable, that of a reopened database too', () => {
  const file = freshFile()
  for (let time = 0; time < 2; time += 1) {
    const { store, client } = openWithClient(file)
    const read = (name: string) => client.pragma(name, { simple: true })
    expect(read('synchronous')).toBe(2)
    expect(read('journal_mode')).toBe('wal')
    expect(read('secure_delete')).toBe(1)
    expect(read('trusted_schema')).toBe(0)
    expect(read('foreign_keys')).toBe(1)
    expect(read('busy_timeout')).toBe(0)
    store.close()
  }
})

test('a ping writes, and a closed store answers none', async () => {
  const { store, client } = openWithClient(freshFile())
  const version = () => client.pragma('wal_checkpoint', {}) as { log: number }[]
  const before = version()[0]?.log ?? 0
  await store.ping()
  expect(version()[0]?.log).not.toBe(before)
  store.close()
  store.close()
  await expect(store.ping()).rejects.toThrow()
})

test('a full disk is no bug: the step does not happen, what is there can be read', async () => {
  const { store, client } = openWithClient(freshFile())
  const core = testCore(store.stores)
  await registerWithUsername(core, { username: 'li_lei', password: 'x' })
  client.pragma(`max_page_count = ${client.pragma('page_count', { simple: true })}`)
  const nickname = 'x'.repeat(100_000)
  await expect(registerWithUsername(core, { username: 'han', password: 'x', nickname })).rejects.toThrow(Unavailable)
  expect(await findAccount(core, { who: 'han' })).toEqual({ kind: 'none' })
  expect(await findAccount(core, { who: 'li_lei' })).toMatchObject({ kind: 'account' })
  store.close()
})

test('a token, a password or a deleted row cannot be found in the file', async () => {
  const file = freshFile()
  const store = openStore({ file })
  const core = testCore(store.stores)
  await registerWithUsername(core, { username: 'li_lei', password: 'x', nickname: 'a name that goes' })
  const outcome = await signInWithPassword(core, { identifier: 'li_lei', password: 'x' })
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
  const { token, session } = outcome.session
  await store.stores.accounts.remove(session.accountId)
  store.close()
  const bytes = readFileSync(file, 'latin1')
  for (const text of [token, token.slice('acct_s_'.length), 'a name that goes']) expect(bytes).not.toContain(text)
})

test('migrating is done once', () => {
  const file = freshFile()
  expect(migrateStore({ file })).toEqual({ applied: knownMigrations().map(({ name }) => name) })
  const before = readFileSync(file)
  expect(migrateStore({ file })).toEqual({ applied: [] })
  openStore({ file }).close()
  expect(migrateStore({ file })).toEqual({ applied: [] })
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a copy of a database, made while it was in use, is looked over and opened like any other', async () => {
  const { store, client } = openWithClient(freshFile())
  await registerWithUsername(testCore(store.stores), { username: 'li_lei', password: 'x' })
  const copy = freshFile()
  client.exec(`vacuum into '${copy}'`)
  store.close()
  expect(inspectStore({ file: copy })).toMatchObject({ problems: [], rows: { accounts: 1 } })
  const opened = openStore({ file: copy })
  expect(await findAccount(testCore(opened.stores), { who: 'li_lei' })).toMatchObject({ kind: 'account' })
  opened.close()
})
