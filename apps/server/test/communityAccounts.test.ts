import { findAccount, lockAccount } from '@acct/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommunityWorld, communityWorld, error, minute, passwd } from './support/communityWorld.ts'
import { encodings } from './support/encodings.ts'
import { messagesTo, otherThan } from './support/inbox.ts'

describe.each(encodings)('community, called with bodies as %s:', (encoding) => {
  let world: CommunityWorld

  beforeAll(async () => {
    world = await communityWorld(encoding, { ACCT_LIMIT_LOOKUPS_PER_HOUR: '0' })
  })
  afterAll(() => world.test.stop())

  const account = (who: string) => findAccount(world.test.server.core, { who })

  describe('verifyAccount', () => {
    it('tells who has an account by exactly one of name, e-mail and number', async () => {
      const { newcomer, reachable, newPhone, newEmail } = world
      const { username, phone, email } = await reachable()
      const client = newcomer()
      for (const known of [{ username: username.toUpperCase() }, { phone }, { email: email.toUpperCase() }]) {
        expect(await client.verifyAccount(known)).toMatchObject({ outcome: 'registered', ...error(2) })
      }
      for (const free of [{ username: 'free_one' }, { phone: newPhone() }, { email: newEmail() }]) {
        expect(await client.verifyAccount(free)).toMatchObject({ outcome: 'ok', ...error(0) })
      }
      for (const several of [{}, { username: '' }, { username, phone }, { username, phone, email }, { phone, email }]) {
        expect(await client.verifyAccount(several)).toMatchObject({ outcome: 'notExactlyOne', ...error(1) })
      }
      expect(await client.verifyAccount({ username, phone: '', email: '' })).toMatchObject(error(2))
    })

    it('says of what nobody can have that nobody has it', async () => {
      for (const none of [{ phone: '13812345678901234' }, { phone: '+8613912345678' }, { email: 'x' }]) {
        expect(await world.newcomer().verifyAccount(none)).toMatchObject(error(0))
      }
    })
  })

  describe('login', () => {
    it('by each name of the account, in the order of its table', async () => {
      const { newcomer, reachable } = world
      const { username, phone, email } = await reachable()
      for (const name of [{ username }, { username: username.toUpperCase() }, { phone }, { email }]) {
        const client = newcomer()
        expect(await client.login({ ...name, passwd: 'wrong_123' })).toMatchObject(error(3))
        expect(await client.login(name)).toMatchObject(error(3))
        expect(await client.login({ ...name, passwd })).toMatchObject({ outcome: 'ok', ...error(0) })
        expect(await client.login({ ...name, passwd })).toMatchObject({ outcome: 'alreadySignedIn', ...error(1) })
        expect(await client.login({ username, phone })).toMatchObject(error(1))
      }
      const client = newcomer()
      for (const several of [
        { username, phone },
        { username: 'x', email },
        { phone, email },
      ]) {
        expect(await client.login({ ...several, passwd })).toMatchObject({ outcome: 'moreThanOne', ...error(2) })
      }
      for (const unknown of [
        {},
        { username: '' },
        { username: 'nobody_1' },
        { phone: '8613700000000' },
        { email: 'x' },
      ]) {
        expect(await client.login({ ...unknown, passwd })).toMatchObject({ outcome: 'notRegistered', ...error(4) })
      }
    })

    it('takes each name in its own field only', async () => {
      const { newcomer, reachable } = world
      const { username, phone, email } = await reachable()
      for (const misplaced of [
        { username: phone },
        { username: `+${phone}` },
        { username: email },
        { email: username },
        { phone: username },
        { phone: `+${phone}` },
        { phone: phone.slice(2) },
      ]) {
        expect(await newcomer().login({ ...misplaced, passwd })).toMatchObject(error(4))
      }
    })

    it('says of a locked account what it says of a wrong password', async () => {
      const { newcomer, somebody, test } = world
      const { id, username } = await somebody()
      await lockAccount(test.server.core, { accountId: id })
      expect(await newcomer().login({ username, passwd })).toMatchObject({ outcome: 'passwordWrong', ...error(3) })
    })
  })

  describe('signup', () => {
    it('with a name signs the new account in', async () => {
      const client = world.newcomer()
      const username = `新人_${encoding.length}`
      expect(await client.signup({ username, passwd })).toMatchObject({ outcome: 'ok', ...error(0) })
      expect(await client.getOwnInfo({})).toMatchObject({ body: { username, level: 0, error: 0 } })
      expect(await client.signup({ username: 'another', passwd })).toMatchObject({
        outcome: 'alreadySignedIn',
        ...error(1),
      })
      expect((await account('another')).kind).toBe('none')
    })

    it('with a number or an e-mail proves it by its code', async () => {
      const { newcomer, newPhone, newEmail, codeTo } = world
      for (const address of [{ phone: newPhone() }, { email: newEmail() }]) {
        const client = newcomer()
        const asked = { ...address, passwd }
        expect(await client.signup(asked)).toMatchObject({ outcome: 'codeWrong', ...error(5) })
        expect(await client.signup({ ...asked, code: '123456' })).toMatchObject({ outcome: 'codeExpired', ...error(6) })
        const code = await codeTo(address)
        expect(await client.signup({ ...asked, code: '' })).toMatchObject(error(5))
        expect(await client.signup({ ...asked, code: otherThan(code) })).toMatchObject(error(5))
        expect(await client.signup({ ...asked, code: encoding === 'JSON' ? Number(code) : code })).toMatchObject(
          error(0),
        )
        const who = 'phone' in address ? `+${address.phone}` : address.email
        expect(await account(who)).toMatchObject({ account: { hasPassword: true, sessions: 1 } })
        expect(await newcomer().login(asked)).toMatchObject(error(0))
        expect(await newcomer().signup({ ...asked, code })).toMatchObject(error(6))
      }
    })

    it('tells that an address is taken after the right code only, which stays good', async () => {
      const { newcomer, reachable, codeTo } = world
      const { phone, email } = await reachable()
      for (const address of [{ phone }, { email }]) {
        const code = await codeTo(address)
        const client = newcomer()
        expect(await client.signup({ ...address, passwd, code: otherThan(code) })).toMatchObject(error(5))
        expect(await client.signup({ ...address, passwd, code })).toMatchObject({
          outcome: 'identifierRefused',
          ...error(2),
        })
        expect(await newcomer().changePasswd({ ...address, passwd, smscode: code })).toMatchObject(error(0))
      }
    })

    it('answers in the order of its table', async () => {
      const { newcomer, reachable, newPhone, newEmail } = world
      const { username } = await reachable()
      const client = newcomer()
      const [phone, email] = [newPhone(), newEmail()]
      const refused = [
        {},
        { username: '' },
        { username: username.toUpperCase() },
        { username: 'with space' },
        { username: 'a@b' },
        { username: phone },
        { username: '名'.repeat(65) },
        { phone: `+${phone}` },
        { phone: phone.slice(2) },
        { phone: '8657188888888' },
        { email: 'li.lei@' },
        { email: '李雷@example.com' },
        { username: 'fine', email: 'li.lei@' },
        { username, email },
        { phone: '1', email },
      ]
      for (const names of refused) {
        for (const given of [{ passwd }, { passwd: 'short' }, {}]) {
          expect(await client.signup({ ...names, ...given }), JSON.stringify(names)).toMatchObject({
            outcome: 'identifierRefused',
            ...error(2),
          })
        }
      }
      for (const malformed of [undefined, '', '12345', '密'.repeat(65), '密'.repeat(43), 'x'.repeat(65)]) {
        for (const names of [{ username: 'fine' }, { phone }, { phone, email }]) {
          expect(await client.signup({ ...names, passwd: malformed, code: '1' })).toMatchObject({
            outcome: 'passwordInvalid',
            ...error(3),
          })
        }
      }
      for (const several of [
        { username: 'fine', phone },
        { phone, email },
        { username: 'fine', phone, email },
      ]) {
        expect(await client.signup({ ...several, passwd })).toMatchObject({ outcome: 'moreThanOne', ...error(4) })
      }
      expect((await account('fine')).kind).toBe('none')
      for (const wellFormed of ['密密密密密密', '密'.repeat(42), 'x'.repeat(64), '      ']) {
        expect(
          await newcomer().signup({ username: `pw_${wellFormed.length}_${wellFormed[0] === ' '}`, passwd: wellFormed }),
        ).toMatchObject(error(0))
      }
    })

    it('a name of 64 characters is a name', async () => {
      const username = '名'.repeat(63) + String.fromCodePoint(0x2f81a)
      expect(await world.newcomer().signup({ username, passwd })).toMatchObject(error(0))
      expect(await world.newcomer().login({ username, passwd })).toMatchObject(error(0))
    })
  })

  describe('codes', () => {
    it('are sent to every well-formed address, whether or not it has an account', async () => {
      const { newcomer, reachable, newPhone, newEmail, test } = world
      const { phone, email } = await reachable()
      for (const to of [phone, newPhone(), '447911123456']) {
        expect(await newcomer().requestSmsCode({ phone: to })).toMatchObject({ outcome: 'ok', ...error(0) })
        expect(await messagesTo(test.server.core, `+${to}`)).toMatchObject([
          { scope: 'community', code: expect.stringMatching(/^\d{6}$/) },
        ])
        const again = await newcomer().requestSmsCode({ phone: to })
        expect(again).toMatchObject({ outcome: 'tooOften', ...error(3) })
        expect(again.outcome === 'tooOften' && again.headers.get('retry-after')).toBe('60')
      }
      for (const to of [email, newEmail()]) {
        expect(await newcomer().requestEmailCode({ email: to })).toMatchObject({ outcome: 'ok', ...error(0) })
        expect(await newcomer().requestEmailCode({ email: to.toUpperCase() })).toMatchObject({
          outcome: 'tooOften',
          ...error(3),
        })
        expect(await messagesTo(test.server.core, to)).toMatchObject([{ scope: 'community' }])
      }
    })

    it('are sent to nothing else', async () => {
      const client = world.newcomer()
      for (const phone of ['1', 'abc', '+8613912345678', '13912345678', '08613912345678', '8657188888888']) {
        expect(await client.requestSmsCode({ phone })).toMatchObject({ outcome: 'phoneInvalid', ...error(1) })
      }
      for (const email of ['x', 'x@', '@example.com', 'x@example', 'x y@example.com']) {
        expect(await client.requestEmailCode({ email })).toMatchObject({ outcome: 'emailInvalid', ...error(1) })
      }
      for (const phone of [undefined, null, '']) {
        expect(await client.requestSmsCode({ phone })).toMatchObject({ outcome: 'phoneMissing', ...error(2) })
      }
      for (const email of [undefined, null, '']) {
        expect(await client.requestEmailCode({ email })).toMatchObject({ outcome: 'emailMissing', ...error(2) })
      }
    })
  })

  describe('loginSignupSms', () => {
    it('opens an account, then signs in to it', async () => {
      const { newcomer, newPhone, codeTo } = world
      const phone = newPhone()
      const first = newcomer()
      expect(await first.loginSignupSms({ phone, smscode: await codeTo({ phone }) })).toMatchObject({
        outcome: 'ok',
        ...error(0),
      })
      const own = await first.getOwnInfo({})
      expect(own).toMatchObject({ body: { phone, username: '', level: 0 } })
      const second = newcomer()
      const smscode = await codeTo({ phone })
      expect(await second.loginSignupSms({ phone, smscode })).toMatchObject(error(0))
      const again = await second.getOwnInfo({})
      expect(again.outcome === 'ok' && own.outcome === 'ok' && again.body.userid === own.body.userid).toBe(true)
      expect(await second.loginSignupSms({ phone, smscode: 'x' })).toMatchObject({
        outcome: 'alreadySignedIn',
        ...error(1),
      })
      expect(await newcomer().login({ phone, passwd })).toMatchObject(error(3))
    })

    it('answers in the order of its table', async () => {
      const { newcomer, newPhone, codeTo, test } = world
      const client = newcomer()
      const phone = newPhone()
      for (const malformed of ['1', `+${phone}`, phone.slice(2)]) {
        for (const smscode of ['', '123456']) {
          expect(await client.loginSignupSms({ phone: malformed, smscode })).toMatchObject({
            outcome: 'phoneOrCodeWrong',
            ...error(2),
          })
        }
      }
      for (const missing of [undefined, '']) {
        expect(await client.loginSignupSms({ phone: missing })).toMatchObject({ outcome: 'phoneMissing', ...error(3) })
        expect(await client.loginSignupSms({ phone: missing, smscode: '123456' })).toMatchObject(error(3))
        expect(await client.loginSignupSms({ phone, smscode: missing })).toMatchObject({
          outcome: 'codeMissing',
          ...error(4),
        })
      }
      expect(await client.loginSignupSms({ phone, smscode: '123456' })).toMatchObject({
        outcome: 'codeExpired',
        ...error(5),
      })
      const code = await codeTo({ phone })
      for (let wrong = 1; wrong <= 5; wrong++) {
        expect(await client.loginSignupSms({ phone, smscode: otherThan(code) })).toMatchObject(error(2))
      }
      expect(await client.loginSignupSms({ phone, smscode: code })).toMatchObject(error(5))
      const late = await codeTo({ phone })
      test.clock.advance(9 * minute)
      expect(await client.loginSignupSms({ phone, smscode: late })).toMatchObject(error(5))
      expect((await account(`+${phone}`)).kind).toBe('none')
    })
  })

  it('logout ends the session, once', async () => {
    const { client } = await world.somebody()
    expect(await client.logout()).toMatchObject({ outcome: 'ok', ...error(0) })
    expect(await client.logout()).toMatchObject({ outcome: 'notSignedIn', ...error(1) })
    expect(await client.getOwnInfo({})).toMatchObject(error(1))
  })
})

it('verifyAccount shares the budget of look-ups', async () => {
  const world = await communityWorld('JSON', { ACCT_LIMIT_LOOKUPS_PER_HOUR: '3' })
  const { newcomer, somebody, test } = world
  const { username } = await somebody()
  for (const name of ['free_1', 'free_2', username, username, 'FREE_1'])
    await newcomer().verifyAccount({ username: name })
  for (const name of ['free_3', username.replace('person', 'personne')]) {
    const answer = await newcomer().verifyAccount({ username: name })
    expect(answer).toMatchObject({ outcome: 'tooManyRequests', status: 429, body: { error: 429 } })
    expect(Number(answer.outcome === 'tooManyRequests' && answer.headers.get('retry-after'))).toBeGreaterThan(0)
  }
  expect(await newcomer().verifyAccount({ username })).toMatchObject(error(2))
  await test.stop()
})

it('new accounts have the level that the operator says, whichever way they come', async () => {
  const { newcomer, newPhone, codeTo, test } = await communityWorld('JSON', { ACCT_DEFAULT_LEVEL: '3' })
  const [byName, byPhone, atOnce] = [newcomer(), newcomer(), newcomer()]
  await byName.signup({ username: 'levelled', passwd })
  const [phone, other] = [newPhone(), newPhone()]
  await byPhone.signup({ phone, passwd, code: await codeTo({ phone }) })
  await atOnce.loginSignupSms({ phone: other, smscode: await codeTo({ phone: other }) })
  for (const client of [byName, byPhone, atOnce]) {
    expect(await client.getOwnInfo({})).toMatchObject({ body: { level: 3 } })
  }
  await test.stop()
})
