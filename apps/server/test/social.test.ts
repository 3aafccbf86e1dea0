import { createAccount, findAccount, lockAccount, unlockAccount } from '@acct/core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newDevice } from './support/cookies.ts'
import { encodings, sentAs } from './support/encodings.ts'
import { codeFor, messagesTo, otherThan } from './support/inbox.ts'
import { png } from './support/png.ts'
import { startTestServer, type TestServer } from './support/server.ts'
import { socialClient } from './support/socialDriver.ts'

const minute = 60_000
const password = 'right123'

describe.each(encodings)('social, called with bodies as %s:', (encoding) => {
  let test: TestServer
  let people = 0
  let phone: string
  let e164: string

  beforeAll(async () => {
    test = await startTestServer({ ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0' })
  })
  afterAll(() => test.stop())
  beforeEach(() => {
    people += 1
    phone = `139${String(people).padStart(8, '0')}`
    e164 = `+86${phone}`
  })

  const newcomer = (device = newDevice()) =>
    socialClient(test.url, { ...device, fetch: sentAs(encoding, device.fetch) })

  async function registered() {
    await newcomer().sendVerifycode({ phone })
    const verifycode = await codeFor(test.server.core, e164)
    const answer = await newcomer().register({ phone, password, verifycode })
    if (answer.outcome !== 'ok') throw new Error(answer.outcome)
    test.clock.advance(minute)
    return Number(answer.body.data.uid)
  }

  async function signedIn() {
    const uid = await registered()
    const client = newcomer()
    const answer = await client.login({ user_type: '1', account: phone, password })
    if (answer.outcome !== 'ok') throw new Error(answer.outcome)
    return { uid, client, info: answer.body.data.user_info }
  }

  describe('login', () => {
    it('answers numbers, and all that the document shows', async () => {
      const { uid, info } = await signedIn()
      expect(info).toEqual({
        uid,
        account: phone,
        name: '',
        gender: null,
        user_type: 1,
        user_status: 1,
        avator: expect.stringMatching(/^http:\/\/localhost:\d+\/files\/default-avatar\.png$/),
        large_avator: expect.stringMatching(/^http:\/\/localhost:\d+\/files\/default-avatar\.png$/),
        token: expect.stringMatching(/^acct_s_[\w-]{43}$/),
        expires: Math.floor(test.clock.now() / 1000) + 30 * 24 * 3600,
        phone: Number(phone),
        email: null,
        is_new_user: 0,
      })
      const answer = await newcomer().login({ user_type: '1', account: e164, password })
      expect(answer).toMatchObject({ outcome: 'ok', status: 200, body: { code: 1000, msg: 'succ' } })
    })

    it.each([
      ['another kind', { user_type: '5' }],
      ['no kind', { user_type: undefined }],
      ['a wrong password', { password: 'wrong123' }],
      ['no password', { password: undefined }],
      ['nobody', { account: '13700000000' }],
      ['no account', { account: undefined }],
      ['a provider that is off', { user_type: '2', openid: 'x', token: 'y' }],
      ['a provider without a token', { user_type: '3', openid: 'x' }],
    ])('refuses %s', async (_, fields) => {
      await registered()
      const answer = await newcomer().login({ user_type: '1', account: phone, password, ...fields })
      expect(answer).toMatchObject({ outcome: 'invalidCredentials', status: 200 })
      expect(answer.body).toEqual({ code: 3100, msg: '账号或密码错误', data: {} })
    })

    it('tells who knows the password that the account is locked', async () => {
      const uid = await registered()
      await lockAccount(test.server.core, { accountId: uid })
      const answer = await newcomer().login({ user_type: '1', account: phone, password })
      expect(answer.body).toEqual({ code: 3101, msg: '账号已锁定', data: {} })
      expect((await newcomer().login({ user_type: '1', account: phone, password: 'x' })).outcome).toBe(
        'invalidCredentials',
      )
      await unlockAccount(test.server.core, { accountId: uid })
      expect((await newcomer().login({ user_type: '1', account: phone, password })).outcome).toBe('ok')
    })
  })

  describe('register', () => {
    it('answers as documented', async () => {
      expect((await newcomer().sendVerifycode({ phone })).body).toEqual({ code: '000000', msg: 'success', data: {} })
      const verifycode = await codeFor(test.server.core, e164)
      const answer = await newcomer().register({ phone, password, verifycode })
      expect(answer.body).toEqual({ code: '000000', msg: 'success', data: { uid: expect.stringMatching(/^\d+$/) } })
      expect((await newcomer().login({ user_type: '1', account: phone, password })).outcome).toBe('ok')
    })

    it('refuses in order: number, password, code, a number that is registered', async () => {
      const register = async (fields: object) => (await newcomer().register(fields)).body
      const phoneInvalid = { code: '3201', msg: '手机号输入有误', data: {} }
      const passwordInvalid = { code: '3202', msg: '密码不符合规则', data: {} }
      const codeWrong = { code: '3200', msg: '验证码错误', data: {} }
      expect(await register({})).toEqual(phoneInvalid)
      expect(await register({ phone: '12345678901' })).toEqual(phoneInvalid)
      for (const bad of [undefined, 'abc1234', 'abcdefgh', '12345678', 'abcd_1234', 'abc1234567890defg']) {
        expect(await register({ phone, password: bad })).toEqual(passwordInvalid)
      }
      expect(await register({ phone, password })).toEqual(codeWrong)
      expect(await register({ phone, password, verifycode: '123456' })).toEqual(codeWrong)
      await newcomer().sendVerifycode({ phone })
      const verifycode = await codeFor(test.server.core, e164)
      expect(await register({ phone, password, verifycode: otherThan(verifycode) })).toEqual(codeWrong)
      await createAccount(test.server.core, { phone: e164, password: 'before123' })
      expect(await register({ phone, password, verifycode })).toEqual(phoneInvalid)
      expect((await newcomer().login({ user_type: '1', account: phone, password: 'before123' })).outcome).toBe('ok')
    })

    it('sends nothing but a notice to a number that has an account', async () => {
      await registered()
      expect((await newcomer().sendVerifycode({ phone })).outcome).toBe('ok')
      expect((await messagesTo(test.server.core, e164))[0]).toMatchObject({ code: null })
      expect((await newcomer().sendVerifycode({ phone: '1' })).body).toEqual({
        code: '3201',
        msg: '手机号输入有误',
        data: {},
      })
      expect((await newcomer().sendVerifycode({ phone })).outcome).toBe('tooManyRequests')
    })
  })

  describe('update_info', () => {
    it('changes what is given and shows the whole', async () => {
      const { client, info } = await signedIn()
      const claimed = `137${String(people).padStart(8, '0')}`
      const email = `s_${people}@example.com`
      const answer = await client.updateInfo({ name: 'felix', gender: '1', phone: claimed, email })
      expect(answer.body).toEqual({
        code: '000000',
        msg: 'success',
        data: {
          name: 'felix',
          phone: claimed,
          gender: '1',
          avator: info.avator,
          large_avator: info.large_avator,
          email,
        },
      })
      const again = await client.updateInfo({ gender: '0' })
      expect(again.outcome === 'ok' && again.body.data).toMatchObject({
        name: 'felix',
        phone: claimed,
        gender: '0',
        email,
      })
      const login = await newcomer().login({ user_type: '1', account: phone, password })
      expect(login.outcome === 'ok' && login.body.data.user_info).toMatchObject({
        name: 'felix',
        gender: 0,
        phone: Number(claimed),
        email,
      })
    })

    it('shows what was never set as empty', async () => {
      const answer = await (await signedIn()).client.updateInfo({})
      expect(answer.outcome === 'ok' && answer.body.data).toMatchObject({ name: '', phone, gender: '', email: '' })
    })

    it('tells an address that another account has verified, and changes nothing then', async () => {
      const { client } = await signedIn()
      const other = { phone: `136${String(people).padStart(8, '0')}`, email: `o_${people}@example.com` }
      await createAccount(test.server.core, { phone: `+86${other.phone}`, email: other.email })
      const phoneTaken = await client.updateInfo({ name: 'changed', phone: other.phone })
      expect(phoneTaken.body).toEqual({ code: '3400', msg: '手机号已注册', data: {} })
      const emailTaken = await client.updateInfo({ name: 'changed', email: other.email.toUpperCase() })
      expect(emailTaken.body).toEqual({ code: '3401', msg: '邮箱已被占用', data: {} })
      const info = await client.updateInfo({})
      expect(info.outcome === 'ok' && info.body.data).toMatchObject({ name: '', phone, email: '' })
    })

    it.each([{ gender: '2' }, { gender: '男' }, { phone: '123' }, { email: 'nothing' }, { name: '' }])(
      'finds no meaning in %j',
      async (fields) => {
        expect((await (await signedIn()).client.updateInfo(fields)).outcome).toBe('badRequest')
      },
    )

    it('needs a session: cookie, Bearer or the token field', async () => {
      const { info } = await signedIn()
      const answer = await newcomer().updateInfo({ name: 'x' })
      expect(answer).toMatchObject({ outcome: 'unauthorized', status: 401 })
      expect((await newcomer().updateInfo({ name: 'x', token: 'garbage' })).outcome).toBe('unauthorized')
      expect((await newcomer().updateInfo({ name: 'x', token: info.token })).outcome).toBe('ok')
      const bearer = await fetch(`${test.url}/social/user/update_info`, {
        method: 'POST',
        headers: { authorization: `Bearer ${info.token}` },
      })
      expect(await bearer.json()).toMatchObject({ code: '000000' })
    })
  })
})

/** A picture with zeros behind it. */
function padded(picture: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(length)
  file.set(picture)
  return file
}

describe('social update_avator', () => {
  let test: TestServer

  beforeAll(async () => {
    test = await startTestServer()
    await createAccount(test.server.core, { username: 'painter', password })
  })
  afterAll(() => test.stop())

  async function painter() {
    const client = socialClient(test.url)
    const login = await client.login({ user_type: 1, account: 'painter', password })
    if (login.outcome !== 'ok') throw new Error(login.outcome)
    return { client, info: login.body.data.user_info }
  }

  const fetched = async (url: string) => {
    const answer = await fetch(test.url + new URL(url).pathname)
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      bytes: new Uint8Array(await answer.arrayBuffer()),
    }
  }

  it('keeps two sizes, and only the newest', async () => {
    const { client } = await painter()
    const first = await client.updateAvatar({ image: png(200, 100) })
    expect(first).toMatchObject({ outcome: 'ok', body: { code: '000000', msg: 'success' } })
    const old = (await painter()).info
    expect(first.outcome === 'ok' && first.body.data.avator).toBe(old.avator)
    for (const url of [old.avator, old.large_avator]) {
      expect(await fetched(url)).toMatchObject({ status: 200, type: 'image/jpeg' })
    }
    expect((await client.updateAvatar({ image: new Blob([png(64, 64)]) })).outcome).toBe('ok')
    const { info } = await painter()
    expect(info.avator).not.toBe(old.avator)
    expect((await fetched(info.avator)).status).toBe(200)
    for (const url of [old.avator, old.large_avator]) expect((await fetched(url)).status).toBe(404)
  })

  it.each([
    ['no picture', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'), '3300', '图片格式不正确'],
    ['half a picture', png(100, 100).subarray(0, 60), '3300', '图片格式不正确'],
    ['a large one', padded(png(64, 64), 5 * 1024 * 1024 + 1), '3301', '图片过大'],
    ['a wide one', png(4097, 64), '3301', '图片过大'],
    ['a small one', png(63, 64), '3302', '图片过小'],
  ])('refuses %s', async (_, image, code, msg) => {
    const { client, info } = await painter()
    expect((await client.updateAvatar({ image })).body).toEqual({ code, msg, data: {} })
    expect((await painter()).info.avator).toBe(info.avator)
  })

  it('refuses nothing at all, and nobody', async () => {
    const { client } = await painter()
    expect((await client.updateAvatar({})).body).toEqual({ code: '3300', msg: '图片格式不正确', data: {} })
    expect((await socialClient(test.url).updateAvatar({ image: png(64, 64) })).outcome).toBe('unauthorized')
  })

  it('takes the token field beside the file', async () => {
    const { info } = await painter()
    expect((await socialClient(test.url).updateAvatar({ image: png(64, 64), token: info.token })).outcome).toBe('ok')
  })

  it('goes with the account', async () => {
    const { info } = await painter()
    const found = await findAccount(test.server.core, { who: 'painter' })
    expect(found.kind).toBe('account')
    expect((await fetched(info.avator)).status).toBe(200)
  })
})

it('social register says in its own words that the system failed, and registers nobody', async () => {
  const broken = async (): Promise<never> => {
    throw new Error('the hasher is broken')
  }
  const hasher = { hash: broken, verify: broken, enter: () => () => undefined, needsUpgrade: () => false }
  const test = await startTestServer({}, { hasher })
  const client = socialClient(test.url)
  await client.sendVerifycode({ phone: '13912345678' })
  const verifycode = await codeFor(test.server.core, '+8613912345678')
  const answer = await client.register({ phone: '13912345678', password, verifycode })
  expect(answer).toMatchObject({ outcome: 'failed', status: 200 })
  expect(answer.body).toEqual({ code: '3203', msg: '系统错误', data: {} })
  expect((await findAccount(test.server.core, { who: '+8613912345678' })).kind).toBe('none')
  expect(test.logged().some(({ msg }) => msg === 'a request failed')).toBe(true)
  await test.stop()
})
