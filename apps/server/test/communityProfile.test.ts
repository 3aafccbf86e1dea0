import { createAccount, findAccount, setLevel } from '@acct/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cardClient } from './support/cardDriver.ts'
import { type CommunityWorld, communityWorld, error, minute, passwd } from './support/communityWorld.ts'
import { newDevice } from './support/cookies.ts'
import { encodings } from './support/encodings.ts'
import { messagesTo, otherThan } from './support/inbox.ts'
import { png } from './support/png.ts'

const day = 24 * 60 * minute

describe.each(encodings)('community, called with bodies as %s:', (encoding) => {
  let world: CommunityWorld

  beforeAll(async () => {
    world = await communityWorld(encoding)
  })
  afterAll(() => world.test.stop())

  describe('getOwnInfo', () => {
    it('shows all, and nothing for what was never set', async () => {
      const { somebody, newcomer } = world
      const { id, username, client } = await somebody(0)
      expect(await client.getOwnInfo({})).toMatchObject({
        outcome: 'ok',
        status: 200,
        body: {
          userid: id,
          username,
          name: '',
          phone: '',
          gender: '',
          mail: '',
          level: 0,
          avatar: '',
          birthday: '',
          follows: [
            { group_name: 'special', user_ids: [] },
            { group_name: 'default', user_ids: [] },
          ],
          fans: [],
          error: 0,
        },
      })
      expect(await newcomer().getOwnInfo({})).toMatchObject({ outcome: 'notSignedIn', ...error(1) })
      expect(await client.getOwnInfo({ fans_before: 'x' })).toMatchObject({
        outcome: 'badRequest',
        body: { error: 400 },
      })
    })

    it('shows a number that is claimed elsewhere where none is verified', async () => {
      const { newcomer, test } = world
      const device = newDevice()
      const username = `claims_${encoding.length}`
      const card = cardClient(test.url, device)
      await card.register({ username, password: 'right_123', nickname: '李雷', telephone: '13712340000' })
      const client = newcomer()
      await client.login({ username, passwd: 'right_123' })
      expect(await client.getOwnInfo({})).toMatchObject({ body: { phone: '8613712340000', name: '李雷' } })
    })
  })

  describe('setOwnInfo', () => {
    it('changes what is given, keeps what is not', async () => {
      const { client, username } = await world.somebody()
      const name = '一只😀猫'
      expect(await client.setOwnInfo({ name, gender: 'w', birthday: '2000-02-29' })).toMatchObject({
        outcome: 'ok',
        ...error(0),
      })
      expect(await client.setOwnInfo({ name: '', gender: 'm', username: '', phone: '', mail: '' })).toMatchObject(
        error(0),
      )
      expect(await client.getOwnInfo({})).toMatchObject({
        body: { username, name, gender: 'm', birthday: '2000-02-29', phone: '', mail: '' },
      })
    })

    it('takes a picture, and shows where it is', async () => {
      const { client, id } = await world.somebody()
      const avatar = png(80, 80)
      expect(await client.setOwnInfo({ avatar, name: '有图' })).toMatchObject(error(0))
      const own = await client.getOwnInfo({})
      const url = own.outcome === 'ok' ? own.body.avatar : ''
      expect(url).toMatch(/^http:\/\/localhost:\d+\/files\/[\w-]{43}\.jpg$/)
      expect((await fetch(url.replace(/^http:\/\/[^/]+/, world.test.url))).headers.get('content-type')).toBe(
        'image/jpeg',
      )
      const { client: other } = await world.somebody()
      expect(await other.getUserInfo({ id: String(id) })).toMatchObject({ body: { avatar: url, name: '有图' } })
      for (const broken of [new TextEncoder().encode('no picture'), avatar.slice(0, 40), png(32, 32)]) {
        expect(await client.setOwnInfo({ avatar: broken, name: '无图' })).toMatchObject({
          outcome: 'contentRefused',
          ...error(7),
        })
      }
      expect(await client.getOwnInfo({})).toMatchObject({ body: { avatar: url, name: '有图' } })
    })

    it('sets a first number with its code, another one with the code to the old one as well', async () => {
      const { newcomer, somebody, newPhone, codeTo, test } = world
      const { client, username } = await somebody()
      const elsewhere = newcomer()
      await elsewhere.login({ username, passwd })
      const [first, second] = [newPhone(), newPhone()]
      expect(await client.setOwnInfo({ phone: first, code: await codeTo({ phone: first }) })).toMatchObject(error(0))
      expect(await client.getOwnInfo({})).toMatchObject({ body: { phone: first } })
      expect(await elsewhere.getOwnInfo({})).toMatchObject(error(1))
      const code = await codeTo({ phone: second })
      expect(await client.setOwnInfo({ phone: second, code })).toMatchObject({ outcome: 'codeMissing', ...error(4) })
      const original_code = await codeTo({ phone: first })
      const numbers =
        encoding === 'JSON' ? { code: Number(code), original_code: Number(original_code) } : { code, original_code }
      expect(await client.setOwnInfo({ phone: second, ...numbers })).toMatchObject(error(0))
      expect(await client.getOwnInfo({})).toMatchObject({ body: { phone: second } })
      expect(await newcomer().login({ phone: second, passwd })).toMatchObject(error(0))
      expect(await newcomer().login({ phone: first, passwd })).toMatchObject(error(4))
      const [told] = await messagesTo(test.server.core, `+${first}`)
      expect(told).toMatchObject({ code: null, text: expect.stringContaining('已更换') })
    })

    it('proves an e-mail change by the verified number, and by the e-mail where there is no number', async () => {
      const { reachable, somebody, newEmail, newPhone, codeTo, newcomer } = world
      const { client, phone, email } = await reachable()
      const next = newEmail()
      const code = await codeTo({ email: next })
      const byEmail = await codeTo({ email })
      const wrong = { mail: next, code, original_code: byEmail }
      expect(await client.setOwnInfo(wrong)).toMatchObject({ outcome: 'codeExpired', ...error(6) })
      expect(await client.setOwnInfo({ mail: next, code, original_code: await codeTo({ phone }) })).toMatchObject(
        error(0),
      )
      expect(await newcomer().login({ email: next, passwd })).toMatchObject(error(0))
      const { client: other } = await somebody()
      const [address, number] = [newEmail(), newPhone()]
      // `email` is as good as `mail`.
      expect(await other.setOwnInfo({ email: address, code: await codeTo({ email: address }) })).toMatchObject(error(0))
      const original_code = await codeTo({ email: address })
      expect(
        await other.setOwnInfo({ phone: number, code: await codeTo({ phone: number }), original_code }),
      ).toMatchObject(error(0))
      expect(await other.getOwnInfo({})).toMatchObject({ body: { phone: number, mail: address } })
    })

    it('answers in the order of its table', async () => {
      const { newcomer, reachable, newPhone, newEmail, codeTo } = world
      const { client, phone, username, email } = await reachable()
      const taken = await reachable()
      const [next, mail] = [newPhone(), newEmail()]
      expect(await newcomer().setOwnInfo({ name: '李雷' })).toMatchObject({ outcome: 'notSignedIn', ...error(1) })
      expect(await newcomer().setOwnInfo({})).toMatchObject(error(1))
      for (const nothing of [{}, { username: '', name: '', mail: '' }, { code: '123456', original_code: '123456' }]) {
        expect(await client.setOwnInfo(nothing)).toMatchObject({ outcome: 'nothingGiven', ...error(2) })
      }
      expect(await client.setOwnInfo({ phone: next, mail, name: '' })).toMatchObject({
        outcome: 'moreThanOne',
        ...error(3),
      })
      expect(await client.setOwnInfo({ phone: 'x', email: 'y', username: 'a b' })).toMatchObject(error(3))
      const bad = { username: 'with space', gender: 'x' }
      for (const codes of [{}, { code: '1' }, { original_code: '1' }, { code: '', original_code: '' }]) {
        expect(await client.setOwnInfo({ phone: next, ...bad, ...codes })).toMatchObject({
          outcome: 'codeMissing',
          ...error(4),
        })
      }
      const code = await codeTo({ phone: next })
      const original_code = await codeTo({ phone })
      for (const codes of [
        { code: otherThan(code), original_code },
        { code, original_code: otherThan(original_code) },
      ]) {
        expect(await client.setOwnInfo({ phone: next, ...bad, ...codes })).toMatchObject({
          outcome: 'codeWrong',
          ...error(5),
        })
      }
      expect(await client.setOwnInfo({ phone: newPhone(), ...bad, code, original_code })).toMatchObject({
        outcome: 'codeExpired',
        ...error(6),
      })
      expect(await client.setOwnInfo({ phone: '1', ...bad, code, original_code })).toMatchObject(error(6))
      for (const refused of [
        { username: 'with space' },
        { username: '13712345678' },
        { name: '名'.repeat(65) },
        { gender: 'x' },
        { gender: 'M' },
        { birthday: '2001-02-29' },
        { birthday: '2000-1-1' },
        { birthday: '1899-12-31' },
        { birthday: '2126-06-15' },
        { birthday: '2000-01-01T00:00:00Z' },
      ]) {
        expect(await client.setOwnInfo(refused), JSON.stringify(refused)).toMatchObject({
          outcome: 'contentRefused',
          ...error(7),
        })
        expect(await client.setOwnInfo({ phone: next, code, original_code, ...refused })).toMatchObject(error(7))
      }
      expect(await client.setOwnInfo({ username: taken.username })).toMatchObject({ outcome: 'taken', ...error(8) })
      const codeOfTaken = await codeTo({ phone: taken.phone })
      expect(
        await client.setOwnInfo({ phone: taken.phone, code: codeOfTaken, original_code, name: '新名' }),
      ).toMatchObject(error(8))
      const emailOfTaken = await codeTo({ email: taken.email })
      expect(await client.setOwnInfo({ mail: taken.email, code: emailOfTaken, original_code })).toMatchObject(error(8))
      expect(await client.setOwnInfo({ phone: next, code, original_code, username: taken.username })).toMatchObject(
        error(8),
      )
      // Nothing of all that was changed or used up.
      expect(await client.getOwnInfo({})).toMatchObject({
        body: { username, phone, mail: email, name: '', gender: '' },
      })
      expect(await client.setOwnInfo({ phone: next, code, original_code, name: '新名' })).toMatchObject(error(0))
      expect(await client.getOwnInfo({})).toMatchObject({ body: { phone: next, name: '新名' } })
    })

    it('changes a number three times in 30 days; the first one does not count', async () => {
      const { somebody, newPhone, codeTo, test } = world
      const { client, id } = await somebody()
      let phone = newPhone()
      expect(await client.setOwnInfo({ phone, code: await codeTo({ phone }) })).toMatchObject(error(0))
      const change = async () => {
        const next = newPhone()
        const codes = { code: await codeTo({ phone: next }), original_code: await codeTo({ phone }) }
        const answer = await client.setOwnInfo({ phone: next, name: '换号', ...codes })
        if (answer.outcome === 'ok') phone = next
        return answer
      }
      for (let times = 1; times <= 3; times++) expect(await change()).toMatchObject(error(0))
      expect(await change()).toMatchObject({ outcome: 'phoneChangedTooOften', ...error(9) })
      expect(await findAccount(test.server.core, { who: String(id) })).toMatchObject({
        account: { phone: `+${phone}` },
      })
      // A session lives for 30 days at most and 7 without use.
      for (let week = 0; week < 4; week++) {
        test.clock.advance(7 * day - 10 * minute)
        await client.getOwnInfo({})
      }
      expect(await change()).toMatchObject(error(9))
      test.clock.advance(2 * day + 60 * minute)
      await client.login({ phone, passwd })
      expect(await change()).toMatchObject(error(0))
    })
  })

  describe('getUserInfo', () => {
    it('is for callers of a level above 0, and says in its own order what is wrong', async () => {
      const { newcomer, somebody, test } = world
      const { id } = await somebody()
      const beginner = await somebody(0)
      for (const given of [String(id), '1', 'x', '', undefined]) {
        expect(await newcomer().getUserInfo({ id: given })).toMatchObject({ outcome: 'notSignedIn', ...error(4) })
        expect(await beginner.client.getUserInfo({ id: given })).toMatchObject({ outcome: 'levelTooLow', ...error(3) })
      }
      await setLevel(test.server.core, { accountId: beginner.id, level: 1 })
      for (const malformed of [
        'x',
        '',
        undefined,
        '-1',
        -1,
        1.5,
        '1.5',
        0,
        '0',
        '01',
        1e17,
        '99999999999999999',
        ` ${id}`,
      ]) {
        expect(await beginner.client.getUserInfo({ id: malformed })).toMatchObject({
          outcome: 'idInvalid',
          ...error(1),
        })
      }
      expect(await beginner.client.getUserInfo({ id: '1' })).toMatchObject({ outcome: 'idMissing', ...error(2) })
      for (const known of [String(id), id]) {
        expect(await beginner.client.getUserInfo({ id: known })).toMatchObject({ outcome: 'ok' })
      }
    })

    it('shows an account as its fields stand in the document', async () => {
      const { somebody } = world
      const { id, username } = await somebody()
      const { client } = await somebody()
      const answer = await client.getUserInfo({ id: String(id) })
      expect(answer.outcome === 'ok' && JSON.stringify(answer.body)).toBe(
        `{"username":"${username}","name":"","phone":"","gender":"","mail":"","level":1,"avatar":"","birthday":"","follows":[],"fans":[],"error":0}`,
      )
    })
  })
})

describe('community, by GET', () => {
  let world: CommunityWorld

  beforeAll(async () => {
    world = await communityWorld()
  })
  afterAll(() => world.test.stop())

  const call = async (method: string, path: string, token?: string) => {
    const headers = token ? { cookie: `acct_session=${token}` } : {}
    const response = await fetch(`${world.test.url}/community/api/user/${path}`, { method, headers })
    const text = await response.text()
    return {
      status: response.status,
      body: text === '' ? null : JSON.parse(text),
      allow: response.headers.get('allow'),
    }
  }

  it('the reading routes answer, their fields in the query', async () => {
    const { test, newPhone } = world
    const [username, phone] = ['by_get', newPhone()]
    await createAccount(test.server.core, { username, password: passwd, phone: `+${phone}`, level: 1 })
    const device = newDevice()
    const login = await device.fetch(`${test.url}/community/api/user/login`, {
      method: 'POST',
      body: new URLSearchParams({ username, passwd }),
    })
    expect(await login.json()).toEqual({ error: 0 })
    const token = device.sessionCookie()
    expect(await call('GET', `verify-account?username=${username}`)).toMatchObject({ status: 200, body: { error: 2 } })
    expect(await call('GET', `verify-account?phone=${phone}`)).toMatchObject({ body: { error: 2 } })
    expect(await call('GET', 'verify-account')).toMatchObject({ body: { error: 1 } })
    expect(await call('GET', 'verify-account?username=a&username=b')).toMatchObject({
      status: 400,
      body: { error: 400 },
    })
    const own = await call('GET', 'get-own-info', token)
    expect(own).toMatchObject({ status: 200, body: { username, phone, error: 0 } })
    expect(await call('POST', 'get-own-info', token)).toEqual(own)
    expect(await call('GET', `get-user-info?id=${own.body.userid}`, token)).toMatchObject({ body: { username } })
    expect(await call('GET', 'get-user-info?id=x', token)).toMatchObject({ body: { error: 1 } })
    expect(await call('GET', 'get-user-info?id=1')).toMatchObject({ body: { error: 4 } })
    expect(await call('GET', 'get-user-homepage-privacy-settings', token)).toMatchObject({
      body: {
        is_display_phone: false,
        is_display_mail: false,
        is_display_birthday: false,
        is_display_fans: false,
        error: 0,
      },
    })
  })

  it('the others do not, and nothing answers HEAD', async () => {
    for (const path of ['login', 'logout', 'get-passwd', 'dropout', 'set-own-info', 'add-follow']) {
      expect(await call('GET', path)).toMatchObject({ status: 405, body: { error: 405 }, allow: 'POST' })
    }
    expect(await call('HEAD', 'get-own-info')).toMatchObject({ status: 405, allow: 'POST, GET' })
    expect(await call('PUT', 'get-own-info')).toMatchObject({ status: 405, body: { error: 405 }, allow: 'POST, GET' })
    expect(await call('POST', 'nothing')).toMatchObject({ status: 404, body: { error: 404 } })
  })
})
