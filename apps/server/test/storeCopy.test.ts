import { setLevel } from '@acct/core'
import { seededRandom } from '@acct/core/testing'
import { type Comparison, compareStores, copyStore, type Place } from '@acct/store'
import { type Cluster, createDatabase, startCluster } from '@acct/store/testing'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { cardClient } from './support/cardDriver.ts'
import { communityClient } from './support/communityDriver.ts'
import { newDevice } from './support/cookies.ts'
import { codeFor, messagesTo } from './support/inbox.ts'
import { phoneClient } from './support/phoneDriver.ts'
import { png } from './support/png.ts'
import { startTestServer, type TestServer } from './support/server.ts'
import { socialClient } from './support/socialDriver.ts'
import { tokenClient } from './support/tokenDriver.ts'

// One life through all five variants, moved from SQLite to PostgreSQL and back while the server goes on reading.

const password = 'right123'
/** What every server of one service shares, wherever its accounts are. */
const shared = { ACCT_SECRET: 's'.repeat(32), ACCT_PICTURES: 'database', ACCT_LIMIT_CODE_INTERVAL: '0' }

let cluster: Cluster
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster.stop())

const differing = (comparisons: Comparison[]) => comparisons.filter(({ isEqual }) => !isEqual).map(({ table }) => table)

interface Clients {
  card: ReturnType<typeof cardClient>
  /** Keeps nothing of what it is given. */
  guest: ReturnType<typeof cardClient>
  phone: ReturnType<typeof phoneClient>
  social: ReturnType<typeof socialClient>
  token: ReturnType<typeof tokenClient>
  community: ReturnType<typeof communityClient>
  fan: ReturnType<typeof communityClient>
}

/** The devices of those who live through it, whose cookies outlast a move. */
function household() {
  const devices = {
    card: newDevice(),
    social: newDevice(),
    token: newDevice(),
    community: newDevice(),
    fan: newDevice(),
  }
  return ({ url }: TestServer): Clients => ({
    card: cardClient(url, devices.card),
    guest: cardClient(url, newDevice()),
    phone: phoneClient(url, newDevice()),
    social: socialClient(url, devices.social),
    token: tokenClient(url, devices.token),
    community: communityClient(url, devices.community),
    fan: communityClient(url, devices.fan),
  })
}

/** Leaves something of everything behind. */
async function live(test: TestServer, { card, phone, social, token, community, fan }: Clients) {
  const { core } = test.server
  await card.register({ username: 'li_lei', password, nickname: '李雷', telephone: '13800000001' })
  expect((await card.login({ username: 'li_lei', password })).outcome).toBe('ok')
  expect((await card.createQR()).outcome).toBe('ok')
  await phone.register({ account: 'locked', password })
  for (let time = 0; time < 10; time += 1) await phone.login({ account: 'locked', password: 'wrong' })
  await phone.sendRegisterCode({ phone_number: '13800000002' })
  await social.sendVerifycode({ phone: '13800000003' })
  const verifycode = await codeFor(core, '+8613800000003')
  expect((await social.register({ phone: '13800000003', password, verifycode })).outcome).toBe('ok')
  expect((await social.login({ user_type: '1', account: '13800000003', password })).outcome).toBe('ok')
  const uploaded = await social.updateAvatar({ image: png(64, 64) })
  if (uploaded.outcome !== 'ok') throw new Error(uploaded.outcome)
  await token.sendRegisterCode({ phone: '13800000004' })
  const verify_code = await codeFor(core, '+8613800000004')
  await token.register({ username: 'token_1', password, phone: '13800000004', verify_code })
  const tokens = await token.login({ loginName: '13800000004', password })
  if (tokens.outcome !== 'ok') throw new Error(tokens.outcome)
  for (const [client, username] of [
    [community, 'owner'],
    [fan, 'fan'],
  ] as const) {
    expect((await client.signup({ username, passwd: password })).outcome).toBe('ok')
  }
  const own = await community.getOwnInfo({})
  if (own.outcome !== 'ok') throw new Error(own.outcome)
  await setLevel(core, { accountId: own.body.userid, level: 3 })
  await fan.addFollowGroup({ group_name: '好友' })
  expect((await fan.addFollow({ id: String(own.body.userid), group_name: '好友' })).outcome).toBe('ok')
  await community.setUserHomepagePrivacySettings({ is_display_follows_and_fans: true })
  return {
    picture: new URL(uploaded.body.data.avator).pathname,
    refreshToken: tokens.body.refreshToken,
    messages: await messagesTo(core, '+8613800000002'),
  }
}

type Left = Awaited<ReturnType<typeof live>>

/** What only reads, and what it shows. */
async function seen({ url }: TestServer, { card, token, community, fan }: Clients, { picture }: Left) {
  const shown = await fetch(url + picture)
  const headers = Object.fromEntries(
    ['content-type', 'cache-control', 'cross-origin-resource-policy', 'etag', 'content-length'].map((name) => [
      name,
      shown.headers.get(name),
    ]),
  )
  const answers = [
    await card.getInfo(),
    await token.getSelf({}),
    await community.getOwnInfo({}),
    await fan.getOwnInfo({}),
  ]
  return {
    answers: answers.map(({ outcome, body }) => ({ outcome, body })),
    picture: { status: shown.status, headers, bytes: Buffer.from(await shown.arrayBuffer()).toString('base64') },
  }
}

/** What writes, through each variant: its outcome. */
async function written(
  { card, guest, phone, social, token, community }: Clients,
  left: Left,
  core: TestServer['server']['core'],
) {
  const identifying_code = (await messagesTo(core, '+8613800000002'))[0]?.code ?? ''
  return {
    rename: (await card.updateInfo({ nickname: '李雷雷' })).outcome,
    pendingCode: (await phone.registerPhone({ phone_number: '13800000002', identifying_code })).outcome,
    locked: (await phone.login({ account: 'locked', password })).outcome,
    avatar: (await social.updateAvatar({ image: png(65, 65) })).outcome,
    refresh: (await token.refreshToken({ refreshToken: left.refreshToken })).outcome,
    group: (await community.addFollowGroup({ group_name: '同学' })).outcome,
    login: (await guest.login({ username: 'li_lei', password })).outcome,
  }
}

const nothingWritten = {
  rename: 'unavailable',
  pendingCode: 'unavailable',
  locked: 'unavailable',
  avatar: 'unavailable',
  refresh: 'unavailable',
  group: 'unavailable',
  login: 'unavailable',
}

describe('everything that people have', () => {
  it('moves from SQLite to PostgreSQL and back, while the server reads and writes nothing', async () => {
    const clientsOf = household()
    const first = await startTestServer(shared)
    onTestFinished(first.stop)
    const clients = clientsOf(first)
    const left = await live(first, clients)
    const before = await seen(first, clients, left)
    expect(before.answers.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok'])
    expect(before.picture.status).toBe(200)

    const source: Place = { kind: 'file', file: first.databaseFile }
    const { url } = await createDatabase(cluster.url, `acct_copy_${process.pid}`)
    const there: Place = { kind: 'postgres', url }
    let during: Promise<unknown>[] = []
    const comparisons = await copyStore({
      from: source,
      to: there,
      onStep: () => {
        if (during.length === 0) during = [seen(first, clients, left), written(clients, left, first.server.core)]
      },
    })
    expect(differing(comparisons)).toEqual([])
    expect(await Promise.all(during)).toEqual([before, nothingWritten])
    expect((await fetch(`${first.url}/readyz`)).status).toBe(200)

    // Back again before anybody writes there.
    const back = `${first.databaseFile}-back`
    expect(differing(await copyStore({ from: there, to: { kind: 'file', file: back } }))).toEqual([])
    expect(differing(await compareStores({ from: source, to: { kind: 'file', file: back } }))).toEqual([])

    for (const database of [`file:${back}`, url]) {
      const frozen = database === url
      const second = await startTestServer(
        { ...shared, ACCT_DATABASE_URL: database },
        { random: seededRandom(database) },
      )
      onTestFinished(second.stop)
      const theirs = clientsOf(second)
      const now = await seen(second, theirs, left)
      expect(urlsOf(now, second.url)).toEqual(urlsOf(before, first.url))
      expect(await messagesTo(second.server.core, '+8613800000002')).toMatchObject(
        left.messages.map(({ code, text, at }) => ({ code, text, at })),
      )
      expect(await written(theirs, left, second.server.core)).toEqual(
        frozen
          ? nothingWritten
          : {
              rename: 'ok',
              pendingCode: 'ok',
              locked: 'wrongPassword',
              avatar: 'ok',
              refresh: 'ok',
              group: 'ok',
              login: 'ok',
            },
      )
    }
  })
})

/** The same, wherever it is served. */
const urlsOf = (shown: unknown, url: string): unknown => JSON.parse(JSON.stringify(shown).replaceAll(url, 'https://id'))
