import Database from 'better-sqlite3'
import { expect, it } from 'vitest'
import { communityWorld, error, passwd } from './support/communityWorld.ts'
import { tokenClient } from './support/tokenDriver.ts'

// Who leaves is gone, whatever else is under way: a login, a refreshed token, somebody who follows.

const rounds = 200

it(`${rounds} accounts leave while they log in, refresh, follow and are followed: nothing stays`, async () => {
  const world = await communityWorld()
  const other = await world.somebody()
  const met = new Set<string>()
  for (let round = 0; round < rounds; round++) {
    const { client, id, email, phone } = await world.reachable()
    const smscode = await world.codeTo({ email })
    const token = tokenClient(world.test.url)
    const tokens = await token.login({ loginName: phone.slice(2), password: passwd })
    if (tokens.outcome !== 'ok') throw new Error(tokens.outcome)
    const { refreshToken } = tokens.body
    const elsewhere = world.newcomer()
    const calls = [
      () => client.dropout({ email, smscode }),
      () => elsewhere.login({ phone, passwd }),
      () => token.refreshToken({ refreshToken }),
      () => other.client.addFollow({ id: String(id) }),
      () => client.addFollow({ id: String(other.id) }),
      () => world.newcomer().getPasswd({ email, smscode }),
      () => elsewhere.requestSmsCode({ phone }),
    ]
    // Each round they begin in another order.
    const order = calls.map((_, index) => (index * 3 + round) % calls.length)
    const answers = await Promise.all(order.map((index) => calls[index]?.()))
    const dropped = answers[order.indexOf(0)]
    for (const answer of answers) met.add(String(answer?.outcome))
    if (dropped?.outcome === 'codeExpired') {
      // The link was faster: it used the code up. The owner leaves with the next one.
      const next = await world.codeTo({ email })
      expect(await client.dropout({ email, smscode: next })).toMatchObject(error(0))
    } else expect(dropped).toMatchObject(error(0))
    expect(await client.getOwnInfo({})).toMatchObject({ outcome: 'notSignedIn' })
    expect(await elsewhere.getOwnInfo({})).toMatchObject({ outcome: 'notSignedIn' })
    expect((await token.refreshToken({ refreshToken })).outcome).toBe('invalid')
  }
  expect([...met]).toEqual(expect.arrayContaining(['ok', 'notRegistered', 'accountMissing', 'invalid', 'notSignedIn']))
  expect(await other.client.getOwnInfo({})).toMatchObject({
    body: {
      follows: [
        { group_name: 'special', user_ids: [] },
        { group_name: 'default', user_ids: [] },
      ],
      fans: [],
    },
  })
  const database = new Database(world.test.databaseFile, { readonly: true })
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all() as string[]
  const counts = Object.fromEntries(
    tables.map((table) => [table, database.prepare(`select count(*) from "${table}"`).pluck().get()]),
  )
  expect(counts).toMatchObject({
    accounts: 1,
    sessions: 1,
    tokens: 0,
    follows: 0,
    follow_groups: 0,
    reset_tickets: 0,
    unsettled_follows: 0,
    pictures: 0,
  })
  database.close()
  await world.test.stop()
}, 120_000)
