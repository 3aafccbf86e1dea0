import { type FakePerson, type FakeProviders, type ProviderBehaviour, startFakeProviders } from '@acct/delivery/testing'
import { inspectStore } from '@acct/store'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { png } from './support/png.ts'
import { startTestServer, type TestServer } from './support/server.ts'
import { socialClient } from './support/socialDriver.ts'

const kinds = [
  { provider: 'qq', userType: '2', appId: '101', openid: 'QQOPENID' },
  { provider: 'wechat', userType: '3', appId: 'wx1', openid: 'oWECHAT' },
  { provider: 'weibo', userType: '4', appId: '202', openid: '1073880650' },
] as const

/** Nobody waits for a provider for long: 2.5 seconds, and on a busy machine some more. In milliseconds. */
const longestWait = 10_000

describe.each(kinds)('login with $provider', ({ provider, userType, appId, openid }) => {
  let providers: FakeProviders
  let test: TestServer
  let people = 0
  let person: FakePerson

  beforeAll(async () => {
    providers = await startFakeProviders()
    test = await startTestServer({
      ACCT_QQ_APP_IDS: '100,101',
      ACCT_WECHAT_APP_IDS: 'wx1',
      ACCT_WEIBO_APP_KEYS: '202',
      ACCT_QQ_URL: providers.url,
      ACCT_WECHAT_URL: providers.url,
      ACCT_WEIBO_URL: providers.url,
      ACCT_PICTURE_HOSTS: providers.pictureHost,
    })
  })
  afterAll(async () => {
    await test.stop()
    await providers.close()
  })
  beforeEach(() => {
    people += 1
    providers.behave(provider, 'healthy')
    person = { provider, token: `token-${people}`, openid: `${openid}${people}`, appId, nickname: '小明', gender: 'f' }
    providers.admit(person)
  })

  const accounts = () => inspectStore({ file: test.databaseFile }).rows.accounts
  const login = (fields: object = {}) =>
    socialClient(test.url).login({ user_type: userType, openid: person.openid, token: person.token, ...fields })

  it('makes an account the first time, with name and picture, and finds it again', async () => {
    providers.admit({ ...person, pictureUrl: providers.showPicture(png(200, 200)) })
    const first = await login()
    if (first.outcome !== 'ok') throw new Error(first.outcome)
    const { user_info } = first.body.data
    expect(user_info).toMatchObject({
      name: '小明',
      gender: provider === 'weibo' ? 0 : null,
      user_type: Number(userType),
      user_status: 1,
      phone: null,
      email: null,
      is_new_user: 1,
    })
    const picture = await fetch(test.url + new URL(user_info.large_avator).pathname)
    expect(picture.headers.get('content-type')).toBe('image/jpeg')
    const again = await login()
    expect(again.outcome === 'ok' && again.body.data.user_info).toMatchObject({ uid: user_info.uid, is_new_user: 0 })
  })

  it('makes one account of a hundred first logins at once', async () => {
    const before = accounts()
    const answers = await Promise.all(Array.from({ length: 100 }, () => login()))
    const infos = answers.map((answer) => (answer.outcome === 'ok' ? answer.body.data.user_info : undefined))
    expect(new Set(infos.map((info) => info?.uid)).size).toBe(1)
    expect(infos.filter((info) => info?.is_new_user === 1)).toHaveLength(1)
    expect(accounts()).toBe(before + 1)
  })

  it.each<[string, () => FakePerson]>([
    ['an expired token', () => ({ ...person, state: 'expired' })],
    ['a revoked token', () => ({ ...person, state: 'revoked' })],
    ['another’s openid', () => ({ ...person, openid: `${openid}0` })],
    // WeChat tells nobody whose app a token is of; its openids are of one app only.
    ...(provider === 'wechat'
      ? []
      : [['a foreign app’s token', () => ({ ...person, appId: '999' })] as [string, () => FakePerson]]),
  ])('refuses %s, and makes no account', async (_, changed) => {
    const before = accounts()
    providers.admit(changed())
    const claimed = { openid: `${openid}${people}` }
    expect((await login(claimed)).body).toEqual({ code: 3100, msg: '账号或密码错误', data: {} })
    expect((await login({ ...claimed, token: 'unknown' })).outcome).toBe('invalidCredentials')
    expect(accounts()).toBe(before)
  })

  it.each<ProviderBehaviour>(['html', 'truncated', 'oversized', 'silent', 'dripping', 'breaking'])(
    'is unavailable in time when the provider is %s, and makes no account',
    async (behaviour) => {
      const before = accounts()
      providers.behave(provider, behaviour)
      const began = performance.now()
      const answer = await login()
      expect(answer).toMatchObject({ outcome: 'unavailable', status: 503 })
      expect(Number(answer.headers?.get('retry-after'))).toBeGreaterThan(0)
      expect(performance.now() - began).toBeLessThan(longestWait)
      expect(accounts()).toBe(before)
    },
  )

  it.each<ProviderBehaviour>(['jsonp', 'trailingComma', 'twins', 'failing'])(
    'understands a provider that answers in %s',
    async (behaviour) => {
      providers.behave(provider, behaviour)
      expect((await login()).outcome).toBe('ok')
    },
  )

  it('never logs a token', async () => {
    await login()
    expect(JSON.stringify(test.logged())).not.toContain(person.token)
  })
})
