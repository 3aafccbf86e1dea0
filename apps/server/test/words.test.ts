import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findAccount } from '@acct/core'
import { type FakeProviders, startFakeProviders } from '@acct/delivery/testing'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cardClient } from './support/cardDriver.ts'
import { newDevice } from './support/cookies.ts'
import { codeFor } from './support/inbox.ts'
import { phoneClient } from './support/phoneDriver.ts'
import { startTestServer, type TestServer } from './support/server.ts'
import { socialClient } from './support/socialDriver.ts'
import { tokenClient } from './support/tokenDriver.ts'

/** Forbidden words and common passwords through every variant that has a field for them. What is refused leaves no trace. */

let folder: string
let providers: FakeProviders
let test: TestServer
let people = 0
let phone: string
let e164: string
let username: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acct-words-'))
  const file = (name: string, lines: string[]) => {
    writeFileSync(join(folder, name), `\ufeff${lines.join('\r\n')}\r\n`)
    return join(folder, name)
  }
  providers = await startFakeProviders()
  test = await startTestServer({
    ACCT_SENSITIVE_WORDS: file('words', ['# 壞字', '', 'taboo', '壞字']),
    ACCT_PASSWORD_BLOCKLIST: file('passwords', ['common_1', '', 'Common123', '#hash_1']),
    ACCT_WEIBO_APP_KEYS: '202',
    ACCT_WEIBO_URL: providers.url,
    ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0',
    ACCT_LIMIT_LOOKUPS_PER_HOUR: '0',
  })
})
afterAll(async () => {
  await test.stop()
  await providers.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  people += 1
  phone = `139${String(people).padStart(8, '0')}`
  e164 = `+86${phone}`
  username = `somebody_${people}`
})

const exists = async (who: string) => (await findAccount(test.server.core, { who })).kind === 'account'
const read = async (who: string) => {
  const found = await findAccount(test.server.core, { who })
  if (found.kind === 'none') throw new Error(`there is no account ${who}`)
  return found.account
}

describe('card', () => {
  const person = () => ({ username, password: 'right_1', nickname: '小明', telephone: '13812345678' })

  async function signedIn() {
    const card = cardClient(test.url, newDevice())
    await card.register(person())
    await card.login({ username, password: 'right_1' })
    return { card }
  }

  it.each([
    ['username', { username: 'taboo' }],
    ['username in another case', { username: 'TABOO_9' }],
    ['nickname', { nickname: '坏 字' }],
    ['nickname of ours', { nickname: '系统管理員' }],
    ['password', { password: 'common_1' }],
    ['password that begins like a comment', { password: 'Common123' }],
    ['password in another case', { password: 'COMMON_1' }],
  ])('register refuses a %s', async (_, fields) => {
    const asked = { ...person(), ...fields }
    expect(await cardClient(test.url).register(asked)).toMatchObject({
      outcome: 'failed',
      status: 200,
      body: { msg: '注册失败' },
    })
    expect(await exists(asked.username)).toBe(false)
    expect((await cardClient(test.url).register(person())).outcome).toBe('ok')
  })

  it.each([
    ['username', { username: 'a_taboo_b' }],
    ['nickname', { nickname: '壞★字' }],
    ['signature', { signature: '我坏\u200b字' }],
  ])('updateInfo refuses a %s, and changes nothing', async (_, fields) => {
    const { card } = await signedIn()
    const before = await read(username)
    expect(await card.updateInfo({ gender: 1, ...fields })).toMatchObject({
      outcome: 'failed',
      status: 200,
      body: { msg: '更新失败' },
    })
    expect(await read(username)).toEqual(before)
  })

  it('keeps what passes as it was typed', async () => {
    const { card } = await signedIn()
    const typed = { nickname: '韓 梅\u200d梅', signature: 'ｔａｂｏｏｓ 好 字' }
    expect((await card.updateInfo(typed)).outcome).toBe('ok')
    expect(await card.getInfo()).toMatchObject({ body: typed })
  })

  it('modifyPassword refuses a common password, and ends nothing', async () => {
    const { card } = await signedIn()
    expect(
      await card.modifyPassword({ old_pwd: 'right_1', new_pwd: 'Common_1', confirm_pwd: 'Common_1' }),
    ).toMatchObject({ outcome: 'failed', status: 200, body: { msg: '密码修改失败' } })
    expect((await card.getInfo()).outcome).toBe('ok')
    expect((await cardClient(test.url).login({ username, password: 'right_1' })).outcome).toBe('ok')
  })
})

describe('phone', () => {
  it.each([
    ['account', { account: 't.a.b.o.o' }],
    ['name', { name: '坏字' }],
    ['password', { password: 'common_1' }],
    ['password that begins like a comment', { password: '#Hash_1' }],
  ])('register refuses a %s', async (_, fields) => {
    const asked = { account: username, password: 'right_1', name: '小明', ...fields }
    expect(await phoneClient(test.url).register(asked)).toMatchObject({
      outcome: 'failed',
      body: { msg: 'register failure' },
    })
    expect(await exists(asked.account)).toBe(false)
  })

  it('forgetPassword refuses a common password and leaves the code good', async () => {
    const client = phoneClient(test.url)
    await client.sendRegisterCode({ phone_number: phone })
    await client.registerPhone({ phone_number: phone, identifying_code: await codeFor(test.server.core, e164) })
    test.clock.advance(60_000)
    await client.sendResetCode({ phone_number: phone })
    const identifying = await codeFor(test.server.core, e164)
    const reset = (new_password: string, code = identifying) =>
      client.forgetPassword({ phone_number: phone, identifying: code, account: phone, new_password })
    expect((await reset('common_1', '')).outcome).toBe('codeWrong')
    expect(await reset('common_1')).toMatchObject({ outcome: 'badRequest', status: 400 })
    expect((await read(e164)).hasPassword).toBe(false)
    expect((await reset('right_1')).outcome).toBe('ok')
  })
})

describe('social', () => {
  async function withCode() {
    const client = socialClient(test.url)
    await client.sendVerifycode({ phone })
    const verifycode = await codeFor(test.server.core, e164)
    const register = (password: string) => client.register({ phone, password, verifycode })
    return { client, register }
  }

  it('register refuses a common password as a badly formed one and leaves the code good', async () => {
    const { register } = await withCode()
    expect(await register('common123')).toMatchObject({ outcome: 'passwordInvalid', body: { code: '3202' } })
    expect(await exists(e164)).toBe(false)
    expect((await register('right123')).outcome).toBe('ok')
  })

  it('update_info refuses a name, and changes nothing', async () => {
    const { client, register } = await withCode()
    await register('right123')
    await client.login({ user_type: '1', account: phone, password: 'right123' })
    expect(await client.updateInfo({ name: '坏。字', gender: '1' })).toMatchObject({
      outcome: 'badRequest',
      status: 400,
    })
    expect(await read(e164)).toMatchObject({ nickname: null, gender: null })
    expect(await client.updateInfo({ name: '好 字' })).toMatchObject({
      outcome: 'ok',
      body: { data: { name: '好 字' } },
    })
  })

  it('login leaves a provider’s forbidden nickname out', async () => {
    const people = { provider: 'weibo', appId: '202', gender: 'm' } as const
    for (const [token, openid, nickname, name] of [
      ['t1', '1001', '人工客服小壞', ''],
      ['t2', '1002', '小好', '小好'],
    ] as const) {
      providers.admit({ ...people, token, openid, nickname })
      expect(await socialClient(test.url).login({ user_type: '4', openid, token })).toMatchObject({
        outcome: 'ok',
        body: { data: { user_info: { name, gender: 1, is_new_user: 1 } } },
      })
    }
  })
})

describe('token', () => {
  const answer = (data: string) => ({ status: 200, body: { status: false, data } })

  async function withCode() {
    const client = tokenClient(test.url)
    await client.sendRegisterCode({ phone })
    const verify_code = await codeFor(test.server.core, e164)
    return { client, person: { username: `t_${people}`, password: 'right_1', phone, verify_code } }
  }

  it('register refuses a username before it looks at the rest, and leaves the code good', async () => {
    const { client, person } = await withCode()
    for (const wrong of [{}, { password: 'short' }, { phone: '' }, { phone: '1' }, { verify_code: '' }]) {
      expect(await client.register({ ...person, ...wrong, username: '坏字' })).toMatchObject(answer('用户名不合法'))
    }
    expect(await exists(e164)).toBe(false)
    expect((await client.register(person)).outcome).toBe('ok')
  })

  it('register refuses a common password, and leaves the code good', async () => {
    const { client, person } = await withCode()
    const common = await client.register({ ...person, password: 'common_1' })
    expect(common).toMatchObject({ outcome: 'badRequest', status: 400, body: { status: false } })
    expect(await exists(e164)).toBe(false)
    expect((await client.register(person)).outcome).toBe('ok')
  })

  it('check/username says of a forbidden name what it says of a malformed one', async () => {
    expect((await tokenClient(test.url).checkUsername({ username: 'Taboo' })).outcome).toBe('badRequest')
    expect((await tokenClient(test.url).checkUsername({ username: 'taboos' })).outcome).toBe('ok')
  })

  it('statement refuses a signature, and keeps the one before', async () => {
    const { client, person } = await withCode()
    await client.register(person)
    const login = await client.login({ loginName: phone, password: 'right_1' })
    if (login.outcome !== 'ok') throw new Error(login.outcome)
    const { token } = login.body
    expect((await client.setStatement({ token, new_statement: '好 字' })).outcome).toBe('ok')
    expect(await client.setStatement({ token, new_statement: '壞 字' })).toMatchObject(answer('个性签名不合法'))
    expect(await client.getSelf({ token })).toMatchObject({ body: { data: { Statement: '好 字' } } })
  })
})
