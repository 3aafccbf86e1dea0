import { createAccount, lockAccount, setPrivacy, signInWithPassword, updateProfile } from '@acct/core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { newDevice } from './support/cookies.ts'
import { encodings, sentAs } from './support/encodings.ts'
import { codeFor, messagesTo, otherThan } from './support/inbox.ts'
import { startTestServer, type TestServer } from './support/server.ts'
import { tokenClient } from './support/tokenDriver.ts'

const minute = 60_000
const day = 24 * 60 * minute
const failed = (data: string) => ({ status: 200, body: { status: false, data } })
const succeeded = (data: string | object) => ({ outcome: 'ok', status: 200, body: { status: true, data } })

describe.each(encodings)('token, called with bodies as %s:', (encoding) => {
  let test: TestServer
  let people = 0
  let phone: string
  let e164: string

  beforeAll(async () => {
    test = await startTestServer({
      ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0',
      ACCT_LIMIT_LOOKUPS_PER_HOUR: '0',
      ACCT_LIMIT_CODES_PER_HOUR: '0',
      ACCT_DEFAULT_SIGNATURE: '这个人很懒',
    })
  })
  afterAll(() => test.stop())
  beforeEach(() => {
    people += 1
    phone = `139${String(people).padStart(8, '0')}`
    e164 = `+86${phone}`
  })

  // No cookies are kept: clients of this document know their tokens only.
  const client = () => tokenClient(test.url, { ...newDevice(), fetch: sentAs(encoding, fetch) })

  async function registered(username = `t_${people}`) {
    await client().sendRegisterCode({ phone })
    const verify_code = await codeFor(test.server.core, e164)
    const answer = await client().register({ username, password: 'right_1', phone, verify_code })
    if (answer.outcome !== 'ok') throw new Error(answer.outcome)
    test.clock.advance(minute)
    return username
  }

  async function signedIn() {
    const username = await registered()
    const answer = await client().login({ loginName: phone, password: 'right_1' })
    if (answer.outcome !== 'ok') throw new Error(answer.outcome)
    return { username, token: answer.body.token, refreshToken: answer.body.refreshToken }
  }

  describe('login', () => {
    it('answers in the order of its table', async () => {
      await registered()
      expect(await client().login({})).toMatchObject(failed('请输入注册时用的邮箱或者手机号呀'))
      expect(await client().login({ password: 'x' })).toMatchObject(failed('请输入注册时用的邮箱或者手机号呀'))
      expect(await client().login({ loginName: phone })).toMatchObject(failed('喵，你没输入密码么？'))
      expect(await client().login({ loginName: phone, password: 'wrong' })).toMatchObject(failed('用户名或密码错误'))
      expect(await client().login({ loginName: '13700000000', password: 'x' })).toMatchObject(
        failed('用户名或密码错误'),
      )
      const answer = await client().login({ loginName: phone, password: 'right_1' })
      expect(answer).toMatchObject(succeeded(''))
      expect(Object.keys(answer.body as object)).toEqual(['status', 'data', 'token', 'refreshToken'])
    })

    it('takes a verified phone or e-mail, in any spelling, and no username', async () => {
      const username = `both_${people}`
      const email = `both_${people}@example.com`
      await createAccount(test.server.core, { username, phone: e164, email, password: 'right_1' })
      for (const loginName of [phone, e164, email, email.toUpperCase()]) {
        expect((await client().login({ loginName, password: 'right_1' })).outcome).toBe('ok')
      }
      expect((await client().login({ loginName: username, password: 'right_1' })).outcome).toBe('invalidCredentials')
    })

    it('opens a session that holds in every variant, by cookie and by token', async () => {
      const { token } = await signedIn()
      const info = await fetch(`${test.url}/card/user/getInfo`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      })
      expect(await info.json()).toMatchObject({ telephone: phone })
    })
  })

  describe('register', () => {
    it('answers in the order of its table', async () => {
      const register = async (fields: object) => client().register({ ...fields })
      const other = `o_${people}`
      await createAccount(test.server.core, { username: other, phone: `+86137${String(people).padStart(8, '0')}` })
      expect(await register({})).toMatchObject(failed('用户名不能为空'))
      expect(await register({ username: 'x'.repeat(16) })).toMatchObject(failed('用户名太长了'))
      expect(await register({ username: '六个汉字名字' })).toMatchObject(failed('用户名太长了'))
      expect(await register({ username: '13812345678' })).toMatchObject(failed('用户名不合法'))
      expect(await register({ username: 'x', password: '12345' })).toMatchObject(failed('密码不能小于6个字符'))
      expect(await register({ username: 'x' })).toMatchObject(failed('密码不能小于6个字符'))
      expect(await register({ username: 'x', password: '六六六六六六' })).toMatchObject(failed('密码不能大于16个字符'))
      expect(await register({ username: 'x', password: '123456' })).toMatchObject(failed('手机号不可为空'))
      expect(await register({ username: 'x', password: '123456', phone: '123' })).toMatchObject(failed('手机号不合法'))
      const taken = { username: other, password: '123456', phone: `137${String(people).padStart(8, '0')}` }
      expect(await register(taken)).toMatchObject(failed('该手机号已经被注册'))
      const free = { username: other, password: '123456', phone }
      expect(await register(free)).toMatchObject(failed('请输入验证码'))
      expect(await register({ ...free, verify_code: '' })).toMatchObject(failed('请输入验证码'))
      expect(await register({ ...free, verify_code: '123456' })).toMatchObject(failed('未发送验证码'))
      await client().sendRegisterCode({ phone })
      const code = await codeFor(test.server.core, e164)
      expect(await register({ ...free, verify_code: otherThan(code) })).toMatchObject(failed('验证码错误'))
      expect(await register({ ...free, verify_code: code })).toMatchObject(failed('昵称已存在'))
      expect(await register({ ...free, username: `p_${people}`, verify_code: Number(code) })).toMatchObject(
        succeeded('注册成功！'),
      )
      expect((await register({ ...free, username: `q_${people}`, verify_code: code })).outcome).toBe('phoneTaken')
    })
  })

  describe('info', () => {
    it('self shows everything but the secrets', async () => {
      const { username, token } = await signedIn()
      const answer = await client().getSelf({ token })
      expect(answer.body).toEqual({
        status: true,
        data: {
          Uid: expect.any(Number),
          Username: username,
          Password: '',
          Email: '',
          Phone: phone,
          Salt: '',
          RegDate: expect.stringMatching(/^2026-06-15T/),
          Statement: '',
        },
      })
      const keys = ['Uid', 'Username', 'Password', 'Email', 'Phone', 'Salt', 'RegDate', 'Statement']
      expect(answer.outcome === 'ok' && Object.keys(answer.body.data)).toEqual(keys)
    })

    it('self tells no token from a worthless one', async () => {
      const { token, refreshToken } = await signedIn()
      expect(await client().getSelf({})).toMatchObject(failed('token 不可为空'))
      expect(await client().getSelf({ token: '' })).toMatchObject(failed('token 不可为空'))
      for (const worthless of ['garbage', refreshToken, `${token}x`, token.slice(0, -1)]) {
        expect(await client().getSelf({ token: worthless })).toMatchObject(failed('token 不合法'))
      }
      test.clock.advance(15 * minute)
      expect(await client().getSelf({ token })).toMatchObject(failed('token 不合法'))
    })

    it('takes the token as Bearer too', async () => {
      const { token } = await signedIn()
      const self = (authorization: string) =>
        fetch(`${test.url}/token/api/user/info/self`, { headers: { authorization } }).then((answer) => answer.json())
      expect(await self(`Bearer ${token}`)).toMatchObject({ status: true })
      expect(await self('Bearer garbage')).toEqual({ status: false, data: 'token 不合法' })
    })

    it('of others hides what they do not show', async () => {
      const { username, token } = await signedIn()
      const self = await client().getSelf({ token })
      const uid = self.outcome === 'ok' ? self.body.data.Uid : 0
      const answer = await client().getInfo({ uid })
      expect(answer.body).toEqual({
        status: true,
        data: { Uid: uid, Username: username, Email: '', Phone: '', RegDate: expect.any(String), Statement: '' },
      })
      for (const nobody of [1, 'x', '0', '1e3']) {
        expect(await client().getInfo({ uid: nobody })).toMatchObject(failed('用户不存在'))
      }
      const { core } = test.server
      const signed = await signInWithPassword(core, { identifier: phone, password: 'right_1' })
      if (signed.kind !== 'signedIn') throw new Error(signed.kind)
      const { session } = signed.session
      await updateProfile(core, { session, changes: { emailClaim: 'claimed@example.com' } })
      await setPrivacy(core, { session, privacy: { showsPhone: true, showsEmail: true } })
      const shown = await client().getInfo({ uid })
      expect(shown).toMatchObject(succeeded({ Phone: phone, Email: '' }))
      await setPrivacy(core, { session, privacy: { showsPhone: false } })
      expect((await client().getInfo({ uid })).body).toEqual(answer.body)
      await lockAccount(core, { accountId: uid })
      expect((await client().getInfo({ uid })).outcome).toBe('userNotFound')
    })
  })

  describe('email and phone', () => {
    it('change with both codes, tell the old address and end other sessions', async () => {
      const { token } = await signedIn()
      const other = await client().login({ loginName: phone, password: 'right_1' })
      const email = `new_${people}@example.com`
      expect(await client().sendCode({ phone })).toMatchObject(succeeded(''))
      expect(await client().sendEmailCode({ email })).toMatchObject(succeeded(''))
      const original_code = await codeFor(test.server.core, e164)
      const new_code = await codeFor(test.server.core, email)
      const request = { token, original_address: phone, original_code, new_email: email, new_code }
      expect(await client().setEmail({ ...request, token: '' })).toMatchObject(failed('token 不可为空'))
      expect(await client().setEmail({ ...request, token: 'garbage' })).toMatchObject(failed('token 不合法'))
      expect(await client().setEmail({ ...request, original_address: '13700000000' })).toMatchObject(
        failed('原有地址不正确'),
      )
      expect(await client().setEmail({ ...request, original_address: '', original_code: '' })).toMatchObject(
        failed('原有地址不正确'),
      )
      expect(await client().setEmail({ ...request, new_email: 'nothing' })).toMatchObject(failed('邮箱格式不合法'))
      expect(await client().setEmail({ ...request, original_code: otherThan(original_code) })).toMatchObject(
        failed('验证码错误'),
      )
      expect(await client().setEmail({ ...request, new_code: otherThan(new_code) })).toMatchObject(failed('验证码错误'))
      expect(await client().setEmail({ ...request, new_code: '' })).toMatchObject(failed('验证码错误'))
      expect(await client().setEmail(request)).toMatchObject(succeeded(''))
      expect(await client().setEmail(request)).toMatchObject(failed('未发送验证码'))

      expect((await client().login({ loginName: email, password: 'right_1' })).outcome).toBe('ok')
      expect((await client().getSelf({ token })).outcome).toBe('ok')
      const otherToken = other.outcome === 'ok' ? other.body.token : ''
      expect((await client().getSelf({ token: otherToken })).outcome).toBe('tokenInvalid')
      const [told] = await messagesTo(test.server.core, e164)
      expect(told).toMatchObject({ channel: 'sms', code: null })
    })

    it('phone: the same, and an address of another account is told after the codes only', async () => {
      const { token } = await signedIn()
      const next = `137${String(people).padStart(8, '0')}`
      await createAccount(test.server.core, { phone: `+86${next}`, username: `holder_${people}` })
      await client().sendCode({ phone })
      await client().sendCode({ phone: next })
      const codes = {
        original_code: await codeFor(test.server.core, e164),
        new_code: await codeFor(test.server.core, `+86${next}`),
      }
      const request = { token, original_address: phone, new_phone: next, ...codes }
      expect(await client().setPhone({ ...request, token: '' })).toMatchObject(failed('token 不可为空'))
      expect(await client().setPhone({ ...request, token: 'x' })).toMatchObject(failed('token 不合法'))
      expect(await client().setPhone({ ...request, original_address: next })).toMatchObject(failed('原有地址不正确'))
      expect(await client().setPhone({ ...request, new_phone: '1' })).toMatchObject(failed('手机号不合法'))
      expect(await client().setPhone({ ...request, new_code: otherThan(codes.new_code) })).toMatchObject(
        failed('验证码错误'),
      )
      expect(await client().setPhone(request)).toMatchObject(failed('手机号已被使用'))
      test.clock.advance(10 * minute)
      expect(await client().setPhone(request)).toMatchObject(failed('未发送验证码'))
    })

    it('an address of another account is told after the codes only, by e-mail too', async () => {
      const { token } = await signedIn()
      const email = `held_${people}@example.com`
      await createAccount(test.server.core, { email, username: `keeper_${people}` })
      await client().sendCode({ phone })
      await client().sendEmailCode({ email })
      const original_code = await codeFor(test.server.core, e164)
      const new_code = await codeFor(test.server.core, email)
      const request = { token, original_address: phone, original_code, new_email: email, new_code }
      expect(await client().setEmail(request)).toMatchObject(failed('邮箱已被使用'))
    })

    it('phone: moves the login to the new number', async () => {
      const { token } = await signedIn()
      const next = `136${String(people).padStart(8, '0')}`
      await client().sendCode({ phone })
      await client().sendCode({ phone: next })
      const original_code = await codeFor(test.server.core, e164)
      const new_code = await codeFor(test.server.core, `+86${next}`)
      const request = { token, original_address: phone, original_code, new_phone: next, new_code }
      expect(await client().setPhone(request)).toMatchObject(succeeded(''))
      expect((await client().login({ loginName: next, password: 'right_1' })).outcome).toBe('ok')
      expect((await client().login({ loginName: phone, password: 'right_1' })).outcome).toBe('invalidCredentials')
    })

    it('phone: a fourth change in 30 days is too many', async () => {
      const { token } = await signedIn()
      const numbers = [phone, ...[1, 2, 3, 4].map((index) => `135${index}${String(people).padStart(7, '0')}`)]
      const move = async (from = '', to = '') => {
        await client().sendCode({ phone: from })
        await client().sendCode({ phone: to })
        const original_code = await codeFor(test.server.core, `+86${from}`)
        const new_code = await codeFor(test.server.core, `+86${to}`)
        const answer = await client().setPhone({
          token,
          original_address: from,
          original_code,
          new_phone: to,
          new_code,
        })
        test.clock.advance(minute)
        return answer
      }
      for (const index of [0, 1, 2]) {
        expect(await move(numbers[index], numbers[index + 1])).toMatchObject(succeeded(''))
      }
      const answer = await move(numbers[3], numbers[4])
      expect(answer).toMatchObject({ outcome: 'tooManyRequests', status: 429 })
      expect(answer.headers?.get('retry-after')).toBe(String((30 * day - 3 * minute) / 1000))
    })
  })

  describe('statement', () => {
    it('is set, or reset to the default one', async () => {
      const { token } = await signedIn()
      const statement = async () => {
        const self = await client().getSelf({ token })
        return self.outcome === 'ok' ? self.body.data.Statement : undefined
      }
      expect(await client().setStatement({ token, new_statement: '签'.repeat(100) })).toMatchObject(succeeded(''))
      expect(await statement()).toBe('签'.repeat(100))
      expect(await client().setStatement({ token, new_statement: '签'.repeat(101) })).toMatchObject(
        failed('个性签名太长了'),
      )
      expect(await client().setStatement({ token })).toMatchObject(succeeded(''))
      expect(await statement()).toBe('这个人很懒')
      expect(await client().setStatement({ new_statement: 'x' })).toMatchObject(failed('token 不可为空'))
      expect(await client().setStatement({ token: 'x', new_statement: 'x' })).toMatchObject(failed('token 不合法'))
    })
  })

  describe('verify/token', () => {
    it('gives new access tokens as long as the session lasts; earlier ones live on', async () => {
      const { token, refreshToken } = await signedIn()
      const refreshed = await client().refreshToken({ refreshToken })
      if (refreshed.outcome !== 'ok') throw new Error(refreshed.outcome)
      for (const each of [token, refreshed.body.data])
        expect((await client().getSelf({ token: each })).outcome).toBe('ok')
      test.clock.advance(15 * minute)
      expect((await client().getSelf({ token: refreshed.body.data })).outcome).toBe('tokenInvalid')
      expect((await client().refreshToken({ refreshToken })).outcome).toBe('ok')
      for (const worthless of [undefined, '', 'garbage', token]) {
        expect(await client().refreshToken({ refreshToken: worthless })).toMatchObject(failed('refreshToken失效'))
      }
      for (let week = 0; week < 4; week++) {
        test.clock.advance(7 * day - minute)
        expect((await client().refreshToken({ refreshToken })).outcome).toBe('ok')
      }
      test.clock.advance(2 * day)
      expect((await client().refreshToken({ refreshToken })).outcome).toBe('invalid')
    })

    it('gives none once the session is over', async () => {
      const { token, refreshToken } = await signedIn()
      const self = await client().getSelf({ token })
      await lockAccount(test.server.core, { accountId: self.outcome === 'ok' ? self.body.data.Uid : 0 })
      expect((await client().refreshToken({ refreshToken })).outcome).toBe('invalid')
      expect((await client().getSelf({ token })).outcome).toBe('tokenInvalid')
    })

    it('gives none after a logout or a reset through another variant', async () => {
      const one = await signedIn()
      const bearer = { authorization: `Bearer ${one.token}` }
      await fetch(`${test.url}/card/user/logout`, { method: 'POST', headers: bearer })
      expect((await client().refreshToken({ refreshToken: one.refreshToken })).outcome).toBe('invalid')

      const again = await client().login({ loginName: phone, password: 'right_1' })
      const refreshToken = again.outcome === 'ok' ? again.body.refreshToken : ''
      await fetch(`${test.url}/phone/user/forgetPassword/${phone}`)
      const identifying = await codeFor(test.server.core, e164)
      const body = new URLSearchParams({ phone_number: phone, account: phone, identifying, new_password: 'right_2' })
      const reset = await fetch(`${test.url}/phone/user/forgetPassword/${phone}`, { method: 'POST', body })
      expect(reset.status).toBe(200)
      expect((await client().refreshToken({ refreshToken })).outcome).toBe('invalid')
    })

    it('fifty at once all work', async () => {
      const { refreshToken } = await signedIn()
      const answers = await Promise.all(Array.from({ length: 50 }, () => client().refreshToken({ refreshToken })))
      expect(answers.map(({ outcome }) => outcome)).toEqual(Array(50).fill('ok'))
    })
  })

  describe('sending and checking', () => {
    it('codes by SMS', async () => {
      expect(await client().sendCode({})).toMatchObject(failed('手机号不可为空'))
      expect(await client().sendCode({ phone: '123' })).toMatchObject(failed('手机号不合法'))
      expect((await client().sendCode({ phone })).outcome).toBe('ok')
      const soon = await client().sendCode({ phone: e164 })
      expect(soon).toMatchObject({ outcome: 'tooManyRequests', status: 429 })
      expect(Number(soon.headers?.get('retry-after'))).toBe(60)
    })

    it('codes to register with', async () => {
      expect(await client().sendRegisterCode({})).toMatchObject(failed('手机号不可为空'))
      expect(await client().sendRegisterCode({ phone: '123' })).toMatchObject(failed('手机号不合法'))
      await client().sendRegisterCode({ phone: `137${String(people).padStart(8, '0')}` })
      const soon = await client().sendRegisterCode({ phone: `137${String(people).padStart(8, '0')}` })
      expect(soon.outcome).toBe('tooManyRequests')
      await registered()
      const before = await messagesTo(test.server.core, e164)
      expect(await client().sendRegisterCode({ phone })).toMatchObject(failed('手机号已被使用'))
      expect(await messagesTo(test.server.core, e164)).toEqual(before)
    })

    it('codes by e-mail', async () => {
      expect(await client().sendEmailCode({})).toMatchObject(failed('邮箱不可为空'))
      for (const email of ['nothing', 'a@', '@b.c', 'a b@example.com']) {
        expect(await client().sendEmailCode({ email })).toMatchObject(failed('邮箱格式不合法'))
      }
      const email = `e_${people}@example.com`
      expect((await client().sendEmailCode({ email })).outcome).toBe('ok')
      expect(await client().sendEmailCode({ email: email.toUpperCase() })).toMatchObject({ status: 429 })
    })

    it('a username', async () => {
      const username = await registered()
      expect(await client().checkUsername({})).toMatchObject(failed('请告诉我你的昵称吧'))
      expect(await client().checkUsername({ username: 'x'.repeat(15) })).toMatchObject(failed('昵称过长'))
      expect(await client().checkUsername({ username: username.toUpperCase() })).toMatchObject(failed('昵称已存在'))
      expect(await client().checkUsername({ username: `free_${people}` })).toMatchObject(succeeded(''))
      expect((await client().checkUsername({ username: '13812345678' })).outcome).toBe('badRequest')
    })

    it('a phone', async () => {
      await registered()
      expect(await client().checkPhone({})).toMatchObject(failed('请告诉我你的手机号吧'))
      expect(await client().checkPhone({ phone })).toMatchObject(failed('手机号已被使用'))
      expect(await client().checkPhone({ phone: '13600000000' })).toMatchObject(succeeded(''))
      expect((await client().checkPhone({ phone: '123' })).outcome).toBe('badRequest')
    })
  })
})

it('token refuses a statement that is no well-formed text, which only JSON can carry', async () => {
  const test = await startTestServer()
  await createAccount(test.server.core, { phone: '+8613912345678', password: 'right_1' })
  const client = tokenClient(test.url)
  const login = await client.login({ loginName: '13912345678', password: 'right_1' })
  const token = login.outcome === 'ok' ? login.body.token : ''
  expect(await client.setStatement({ token, new_statement: '\ud83d' })).toMatchObject(failed('个性签名不合法'))
  const self = await client.getSelf({ token })
  expect(self.outcome === 'ok' && self.body.data.Statement).toBe('')
  await test.stop()
})
