import type { IdentityProvider } from '@acct/core'
import { Unavailable } from '@acct/core'
import { describe, expect, it } from 'vitest'
import { type ProviderOptions, qqProvider, wechatProvider, weiboProvider } from '../src/index.ts'
import { type FakePerson, type ProviderBehaviour, startFakeProviders } from '../src/testing/index.ts'
import { closing, deadPort } from './support.ts'

const token = 'T0KEN-which-nobody-may-see'

interface Provider {
  readonly name: FakePerson['provider']
  readonly create: (options: ProviderOptions) => IdentityProvider
  readonly person: FakePerson
  readonly otherOpenid: string
}

const providers: readonly Provider[] = [
  {
    name: 'qq',
    create: qqProvider,
    person: { provider: 'qq', token, openid: 'OPENID1', appId: '101', unionId: 'UID_1', nickname: '小明', gender: 'f' },
    otherOpenid: 'OPENID2',
  },
  {
    name: 'wechat',
    create: wechatProvider,
    person: { provider: 'wechat', token, openid: 'oABC-1', appId: 'wx101', unionId: 'UID_1', nickname: '小明' },
    otherOpenid: 'oABC-2',
  },
  {
    name: 'weibo',
    create: weiboProvider,
    person: { provider: 'weibo', token, openid: '1073880650', appId: '1352222456', nickname: '小明', gender: 'f' },
    otherOpenid: '1073880651',
  },
]

async function world({ name, create, person }: Provider, changes: Partial<FakePerson> = {}, timeout = 2500) {
  const fake = closing(await startFakeProviders())
  fake.admit({ ...person, ...changes })
  const provider = create({ appIds: [person.appId, '999'], url: fake.url, timeout })
  const claim = { token: person.token, openid: person.openid }
  return {
    fake,
    provider,
    claim,
    behave: (...all: [ProviderBehaviour, ...ProviderBehaviour[]]) => fake.behave(name, ...all),
  }
}

/** What an `Unavailable` says; anything else fails. It must not say the token. */
async function troubleOf(proof: Promise<unknown>): Promise<string> {
  const error = await proof.then(
    (value) => expect.fail(`proven: ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(Unavailable)
  const { message, cause } = error as Unavailable
  expect(`${message} ${cause}`).not.toContain(token)
  return message
}

const reply = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) })

describe.each(providers)('$name', (each) => {
  const { name, person, otherOpenid } = each
  const proven = {
    kind: 'proven',
    appId: person.appId,
    openid: person.openid,
    unionId: person.unionId ?? null,
    nickname: '小明',
    // Only Weibo tells it.
    gender: name === 'weibo' ? 'female' : null,
    pictureUrl: null,
  }

  it('proves whose a token is', async () => {
    const { provider, claim } = await world(each)
    expect(await provider.prove(claim)).toEqual(proven)
  })

  it.each(['jsonp', 'trailingComma', 'twins', 'failing'] as const)('understands its answer: %s', async (behaviour) => {
    const { provider, claim, behave } = await world(each)
    behave(behaviour)
    expect(await provider.prove(claim)).toEqual(proven)
  })

  it('tells no nickname that is empty', async () => {
    const { provider, claim } = await world(each, { nickname: '' })
    expect(await provider.prove(claim)).toEqual({ ...proven, nickname: null })
  })

  it.each([
    ['expired', { state: 'expired' }],
    ['revoked', { state: 'revoked' }],
    ['another person’s', { openid: otherOpenid }],
  ] as const)('does not take a token that is %s', async (_, changes) => {
    const { provider, claim } = await world(each, changes)
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
  })

  it.each(['jsonp', 'trailingComma', 'twins'] as const)('understands its no: %s', async (behaviour) => {
    const { provider, claim, behave } = await world(each, { state: 'expired' })
    behave(behaviour)
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
  })

  it('does not ask about what can be nobody’s', async () => {
    const { fake, provider, claim } = await world(each)
    for (const change of [{ token: '' }, { openid: '' }, { token: 'x'.repeat(3000) }, { openid: 'x'.repeat(200) }]) {
      expect(await provider.prove({ ...claim, ...change })).toEqual({ kind: 'notProven' })
    }
    expect(fake.asked).toEqual([])
    expect(await provider.prove({ ...claim, token: 'unknown&openid=x' })).toEqual({ kind: 'notProven' })
  })

  it.each(['html', 'truncated', 'oversized'] as const)('is in trouble when it answers %s', async (behaviour) => {
    const { provider, claim, behave } = await world(each)
    behave(behaviour)
    expect(await troubleOf(provider.prove(claim))).toBe(`${name} answered nonsense`)
    behave('healthy', behaviour)
    expect(await troubleOf(provider.prove(claim))).toBe(`${name} answered nonsense`)
  })

  it.each(['[]', '{}', 'null', '""', ''])('is in trouble when it answers ‘%s’', async (body) => {
    const { provider, claim, behave } = await world(each)
    behave({ status: 200, body })
    expect(await troubleOf(provider.prove(claim))).toBe(`${name} answered nonsense`)
  })

  it.each(['silent', 'dripping'] as const)('is in trouble when it is %s, in time', async (behaviour) => {
    const { provider, claim, behave } = await world(each, {}, 100)
    behave('healthy', behaviour)
    expect(await troubleOf(provider.prove(claim))).toBe(`${name} did not answer within 100 ms`)
  })

  it('is in trouble when it breaks off, or nobody listens', async () => {
    const { provider, claim, behave } = await world(each)
    behave('breaking')
    expect(await troubleOf(provider.prove(claim))).toContain('can not be reached')
    const dead = each.create({ appIds: ['1'], url: `http://127.0.0.1:${await deadPort()}` })
    expect(await troubleOf(dead.prove(claim))).toBe(`${name} can not be reached: ECONNREFUSED`)
  })
})

const [qq, wechat, weibo] = providers as [Provider, Provider, Provider]

describe('an app of somebody else', () => {
  it.each([qq, weibo])('gets nobody into ours by $name', async (each) => {
    const { fake, provider, claim } = await world(each, { appId: '666' })
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
    expect(fake.asked).toHaveLength(1)
  })

  it('of ours has identities of its own', async () => {
    const { provider, claim } = await world(qq, { appId: '999' })
    expect(await provider.prove(claim)).toMatchObject({ kind: 'proven', appId: '999' })
  })

  it('has other openids with WeChat, which tells no app', async () => {
    const { provider, claim } = await world(wechat, { appId: 'wx666' })
    expect(await provider.prove(claim)).toMatchObject({ kind: 'proven', appId: 'wx101', openid: claim.openid })
  })
})

describe('QQ', () => {
  it('is asked again without UnionID where the app has no right to it', async () => {
    const { unionId, ...without } = qq.person
    const { fake, provider, claim } = await world({ ...qq, person: without })
    expect(await provider.prove(claim)).toMatchObject({ kind: 'proven', unionId: null })
    expect(fake.asked).toEqual(['/oauth2.0/me', '/oauth2.0/me', '/user/get_user_info'])
    expect(unionId).toBe('UID_1')
  })

  it.each([100007, 100013, 100014, 100015, 100016])('means a worthless token by %i', async (error) => {
    const { provider, claim, behave } = await world(qq)
    behave(reply({ error, error_description: '' }))
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
    behave('healthy', reply({ ret: error, msg: '' }))
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
  })

  it.each([100008, 100031, -1])('means itself or our app by %i', async (error) => {
    const { provider, claim, behave } = await world(qq)
    behave('healthy', reply({ ret: error, msg: '' }))
    expect(await troubleOf(provider.prove(claim))).toMatch(/^qq answered error/)
  })

  it('proves somebody who keeps the profile back', async () => {
    const { provider, claim, behave } = await world(qq)
    behave('healthy', reply({ ret: 100030, msg: 'this api without user authorization' }))
    expect(await provider.prove(claim)).toMatchObject({ kind: 'proven', nickname: null, pictureUrl: null })
  })

  it.each([
    [{ figureurl_qq_1: 'http://a/40', figureurl_qq_2: 'http://a/100', figureurl_qq: 'http://a/640' }, 'http://a/640'],
    [{ figureurl_qq_1: 'http://a/40', figureurl_qq_2: 'http://a/100' }, 'http://a/100'],
    [{ figureurl_qq_1: 'http://a/40', figureurl_qq_2: '' }, 'http://a/40'],
  ])('has the largest picture of %o', async (pictures, pictureUrl) => {
    const { provider, claim, behave } = await world(qq)
    behave('healthy', reply({ ret: 0, msg: '', nickname: 'x', ...pictures }))
    expect(await provider.prove(claim)).toMatchObject({ pictureUrl })
  })
})

describe('WeChat', () => {
  const failure = (errcode: number | string) => reply({ errcode, errmsg: 'some text rid: 606e6c56-1' })

  it.each([40003, 40014, 41001, 42001, 48001, '40014'])('means a worthless token by %s', async (errcode) => {
    const { provider, claim, behave } = await world(wechat)
    behave(failure(errcode))
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
    behave('healthy', failure(errcode))
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
  })

  it.each([40001, -1])('is asked twice after %i', async (errcode) => {
    const { fake, provider, claim, behave } = await world(wechat)
    behave(failure(errcode), 'healthy', failure(errcode), 'healthy')
    expect(await provider.prove(claim)).toMatchObject({ kind: 'proven' })
    expect(fake.asked).toEqual(['/sns/auth', '/sns/auth', '/sns/userinfo', '/sns/userinfo'])
  })

  it('means a worthless token by a second 40001, itself by a second -1 or another number', async () => {
    const { provider, claim, behave } = await world(wechat)
    behave(failure(40001))
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
    behave(failure(-1))
    expect(await troubleOf(provider.prove(claim))).toMatch(/^wechat answered error/)
    behave(failure(45009))
    expect(await troubleOf(provider.prove(claim))).toBe('wechat answered error 45009')
  })

  it('must tell the claimed openid for the token', async () => {
    const { provider, claim, behave } = await world(wechat)
    behave('healthy', reply({ openid: 'oABC-2', nickname: 'x' }))
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
  })

  it.each([
    ['https://thirdwx.qlogo.cn/mmopen/vi_32/abc/132', 'https://thirdwx.qlogo.cn/mmopen/vi_32/abc/0'],
    ['https://thirdwx.qlogo.cn/mmopen/vi_32/abc/0', 'https://thirdwx.qlogo.cn/mmopen/vi_32/abc/0'],
    ['', null],
  ])('has a large picture for %s', async (headimgurl, pictureUrl) => {
    const { provider, claim } = await world(wechat, { pictureUrl: headimgurl })
    expect(await provider.prove(claim)).toMatchObject({ pictureUrl })
  })
})

describe('Weibo', () => {
  const failure = (error_code: number | string) => reply({ error: 'text', error_code, request: '/x' }, 400)
  const worthless = [21332, 21327, 21314, 21315, 21316, 21317, 21325, 10013, 20003, 10006, '10006']

  it.each(worthless)('means a worthless token by %s', async (error_code) => {
    const { provider, claim, behave } = await world(weibo)
    behave(failure(error_code))
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
    behave('healthy', failure(error_code))
    expect(await provider.prove(claim)).toEqual({ kind: 'notProven' })
  })

  it.each([21321, 10014, 10022, 10023, 10024])('means itself or our app by %i', async (error_code) => {
    const { provider, claim, behave } = await world(weibo)
    behave(failure(error_code))
    expect(await troubleOf(provider.prove(claim))).toBe(`weibo answered error ${error_code}`)
  })

  const issued = { uid: 1073880650, appkey: '1352222456' }

  it.each([
    [{ ...issued, expire_in: 1 }, 'proven'],
    [{ ...issued, expires_in: '1' }, 'proven'],
    [{ ...issued, expire_in: 0 }, 'notProven'],
    [{ ...issued, expire_in: '-5' }, 'notProven'],
  ])('takes %o as %s', async (info, kind) => {
    const { provider, claim, behave } = await world(weibo)
    behave(reply(info), 'healthy')
    expect(await provider.prove(claim)).toMatchObject({ kind })
  })

  it.each([issued, { ...issued, expire_in: 1, uid: 2 ** 53 }])('is in trouble when it answers %o', async (info) => {
    const { provider, claim, behave } = await world(weibo)
    behave(reply(info))
    expect(await troubleOf(provider.prove(claim))).toBe('weibo answered nonsense')
  })

  it('is in trouble when it shows another person', async () => {
    const { provider, claim, behave } = await world(weibo)
    behave('healthy', reply({ id: 5, idstr: '5', screen_name: 'x' }))
    expect(await troubleOf(provider.prove(claim))).toBe('weibo answered nonsense')
  })

  it.each([
    ['m', 'male'],
    ['f', 'female'],
    ['n', null],
  ] as const)('tells gender %s as %s', async (told, gender) => {
    const { provider, claim } = await world(weibo, { gender: told })
    expect(await provider.prove(claim)).toMatchObject({ gender })
  })
})
