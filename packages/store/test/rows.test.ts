import {
  changePassword,
  createAccount,
  deleteAccount,
  findAccount,
  findSession,
  requestRegistrationCode,
  requestResetCode,
  setPicture,
  signInWithPassword,
  signInWithProvider,
} from '@acct/core'
import { fakePicture, provenAs, testCore } from '@acct/core/testing'
import { Client } from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { count, type Engine, engines } from './engines.ts'

// What can only be shown from behind the store's back: by what a database does in the middle of a step, and by rows that no
// operation shows.

const phone = '+8613812345678'
const source = '192.0.2.1'
const password = 'Right_1'

async function signedIn({ fresh }: Engine) {
  const place = await fresh()
  const store = await place.open()
  const core = testCore(store.stores)
  await createAccount(core, { username: 'li_lei', phone, password })
  const outcome = await signInWithPassword(core, { identifier: 'li_lei', password })
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind)
  return { core, store, place, ...outcome.session }
}

describe.each(engines)('on $name', (engine) => {
  test('a step that fails in the middle leaves nothing behind', async () => {
    const { core, store, place, session, token } = await signedIn(engine)
    const { mend } = await place.fail('insert on sessions')
    const change = { session, oldPassword: password, newPassword: 'new' }
    await expect(changePassword(core, change)).rejects.toThrow('in the middle')
    await mend()
    expect(await findSession(core, { token })).toEqual({ kind: 'found', session })
    expect(await changePassword(core, change)).toMatchObject({ kind: 'changed' })
    await store.close()
  })

  test('asking for a code writes the same rows whether or not the number has an account', async () => {
    const { core, store, place } = await signedIn(engine)
    const rowsOf = async () => {
      const rows: number[] = []
      for (const table of ['codes', 'sendings', 'messages', 'lookups']) rows.push(await count(place, table))
      return rows
    }
    for (const request of [
      (to: string) => requestResetCode(core, { phone: to, source }),
      (to: string) => requestRegistrationCode(core, { phone: to, source, whenTaken: 'tellOwner' }),
    ]) {
      for (const to of [phone, '+8613912345678']) {
        const before = await rowsOf()
        expect(await request(to)).toEqual({ kind: 'sent' })
        expect((await rowsOf()).map((rows, index) => rows - (before[index] ?? 0))).toEqual([1, 1, 1, 0])
      }
      core.clock.advance(60_000)
    }
    await store.close()
  })

  test('what the provider calls a person over its apps is kept, also where it is told later, and goes with the account', async () => {
    const { core, store, place } = await signedIn(engine)
    const kept: unknown[] = []
    for (const unionId of [null, 'u1', null, 'u2']) {
      core.identityProviders.qq.people.set('t', provenAs('han', { unionId }))
      const outcome = await signInWithProvider(core, { provider: 'qq', token: 't', openid: 'han' })
      expect(outcome).toMatchObject({ kind: 'signedIn', isNew: kept.length === 0 })
      kept.push((await place.query('select union_id from identities')).map((row) => row.union_id))
    }
    expect(kept).toEqual([[null], ['u1'], ['u1'], ['u2']])
    const [owner] = await place.query('select account_id from identities')
    await deleteAccount(core, { accountId: Number(owner?.account_id) })
    expect(await count(place, 'identities')).toBe(0)
    await store.close()
  })

  test('an account has one avatar and one profile code, whatever a step does', async () => {
    const { core, store, place, session } = await signedIn(engine)
    for (const kind of ['avatar', 'profileCode']) {
      const insert = (name: string) =>
        place.query('insert into pictures values (?, ?, ?, 0)', `${name} ${kind}`, session.accountId, kind)
      await insert('first')
      await expect(insert('second')).rejects.toThrow(/unique/i)
    }
    expect(await setPicture(core, { session, file: fakePicture() })).toMatchObject({ kind: 'set' })
    expect(await count(place, "pictures where kind = 'avatar'")).toBe(1)
    await store.close()
  })
})

test('on PostgreSQL U+0000, which its texts cannot hold, is neither kept nor in the way', async () => {
  const [, engine] = engines
  if (engine?.name !== 'PostgreSQL') throw new Error('another engine')
  const { core, store } = await signedIn(engine)
  expect(await createAccount(core, { username: 'han', nickname: 'a\0b\0' })).toMatchObject({ kind: 'created' })
  expect(await findAccount(core, { who: 'han' })).toMatchObject({ account: { nickname: 'a\ufffdb\ufffd' } })
  expect(await signInWithPassword(core, { identifier: 'han\0', password })).toEqual({ kind: 'unknownAccount' })
  await store.close()
})

test('on PostgreSQL every refusal of a password, and every request for a code, costs as many statements', async () => {
  const [, engine] = engines
  if (engine?.name !== 'PostgreSQL') throw new Error('another engine')
  const { core, store } = await signedIn(engine)
  await createAccount(core, { username: 'without' })
  const query = vi.spyOn(Client.prototype, 'query')
  const statementsOf = async (operation: Promise<{ kind: string }>) => {
    query.mockClear()
    return { ...(await operation), statements: query.mock.calls.length }
  }
  const tries = new Map<string, Set<number>>()
  for (let time = 0; time < 12; time += 1) {
    for (const identifier of ['li_lei', 'without', 'nobody']) {
      const { kind, statements } = await statementsOf(signInWithPassword(core, { identifier, password: 'wrong' }))
      tries.set(kind, (tries.get(kind) ?? new Set()).add(statements))
    }
  }
  expect([...tries.keys()].sort()).toEqual(['closed', 'unknownAccount', 'wrongPassword'])
  expect(new Set([...tries.values()].flatMap((counts) => [...counts])).size).toBe(1)
  const requests = new Set<number>()
  for (const to of [phone, '+8613912345678']) {
    requests.add((await statementsOf(requestResetCode(core, { phone: to, source }))).statements)
  }
  expect(requests.size).toBe(1)
  query.mockRestore()
  await store.close()
})
