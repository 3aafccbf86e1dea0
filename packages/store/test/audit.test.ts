import {
  type AuditLine,
  actingFor,
  createAccount,
  listAudit,
  lockAccount,
  setRole,
  signInWithPassword,
} from '@acct/core'
import { testCore } from '@acct/core/testing'
import { describe, expect, onTestFinished, test } from 'vitest'
import { count, engines } from './engines.ts'

const password = 'Right_1'
const caller = { actor: 'caller', variant: 'card', source: '192.0.2.7' } as const

describe.each(engines)('the audit log on $name', ({ fresh }) => {
  async function opened() {
    const place = await fresh()
    const store = await place.open()
    onTestFinished(() => store.close())
    const core = testCore(store.stores)
    return { place, store, core, acting: actingFor(core)(caller) }
  }

  test.each([
    ['a transaction', 'insert on accounts', 'accounts'],
    ['its own line', 'insert on audit', 'audit'],
  ])('a step that fails in %s leaves neither itself nor a line', async (_, event) => {
    const { place, acting } = await opened()
    const { mend } = await place.fail(event)
    await expect(createAccount(acting, { username: 'li_lei', password })).rejects.toThrow('in the middle')
    expect(await count(place, 'accounts')).toBe(0)
    expect(await count(place, 'audit')).toBe(0)
    await mend()
    expect((await createAccount(acting, { username: 'li_lei', password })).kind).toBe('created')
    expect(await count(place, 'audit')).toBe(1)
  })

  test('a step of one statement fails with its line, too', async () => {
    const { place, core, acting } = await opened()
    const created = await createAccount(core, { username: 'li_lei', password })
    if (created.kind !== 'created') throw new Error(created.kind)
    const { accountId } = created
    const { mend } = await place.fail('insert on audit')
    await expect(setRole(acting, { accountId, role: 'admin' })).rejects.toThrow('in the middle')
    expect(await count(place, "accounts where role = 'admin'")).toBe(0)
    await mend()
    await setRole(acting, { accountId, role: 'admin' })
    expect(await count(place, "accounts where role = 'admin'")).toBe(1)
    expect(await count(place, 'audit')).toBe(1)
  })

  test('of many at once, each leaves its own line', async () => {
    const { core } = await opened()
    const sources = Array.from({ length: 40 }, (_, index) => `192.0.2.${index}`)
    const acting = actingFor(core)
    const created = await Promise.all(
      sources.map((source, index) => createAccount(acting({ ...caller, source }), { username: `u${index}`, password })),
    )
    await Promise.all(
      sources.map((source, index) =>
        signInWithPassword(acting({ ...caller, source }), { identifier: `u${index}`, password }),
      ),
    )
    const lines = await listAudit(core, { limit: 1000 })
    const told = (action: AuditLine['action']) =>
      lines
        .filter((line) => line.action === action)
        .map(({ source, accountId }) => `${source} ${accountId}`)
        .sort()
    const expected = created.map((one, index) => `${sources[index]} ${'accountId' in one && one.accountId}`).sort()
    expect(told('register')).toEqual(expected)
    expect(told('signIn')).toEqual(expected)
  })

  test('what is called beside a step is not mixed with it', async () => {
    const { core, acting, store } = await opened()
    const created = await createAccount(core, { username: 'li_lei', password })
    if (created.kind !== 'created') throw new Error(created.kind)
    await Promise.all([
      lockAccount(acting, created),
      store.stores.credentials.countTry({ subject: 'x', at: 0, limit: 1, span: 1 }),
      lockAccount(core, created),
    ])
    expect((await listAudit(core, { limit: 10 })).map(({ action }) => action)).toEqual(['lock'])
  })

  test('a method that begins no step is refused', async () => {
    const { store } = await opened()
    await expect(async () =>
      store.stores.audit.along(
        () => [],
        async () => 1,
      ),
    ).rejects.toThrow('began no step')
  })
})
