import type { KeptProfile } from '@acct/core'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type SessionCache, sessionCache } from './sessionCache.ts'

let client: Database.Database
let cache: SessionCache

beforeEach(() => {
  client = new Database(':memory:')
  client.exec(`
    create table accounts (id integer primary key, name text);
    create table sessions (id integer primary key, account_id integer);
    create table pictures (id integer primary key, account_id integer);
    create table tokens (id integer primary key, session_id integer);
    insert into accounts (id) values (1), (2), (3);
  `)
  cache = sessionCache(client, { happened: () => false, noteArrival: () => undefined }, 10)
})
afterEach(() => client.close())

const keep = (accountId: number, id: number) =>
  cache.keep(String(id), {
    kept: { session: { id, accountId }, startedAt: 0, lastUsedAt: 0 },
    endsAt: 1,
    profile: { accountId } as KeptProfile,
  })
const kept = () => Array.from({ length: 30 }, (_, id) => id).filter((id) => cache.find(String(id)) !== undefined)

test('keeps what was read last when it is full', () => {
  for (let id = 0; id < 10; id++) keep(100 + id, id)
  expect(kept()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  keep(200, 10)
  expect(kept()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  keep(201, 11)
  expect(kept()).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
  expect(cache.profileOf({ id: 1, accountId: 101 })).toBeUndefined()
  expect(cache.profileOf({ id: 2, accountId: 102 })).toEqual({ accountId: 102 })
})

test('what is forgotten takes no room from others', () => {
  for (let round = 0; round < 3; round++) {
    for (let id = 0; id < 5; id++) keep(1, id)
    client.exec(`update accounts set name = '${round}' where id = 1`)
    expect(kept()).toEqual([])
  }
  for (let id = 10; id < 20; id++) keep(2 + (id % 2), id)
  expect(kept()).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  client.exec('delete from accounts where id = 2')
  expect(kept()).toEqual([11, 13, 15, 17, 19])
})
