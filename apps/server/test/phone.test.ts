import { createAccount, lockAccount, setRole } from '@acct/core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newDevice } from './support/cookies.ts'
import { encodings, sentAs } from './support/encodings.ts'
import { codeFor, messagesTo, otherThan } from './support/inbox.ts'
import { phoneClient } from './support/phoneDriver.ts'
import { startTestServer, type TestServer } from './support/server.ts'

const minute = 60_000

describe.each(encodings)('phone, called with bodies as %s:', (encoding) => {
  let test: TestServer
  let people = 0
  let number: string
  let e164: string

  beforeAll(async () => {
    test = await startTestServer({ ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0', ACCT_LIMIT_LOOKUPS_PER_HOUR: '0' })
  })
  afterAll(() => test.stop())
  beforeEach(() => {
    people += 1
    number = `139${String(people).padStart(8, '0')}`
    e164 = `+86${number}`
  })

  const newcomer = (device = newDevice()) => phoneClient(test.url, { ...device, fetch: sentAs(encoding, device.fetch) })
  const path = () => ({ phone_number: number })

  /** An account that has verified `number`. */
  async function owner() {
    await newcomer().sendRegisterCode(path())
    const code = await codeFor(test.server.core, e164)
    const registered = await newcomer().registerPhone({ ...path(), identifying_code: code })
    if (registered.outcome !== 'ok') throw new Error(registered.outcome)
    test.clock.advance(minute)
  }

  async function loggedIn() {
    const client = newcomer()
    await client.sendLoginCode(path())
    const answer = await client.loginPhone({ ...path(), identifying_code: await codeFor(test.server.core, e164) })
    if (answer.outcome !== 'ok') throw new Error(answer.outcome)
    test.clock.advance(minute)
    return { client, id: answer.body.user_id }
  }

  describe('register and login', () => {
    it('answer as documented', async () => {
      const person = { account: `p.${people}`, password: 'p w', name: '李雷', role: 'normal_user' }
      expect(await newcomer().register(person)).toMatchObject({ status: 200, body: { msg: 'register successful' } })
      expect(await newcomer().register(person)).toMatchObject({ status: 200, body: { msg: 'account had been used' } })
      const client = newcomer()
      const login = await client.login(person)
      expect(login).toMatchObject({ outcome: 'ok', status: 200, body: { msg: 'login successful' } })
      const id = login.outcome === 'ok' ? login.body.user_id : 0
      expect(Number.isSafeInteger(id) && id > 0).toBe(true)
      expect(await newcomer().login({ ...person, password: 'x' })).toMatchObject({
        status: 400,
        body: { msg: 'password error', user_id: 0 },
      })
      expect(await newcomer().login({ ...person, account: 'nobody' })).toMatchObject({
        status: 404,
        body: { msg: 'no this user!', user_id: 0 },
      })
      expect(await newcomer().logout({ user_id: id })).toMatchObject({ status: 403, body: { msg: 'logout failure' } })
      expect((await client.logout({ user_id: id + 1 })).outcome).toBe('failed')
      expect(await client.logout({ user_id: id })).toMatchObject({ status: 200, body: { msg: 'logout successful' } })
      expect((await client.logout({ user_id: id })).outcome).toBe('failed')
    })

    it.each([
      ['no account', { account: undefined }],
      ['an empty account', { account: '' }],
      ['an account that reads as a number', { account: '13812345678' }],
      ['an account with a blank', { account: 'a b' }],
      ['no password', { password: undefined }],
      ['an empty password', { password: '' }],
      ['a password of 129', { password: 'x'.repeat(129) }],
      ['an unknown role', { role: 'king' }],
      ['a role that is not free', { role: 'vip_user' }],
      ['the highest role', { role: 'admin' }],
    ])('refuse %s', async (_, fields) => {
      const person = { account: `refused.${people}`, password: 'p', ...fields }
      expect(await newcomer().register(person)).toMatchObject({ status: 200, body: { msg: 'register failure' } })
    })

    it('let an administrator give any role', async () => {
      const admin = await createAccount(test.server.core, { username: `admin.${people}`, password: 'p', role: 'admin' })
      const client = newcomer()
      await client.login({ account: `admin.${people}`, password: 'p' })
      expect((await client.register({ account: `vip.${people}`, password: 'p', role: 'vip_user' })).outcome).toBe('ok')
      expect(
        admin.kind === 'created' &&
          (await setRole(test.server.core, { accountId: admin.accountId, role: 'creator' })).kind,
      ).toBe('done')
      expect((await client.register({ account: `vip2.${people}`, password: 'p', role: 'vip_user' })).outcome).toBe(
        'failed',
      )
    })

    it('tell an unknown account however often it is tried', async () => {
      for (let count = 0; count < 12; count++) {
        expect((await newcomer().login({ account: `ghost.${people}`, password: 'x' })).outcome).toBe('unknownAccount')
      }
    })
  })

  describe('registerPhone', () => {
    it('makes an account without a password and opens no session', async () => {
      expect(await newcomer().sendRegisterCode(path())).toMatchObject({ status: 200, body: { msg: '注意接收短信' } })
      const code = await codeFor(test.server.core, e164)
      const device = newDevice()
      const answer = await newcomer(device).registerPhone({ ...path(), identifying_code: code })
      expect(answer).toMatchObject({ outcome: 'ok', status: 200, body: { msg: 'register successful' } })
      expect(device.sessionCookie()).toBeUndefined()
      expect((await newcomer().login({ account: number, password: '' })).outcome).toBe('wrongPassword')
      expect((await newcomer().registerPhone({ ...path(), identifying_code: code })).outcome).toBe('failed')
    })

    it('tells the owner of a taken number by SMS, and nobody else', async () => {
      await owner()
      expect((await newcomer().sendRegisterCode(path())).outcome).toBe('ok')
      const [newest] = await messagesTo(test.server.core, e164)
      expect(newest).toMatchObject({ channel: 'sms', code: null })
    })

    it.each(['1391234567', '139123456789', '12312345678', 'abc', '+1'])('refuses %s', async (bad) => {
      expect(await newcomer().sendRegisterCode({ phone_number: bad })).toMatchObject({
        outcome: 'failed',
        status: 403,
        body: { msg: 'register failure' },
      })
    })

    it('refuses a wrong, an empty, an old and a burnt code', async () => {
      await newcomer().sendRegisterCode(path())
      const code = await codeFor(test.server.core, e164)
      expect((await newcomer().registerPhone({ ...path() })).outcome).toBe('failed')
      for (let tries = 0; tries < 4; tries++) {
        const answer = await newcomer().registerPhone({ ...path(), identifying_code: otherThan(code) })
        expect(answer).toMatchObject({ status: 403, body: { msg: 'register failure' } })
      }
      expect((await newcomer().registerPhone({ ...path(), identifying_code: code })).outcome).toBe('failed')
      test.clock.advance(minute)
      await newcomer().sendRegisterCode(path())
      const next = await codeFor(test.server.core, e164)
      test.clock.advance(10 * minute)
      expect((await newcomer().registerPhone({ ...path(), identifying_code: next })).outcome).toBe('failed')
    })

    it('takes a code as a number', async () => {
      await newcomer().sendRegisterCode(path())
      const code = Number(await codeFor(test.server.core, e164))
      expect((await newcomer().registerPhone({ ...path(), identifying_code: code })).outcome).toBe('ok')
    })
  })

  describe('loginPhone', () => {
    it('answers as documented', async () => {
      expect(await newcomer().sendLoginCode(path())).toMatchObject({ status: 404, body: { msg: 'no this user' } })
      await owner()
      const client = newcomer()
      expect(await client.sendLoginCode(path())).toMatchObject({ status: 200, body: { msg: '注意接收短信' } })
      const code = await codeFor(test.server.core, e164)
      expect(await client.loginPhone({ ...path(), identifying_code: otherThan(code) })).toMatchObject({
        status: 400,
        body: { msg: '验证码错误，请重新输入' },
      })
      const answer = await client.loginPhone({ ...path(), identifying_code: code })
      expect(answer).toMatchObject({ outcome: 'ok', status: 200, body: { msg: 'login successful' } })
      const id = answer.outcome === 'ok' ? answer.body.user_id : 0
      expect(await client.sendLoginCode(path())).toMatchObject({
        status: 403,
        body: { msg: '已经登陆了', user_id: id },
      })
      expect(await client.loginPhone({ ...path(), identifying_code: code })).toMatchObject({
        status: 404,
        body: { msg: '验证码已经过期，请重新申请' },
      })
    })

    it('knows a number in E.164 as the same', async () => {
      await owner()
      const client = newcomer()
      expect((await client.sendLoginCode({ phone_number: e164 })).outcome).toBe('ok')
      const code = await codeFor(test.server.core, e164)
      expect((await client.loginPhone({ ...path(), identifying_code: code })).outcome).toBe('ok')
      expect((await newcomer().sendLoginCode(path())).outcome).toBe('tooManyRequests')
    })

    it('tells an expired code and one that was never sent', async () => {
      await owner()
      expect((await newcomer().loginPhone({ ...path(), identifying_code: '123456' })).outcome).toBe('codeExpired')
      await newcomer().sendLoginCode(path())
      const code = await codeFor(test.server.core, e164)
      test.clock.advance(10 * minute)
      expect((await newcomer().loginPhone({ ...path(), identifying_code: code })).outcome).toBe('codeExpired')
    })

    it('never opens a locked account', async () => {
      await owner()
      const { id } = await loggedIn()
      await newcomer().sendLoginCode(path())
      const code = await codeFor(test.server.core, e164)
      await lockAccount(test.server.core, { accountId: id })
      expect((await newcomer().loginPhone({ ...path(), identifying_code: code })).outcome).toBe('codeWrong')
    })
  })

  describe('forgetPassword', () => {
    const request = (code: string, fields = {}) => ({
      ...path(),
      account: number,
      identifying: code,
      new_password: 'new 1',
      ...fields,
    })

    it('sets the password, ends every session and opens one', async () => {
      await owner()
      const before = await loggedIn()
      expect(await newcomer().sendResetCode(path())).toMatchObject({ status: 200, body: { msg: '注意接收验证码' } })
      const code = await codeFor(test.server.core, e164)
      expect(await newcomer().forgetPassword(request(otherThan(code)))).toMatchObject({
        status: 401,
        body: { msg: '验证码错误' },
      })
      expect(await newcomer().forgetPassword(request(code, { account: 'other' }))).toMatchObject({
        status: 404,
        body: { msg: '用户不存在' },
      })
      const client = newcomer()
      expect(await client.forgetPassword(request(code))).toMatchObject({
        outcome: 'ok',
        status: 200,
        body: { msg: 'login successful', user_id: before.id },
      })
      expect(await client.forgetPassword(request(code))).toMatchObject({ status: 400, body: { msg: '验证码已经过期' } })
      expect((await before.client.logout({ user_id: before.id })).outcome).toBe('failed')
      expect((await client.logout({ user_id: before.id })).outcome).toBe('ok')
      expect((await newcomer().login({ account: number, password: 'new 1' })).outcome).toBe('ok')
    })

    it.each([undefined, '', 'x'.repeat(129)])('takes no password like %j', async (new_password) => {
      await owner()
      await newcomer().sendResetCode(path())
      const code = await codeFor(test.server.core, e164)
      expect((await newcomer().forgetPassword(request(code, { new_password }))).outcome).toBe('badRequest')
      expect((await newcomer().forgetPassword(request(code))).outcome).toBe('ok')
    })

    it('answers the same for a number without an account, and tells it by SMS', async () => {
      expect((await newcomer().sendResetCode(path())).outcome).toBe('ok')
      expect(await messagesTo(test.server.core, e164)).toMatchObject([{ channel: 'sms', code: null }])
      // As wrong as a guess at a code that was sent: the answer must not tell that there is no account.
      expect((await newcomer().forgetPassword(request('123456'))).outcome).toBe('codeWrong')
      expect((await newcomer().sendResetCode({ phone_number: '123' })).outcome).toBe('badRequest')
    })
  })

  it.each([
    'Sec-Purpose: prefetch',
    'Purpose: prefetch',
    'Sec-Purpose: prefetch;prerender',
    'Sec-Fetch-Site: cross-site',
  ])('GETs with %s send nothing', async (header) => {
    await owner()
    const before = await messagesTo(test.server.core, e164)
    const [name = '', value = ''] = header.split(': ')
    for (const route of ['registerPhone', 'loginPhone', 'forgetPassword']) {
      const url = `${test.url}/phone/user/${route}/${number}`
      expect((await fetch(url, { headers: { [name]: value } })).status).toBe(403)
      expect((await fetch(url, { method: 'HEAD' })).status).toBe(405)
      expect((await fetch(url, { method: 'OPTIONS' })).status).toBe(405)
    }
    expect(await messagesTo(test.server.core, e164)).toEqual(before)
  })
})

describe('phone, beyond what its SDK can send', () => {
  let test: TestServer

  beforeAll(async () => {
    test = await startTestServer({ ACCT_OPEN_ROLES: 'normal_user,vip_user', ACCT_LIMIT_CODE_INTERVAL: '0' })
  })
  afterAll(() => test.stop())

  it('roles that the operator opened are free, and no others', async () => {
    const register = (role: string) => phoneClient(test.url).register({ account: `free_${role}`, password: 'p', role })
    expect((await register('vip_user')).outcome).toBe('ok')
    expect((await register('creator')).outcome).toBe('failed')
    expect((await register('admin')).outcome).toBe('failed')
  })

  it.each([
    ['registerPhone', 'identifying_code', 403, { msg: 'register failure' }],
    ['loginPhone', 'identifying_code', 400, { msg: '验证码错误，请重新输入' }],
    ['forgetPassword', 'identifying', 401, { msg: '验证码错误' }],
  ])('%s: a path and a body that name different numbers are a wrong code', async (route, field, status, body) => {
    const [one, other] = ['13600000001', '13600000002']
    if (route !== 'registerPhone') {
      for (const phone of [one, other]) await createAccount(test.server.core, { phone: `+86${phone}`, password: 'p' })
    }
    await fetch(`${test.url}/phone/user/${route}/${one}`)
    const code = await codeFor(test.server.core, `+86${one}`)
    const post = async (inPath: string, inBody: string | undefined) => {
      const fields = { [field]: code, account: one, new_password: 'p2', ...(inBody && { phone_number: inBody }) }
      const answer = await fetch(`${test.url}/phone/user/${route}/${inPath}`, {
        method: 'POST',
        body: new URLSearchParams(fields),
      })
      return [answer.status, await answer.json()]
    }
    expect(await post(one, other)).toEqual([status, body])
    expect(await post(other, one)).toEqual([status, body])
    expect(await post(one, undefined)).toEqual([status, body])
    expect((await post(one, `+86${one}`))[0]).toBe(200)
  })

  it('forgetPassword knows an account by its username as well', async () => {
    const phone_number = '13600000003'
    await createAccount(test.server.core, { phone: `+86${phone_number}`, username: 'By_Name' })
    await phoneClient(test.url).sendResetCode({ phone_number })
    const identifying = await codeFor(test.server.core, `+86${phone_number}`)
    const request = { phone_number, identifying, account: 'by_name', new_password: 'p 2' }
    expect((await phoneClient(test.url).forgetPassword(request)).outcome).toBe('ok')
    expect((await phoneClient(test.url).login({ account: 'BY_NAME', password: 'p 2' })).outcome).toBe('ok')
  })
})
