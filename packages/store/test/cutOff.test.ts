import { createAccount, findAccount, lockAccount, Unavailable } from '@acct/core'
import { testCore } from '@acct/core/testing'
import { Client } from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../src/index.ts'
import { freshDatabase } from './postgres.ts'

// What becomes of steps when PostgreSQL takes its leave in the middle of them.

async function opened() {
  const { url } = await freshDatabase()
  const client = new Client({ connectionString: url })
  await client.connect()
  const store = await openPostgres({ url })
  onTestFinished(async () => {
    await store.close()
    await client.query(
      'drop trigger if exists failing on accounts; drop sequence if exists runs; drop function if exists fail',
    )
    await client.end()
  })
  const core = testCore(store.stores)
  const first = await createAccount(core, { username: 'first' })
  if (first.kind !== 'created') throw new Error(first.kind)
  return { core, client, store, accountId: first.accountId }
}

const others = "from pg_stat_activity where application_name = 'acct' and datname = current_database()"

/** Has a statement run whenever an account was inserted, in the middle of the step or at its very end. */
async function onInsert(
  client: Client,
  when: 'inMiddle' | 'atCommit',
  statement: string,
): Promise<() => Promise<number>> {
  const kind = when === 'atCommit' ? 'constraint trigger' : 'trigger'
  const deferred = when === 'atCommit' ? 'deferrable initially deferred' : ''
  await client.query(`
    create sequence runs;
    create function fail() returns trigger language plpgsql as $$
      begin perform nextval('runs'); ${statement}; return null; end $$;
    create ${kind} failing after insert on accounts ${deferred} for each row execute function fail()`)
  return async () => {
    const { rows } = await client.query<{ runs: number }>(
      'select case when is_called then last_value else 0 end::int as runs from runs',
    )
    return rows[0]?.runs ?? 0
  }
}

const create = (core: Awaited<ReturnType<typeof opened>>['core'], username: string) => createAccount(core, { username })

test('connections that went while nobody used them are replaced', async () => {
  const { core, client } = await opened()
  for (let round = 0; round < 5; round += 1) {
    await Promise.all(Array.from({ length: 20 }, () => findAccount(core, { who: 'first' })))
    await client.query(`select pg_terminate_backend(pid) ${others}`)
    expect(await create(core, `after_${round}`)).toMatchObject({ kind: 'created' })
  }
})

test('a step whose connection goes before it commits is run once more, and happens once', async () => {
  const { core, client, accountId } = await opened()
  await client.query('begin')
  await client.query('select from accounts where id = $1 for update', [accountId])
  const locking = lockAccount(core, { accountId })
  for (;;) {
    const { rowCount } = await client.query(`select pg_terminate_backend(pid) ${others} and wait_event_type = 'Lock'`)
    if (rowCount === 1) break
  }
  await client.query('commit')
  expect(await locking).toEqual({ kind: 'done' })
  expect(await findAccount(core, { who: 'first' })).toMatchObject({ account: { lockedAt: expect.any(Number) } })
})

test.each(['40001', '40P01'])('a step that PostgreSQL rolls back (%s) is run once more', async (code) => {
  const { core, client } = await opened()
  const once = `if (select last_value from runs) = 1 then raise exception using errcode = '${code}'; end if`
  const runs = await onInsert(client, 'inMiddle', once)
  expect(await create(core, 'second')).toMatchObject({ kind: 'created' })
  expect(await runs()).toBe(2)
  expect(await findAccount(core, { who: 'second' })).toMatchObject({ kind: 'account' })
})

test.each(['40001', '53100', '57014', '58030'])(
  'what fails twice, or with no hope (%s), is unavailable',
  async (code) => {
    const { core, client } = await opened()
    const runs = await onInsert(client, 'inMiddle', `raise exception using errcode = '${code}'`)
    await expect(create(core, 'second')).rejects.toThrow(Unavailable)
    expect(await runs()).toBe(code === '40001' ? 2 : 1)
    expect(await findAccount(core, { who: 'second' })).toEqual({ kind: 'none' })
    expect(await findAccount(core, { who: 'first' })).toMatchObject({ kind: 'account' })
  },
)

test('a step whose connection goes while it commits is not run again: nobody knows whether it happened', async () => {
  const { core, client } = await opened()
  const runs = await onInsert(client, 'atCommit', 'perform pg_terminate_backend(pg_backend_pid())')
  await expect(create(core, 'second')).rejects.toThrow(Unavailable)
  expect(await runs()).toBe(1)
})

test('what is a bug stays one, and says nothing of what was to be kept', async () => {
  const { core, client } = await opened()
  await onInsert(client, 'inMiddle', "raise exception 'a bug'")
  const failure = await createAccount(core, { username: 'second', phone: '+8613812345678' }).catch(
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(Error)
  expect(failure).not.toBeInstanceOf(Unavailable)
  expect(`${(failure as Error).stack} ${JSON.stringify(failure)}`).toMatch(/a bug/)
  expect(`${(failure as Error).stack} ${JSON.stringify(failure)}`).not.toMatch(/13812345678/)
})

test('whoever waits too long for a lock is told that it is unavailable, and leaves nothing', async () => {
  const { core, client, accountId } = await opened()
  await client.query('begin')
  await client.query('select from accounts where id = $1 for update', [accountId])
  await expect(lockAccount(core, { accountId })).rejects.toThrow(/lock timeout/)
  await client.query('commit')
  expect(await findAccount(core, { who: 'first' })).toMatchObject({ account: { lockedAt: null } })
})

test('a closed store answers none', async () => {
  const { url } = await freshDatabase()
  const store = await openPostgres({ url })
  await store.ping()
  await Promise.all([store.close(), store.close()])
  await expect(store.ping()).rejects.toThrow(Unavailable)
})
