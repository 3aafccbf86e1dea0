import { createAccount } from '@acct/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardClient } from './support/cardDriver.ts'
import { newDevice } from './support/cookies.ts'
import { encodings, sentAs } from './support/encodings.ts'
import { startTestServer, type TestServer } from './support/server.ts'

describe.each(encodings)('card, called with bodies as %s:', (encoding) => {
  let test: TestServer
  let people = 0

  beforeAll(async () => {
    test = await startTestServer()
  })
  afterAll(() => test.stop())

  const newcomer = (device = newDevice()) => cardClient(test.url, { ...device, fetch: sentAs(encoding, device.fetch) })

  /** A registered person, signed in on a device of their own. */
  async function person() {
    people += 1
    const username = `card_${people}`
    const device = newDevice()
    const card = newcomer(device)
    await card.register({ username, password: 'right_1', nickname: '李雷', telephone: '13812345678' })
    await card.login({ username, password: 'right_1' })
    return { username, card, device }
  }

  async function infoOf(card: ReturnType<typeof newcomer>) {
    const info = await card.getInfo()
    if (info.outcome !== 'ok') throw new Error(info.outcome)
    return info.body
  }

  describe('register', () => {
    const good = { password: 'right_1', nickname: '李雷', telephone: '13812345678' }

    it.each([
      ['one character', { username: 'a' }],
      ['twenty characters', { username: 'abcdefghij_123456789' }],
      ['a password of one character', { username: 'b1', password: '_' }],
      ['a password of twenty', { username: 'b2', password: 'Z'.repeat(20) }],
      ['a nickname of any characters', { username: 'b3', nickname: '<b>😀 "\'\\\t名' }],
      ['a nickname of twenty code points', { username: 'b4', nickname: '😀'.repeat(20) }],
      ['a number that others claim too', { username: 'b5' }],
    ])('takes %s', async (_, fields) => {
      const card = newcomer()
      expect(await card.register({ ...good, ...fields })).toMatchObject({ outcome: 'ok', body: { msg: '注册成功' } })
      expect((await card.getInfo()).outcome).toBe('failed')
      const password = 'password' in fields ? fields.password : good.password
      expect((await card.login({ username: fields.username, password })).outcome).toBe('ok')
      const nickname = 'nickname' in fields ? fields.nickname : good.nickname
      expect(await infoOf(card)).toMatchObject({ username: fields.username, nickname, telephone: '13812345678' })
    })

    it.each([
      ['no username', { username: undefined }],
      ['null as a username', { username: null }],
      ['an empty username', { username: '' }],
      ['a username of 21', { username: 'a'.repeat(21) }],
      ['a username with a blank', { username: ' abc' }],
      ['a username with a line end', { username: 'abc\n' }],
      ['a Chinese username', { username: '李雷' }],
      ['a username in full width', { username: 'ａｂｃ' }],
      ['a username that is a phone number', { username: '13812345678' }],
      ['no password', { password: undefined }],
      ['an empty password', { password: '' }],
      ['a password of 21', { password: 'a'.repeat(21) }],
      ['a password with a hyphen', { password: 'a-b' }],
      ['no nickname', { nickname: undefined }],
      ['an empty nickname', { nickname: '' }],
      ['a nickname of 21', { nickname: '名'.repeat(21) }],
      ['no telephone', { telephone: undefined }],
      ['ten digits', { telephone: '1381234567' }],
      ['twelve digits', { telephone: '138123456789' }],
      ['a number that is no mobile', { telephone: '01012345678' }],
      ['a number of no carrier', { telephone: '12312345678' }],
      ['a number in E.164', { telephone: '+8613812345678' }],
      ['a number in full-width digits', { telephone: '１３８１２３４５６７８' }],
    ])('refuses %s', async (_, fields) => {
      const person = { username: 'refused_one', ...good, ...fields }
      expect(await newcomer().register(person)).toMatchObject({
        outcome: 'failed',
        status: 200,
        body: { msg: '注册失败' },
      })
      expect((await newcomer().login({ username: 'refused_one', password: 'right_1' })).outcome).toBe(
        'invalidCredentials',
      )
    })

    it('refuses a taken username in any spelling', async () => {
      await newcomer().register({ username: 'taken_name', ...good })
      expect((await newcomer().register({ username: 'TAKEN_name', ...good })).outcome).toBe('failed')
    })
  })

  describe('login and logout', () => {
    it('answers as documented', async () => {
      const { username, card } = await person()
      expect(await card.login({ username, password: 'right_1' })).toMatchObject({
        status: 200,
        body: { msg: '登录成功' },
      })
      expect(await card.logout()).toMatchObject({ outcome: 'ok', status: 200, body: { msg: '成功退出登录' } })
      expect(await card.logout()).toMatchObject({ outcome: 'notSignedIn', body: { msg: '登出失败，请检查登录状态' } })
    })

    it.each([
      ['no such account', { username: 'nobody_here', password: 'right_1' }],
      ['no username', { password: 'right_1' }],
      ['no password', { username: 'card_1' }],
      ['a username that breaks the format', { username: '李雷', password: 'right_1' }],
      ['a password of 129 bytes', { username: 'card_1', password: 'a'.repeat(129) }],
    ])('refuses %s', async (_, credentials) => {
      const answer = await newcomer().login(credentials)
      expect(answer).toMatchObject({ outcome: 'invalidCredentials', status: 200, body: { msg: '用户名或密码错误' } })
      expect(answer.headers?.has('set-cookie')).toBe(false)
    })

    it('compares the whole password, and only with what was set', async () => {
      const { accountId } = (await createAccount(test.server.core, {
        username: 'long_one',
        password: 'é'.repeat(64),
      })) as {
        accountId: number
      }
      expect(accountId).toBeGreaterThan(0)
      expect((await newcomer().login({ username: 'long_one', password: 'é'.repeat(63) })).outcome).toBe(
        'invalidCredentials',
      )
      expect((await newcomer().login({ username: 'long_one', password: 'é'.repeat(64) })).outcome).toBe('ok')
    })

    it('never logs in to an account without a password', async () => {
      await createAccount(test.server.core, { username: 'no_password' })
      expect((await newcomer().login({ username: 'no_password', password: '' })).outcome).toBe('invalidCredentials')
      expect((await newcomer().login({ username: 'no_password', password: 'x' })).outcome).toBe('invalidCredentials')
    })
  })

  describe('modifyPassword', () => {
    it.each([
      ['the old one is wrong', { old_pwd: 'wrong', new_pwd: 'next_1', confirm_pwd: 'next_1' }],
      ['the old one is missing', { new_pwd: 'next_1', confirm_pwd: 'next_1' }],
      ['the new one is missing', { old_pwd: 'right_1' }],
      ['the new one is malformed', { old_pwd: 'right_1', new_pwd: 'a b', confirm_pwd: 'a b' }],
      ['the new one is too long', { old_pwd: 'right_1', new_pwd: 'a'.repeat(21), confirm_pwd: 'a'.repeat(21) }],
      ['the two differ', { old_pwd: 'right_1', new_pwd: 'next_1', confirm_pwd: 'next_2' }],
      ['the confirmation is missing', { old_pwd: 'right_1', new_pwd: 'next_1' }],
    ])('changes nothing when %s', async (_, passwords) => {
      const { username, card } = await person()
      expect(await card.modifyPassword(passwords)).toMatchObject({ outcome: 'failed', body: { msg: '密码修改失败' } })
      expect((await newcomer().login({ username, password: 'right_1' })).outcome).toBe('ok')
    })

    it('changes it, and hands out a fresh session', async () => {
      const { card, device } = await person()
      const before = device.sessionCookie()
      const answer = await card.modifyPassword({ old_pwd: 'right_1', new_pwd: 'next_1', confirm_pwd: 'next_1' })
      expect(answer).toMatchObject({ outcome: 'ok', body: { msg: '密码修改成功' } })
      expect(device.sessionCookie()).not.toBe(before)
      expect((await card.getInfo()).outcome).toBe('ok')
      const old = await fetch(`${test.url}/card/user/getInfo`, {
        method: 'POST',
        headers: { cookie: `acct_session=${before}` },
      })
      expect(await old.json()).toEqual({ msg: '获取信息失败' })
    })

    it('needs a session', async () => {
      const passwords = { old_pwd: 'right_1', new_pwd: 'next_1', confirm_pwd: 'next_1' }
      expect((await newcomer().modifyPassword(passwords)).outcome).toBe('failed')
    })
  })

  describe('getInfo and updateInfo', () => {
    it('shows what was never set as null', async () => {
      const { username, card } = await person()
      const info = await card.getInfo()
      expect(info.body).toEqual({
        avatar: '/files/default-avatar.png',
        nickname: '李雷',
        username,
        gender: null,
        age: null,
        birthday: null,
        telephone: '13812345678',
        signature: '',
      })
    })

    it('shows an account that came from elsewhere', async () => {
      await createAccount(test.server.core, { phone: '+14155552671', password: 'right_1' })
      const card = newcomer()
      await card.login({ username: '+14155552671', password: 'right_1' })
      expect(await infoOf(card)).toMatchObject({ username: null, nickname: null, telephone: '+14155552671' })
    })

    it('needs a session', async () => {
      expect(await newcomer().getInfo()).toMatchObject({ outcome: 'failed', body: { msg: '获取信息失败' } })
      expect(await newcomer().updateInfo({ signature: 'x' })).toMatchObject({
        outcome: 'failed',
        body: { msg: '更新失败' },
      })
    })

    it.each([
      ['gender', true, true],
      ['gender', false, false],
      ['gender', 1, true],
      ['gender', 0, false],
      ['gender', '1', true],
      ['gender', '0', false],
      ['signature', '', ''],
      ['signature', '签'.repeat(100), '签'.repeat(100)],
      ['signature', ' as typed ', ' as typed '],
      ['nickname', '😀', '😀'],
      ['birthday', '2000-02-29', '2000-02-29T00:00:00+08:00'],
      ['birthday', '1900-01-01', '1900-01-01T00:00:00+08:00'],
      ['birthday', '1988-07-01', '1988-07-01T00:00:00+08:00'],
      ['birthday', '2000-01-01T08:00:00Z', '2000-01-01T16:00:00+08:00'],
      ['birthday', '2000-01-01 08:00:00', '2000-01-01T08:00:00+08:00'],
      ['birthday', '2026-06-15', '2026-06-15T00:00:00+08:00'],
      ['avatar', '/files/default-avatar.png', '/files/default-avatar.png'],
    ])('keeps %s %s', async (field, given, shown) => {
      const { card } = await person()
      expect(await card.updateInfo({ [field]: given })).toMatchObject({ outcome: 'ok', body: { msg: '更新成功' } })
      expect(await infoOf(card)).toMatchObject({ [field]: shown })
    })

    it.each([
      ['nothing', {}],
      ['nothing but null', { nickname: null }],
      ['a gender that is neither', { gender: 2 }],
      ['an empty gender', { gender: '' }],
      ['a gender in words', { gender: '男' }],
      ['an empty nickname', { nickname: '' }],
      ['a nickname of 21', { nickname: '名'.repeat(21) }],
      ['a signature of 101', { signature: '签'.repeat(101) }],
      ['a birthday that does not exist', { birthday: '2001-02-29' }],
      ['a birthday in the future', { birthday: '2026-06-16' }],
      ['a birthday before 1900', { birthday: '1899-12-31' }],
      ['an empty birthday', { birthday: '' }],
      ['a birthday in words', { birthday: 'yesterday' }],
      ['a foreign picture', { avatar: 'https://evil.example/x.png' }],
      ['a picture that was never given', { avatar: '/files/aaaaaaaaaaaaaaaaaaaaaa.png' }],
      ['a path that climbs', { avatar: '/files/../acct.db' }],
      ['an empty picture', { avatar: '' }],
      ['a username of 21', { username: 'a'.repeat(21) }],
      ['an empty username', { username: '' }],
      ['a username that is a phone number', { username: '13912345678' }],
    ])('refuses %s, and changes nothing', async (_, fields) => {
      const { card } = await person()
      const before = await infoOf(card)
      expect(await card.updateInfo(fields)).toMatchObject({ outcome: 'failed', body: { msg: '更新失败' } })
      expect(await infoOf(card)).toEqual(before)
    })

    it('changes all or nothing', async () => {
      const { card } = await person()
      const before = await infoOf(card)
      const good = { nickname: '韩梅梅', gender: true, signature: 'changed', birthday: '2000-01-01' }
      for (const bad of [
        { username: 'card_1' },
        { avatar: '/files/aaaaaaaaaaaaaaaaaaaaaa.png' },
        { birthday: '2030-01-01' },
      ]) {
        expect((await card.updateInfo({ ...good, ...bad })).outcome).toBe('failed')
        expect(await infoOf(card)).toEqual(before)
      }
      expect((await card.updateInfo(good)).outcome).toBe('ok')
      expect(await infoOf(card)).toMatchObject({ nickname: '韩梅梅', gender: true, signature: 'changed', age: 26 })
    })

    it('takes no picture of somebody else', async () => {
      const [one, other] = [await person(), await person()]
      const given = new URL(String((await one.card.createQR()).headers?.get('content-location'))).pathname
      expect((await other.card.updateInfo({ avatar: given })).outcome).toBe('failed')
      expect((await one.card.updateInfo({ avatar: given })).outcome).toBe('ok')
      expect((await infoOf(one.card)).avatar).toBe(given)
    })

    it('counts age in whole years on today’s date in Shanghai', async () => {
      const { card } = await person()
      const ages: [string, number][] = [
        ['2000-06-15', 26],
        ['2000-06-16', 25],
        ['2026-06-15', 0],
        ['1900-01-01', 126],
      ]
      for (const [birthday, age] of ages) {
        await card.updateInfo({ birthday })
        expect((await infoOf(card)).age).toBe(age)
      }
    })
  })

  describe('changeTelNum', () => {
    it('keeps a claim', async () => {
      const { card } = await person()
      expect(await card.changeTelNum({ telephone: '13912345678' })).toMatchObject({ body: { msg: '手机号更新成功' } })
      expect((await infoOf(card)).telephone).toBe('13912345678')
    })

    it.each(['', '1391234567', '139123456789', '12312345678', '+8613912345678', 'abc'])(
      'refuses %j',
      async (telephone) => {
        const { card } = await person()
        expect(await card.changeTelNum({ telephone })).toMatchObject({
          outcome: 'failed',
          body: { msg: '手机号更新失败' },
        })
        expect((await infoOf(card)).telephone).toBe('13812345678')
      },
    )

    it('needs a session and a number', async () => {
      expect((await newcomer().changeTelNum({ telephone: '13912345678' })).outcome).toBe('failed')
      expect((await (await person()).card.changeTelNum({})).outcome).toBe('failed')
    })
  })

  describe('createQR', () => {
    it('makes a code as PNG and SVG, the same each time, readable by whoever has it', async () => {
      const { card } = await person()
      const answer = await card.createQR()
      expect(answer).toMatchObject({ outcome: 'ok', body: { msg: '生成二维码成功' } })
      const location = new URL(String(answer.headers?.get('content-location')))
      expect(location.pathname).toMatch(/^\/files\/[\w-]{22,}\.png$/)
      expect((await card.createQR()).headers?.get('content-location')).toBe(location.href)

      const png = await fetch(`${test.url}${location.pathname}`)
      expect(png.headers.get('content-type')).toBe('image/png')
      expect(png.headers.get('x-content-type-options')).toBe('nosniff')
      expect(
        Buffer.from(await png.arrayBuffer())
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG')
      const svg = await fetch(`${test.url}${location.pathname.replace(/png$/, 'svg')}`)
      expect(svg.headers.get('content-type')).toBe('image/svg+xml')
      expect(await svg.text()).toContain('<svg')
    })

    it('needs a session', async () => {
      expect(await newcomer().createQR()).toMatchObject({ outcome: 'failed', body: { msg: '生成二维码失败' } })
    })
  })
})
