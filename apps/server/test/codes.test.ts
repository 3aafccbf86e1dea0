import { createAccount } from '@acct/core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { codeFor, messagesTo, otherThan } from './support/inbox.ts'
import { phoneClient } from './support/phoneDriver.ts'
import { startTestServer, type TestServer } from './support/server.ts'
import { tokenClient } from './support/tokenDriver.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

describe('codes, over both variants that send them', () => {
  let test: TestServer
  let people = 0
  let phone: string
  let e164: string

  beforeAll(async () => {
    test = await startTestServer({ ACCT_LIMIT_CODES_PER_SOURCE_PER_DAY: '0', ACCT_LIMIT_LOOKUPS_PER_HOUR: '0' })
  })
  afterAll(() => test.stop())
  beforeEach(() => {
    people += 1
    phone = `135${String(people).padStart(8, '0')}`
    e164 = `+86${phone}`
  })

  it('one code, a hundred consumers at once spread over both: one success, twenty times', async () => {
    for (let round = 1; round <= 20; round++) {
      const number = `134${String(round).padStart(8, '0')}`
      await (round % 2 === 0
        ? phoneClient(test.url).sendRegisterCode({ phone_number: number })
        : tokenClient(test.url).sendRegisterCode({ phone: number }))
      const code = await codeFor(test.server.core, `+86${number}`)
      const answers = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          index % 2 === 0
            ? phoneClient(test.url).registerPhone({ phone_number: number, identifying_code: code })
            : tokenClient(test.url).register({
                username: `r${round}_${index}`,
                password: 'right_1',
                phone: number,
                verify_code: code,
              }),
        ),
      )
      expect(answers.filter(({ outcome }) => outcome === 'ok')).toHaveLength(1)
    }
  })

  it('one number in eight spellings over all routes: one message a minute', async () => {
    await createAccount(test.server.core, { phone: e164 })
    const fullWidth = [...phone].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
    const spaced = `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`
    const spellings = [
      phone,
      e164,
      `0086${phone}`,
      `86${phone}`,
      `+86 ${phone}`,
      spaced,
      spaced.replaceAll(' ', '-'),
      fullWidth,
    ]
    const sendAll = (spelling: string) => {
      const [byPhone, byToken] = [phoneClient(test.url), tokenClient(test.url)]
      return [
        byPhone.sendRegisterCode({ phone_number: spelling }),
        byPhone.sendLoginCode({ phone_number: spelling }),
        byPhone.sendResetCode({ phone_number: spelling }),
        byToken.sendCode({ phone: spelling }),
        byToken.sendRegisterCode({ phone: spelling }),
      ]
    }
    for (let messages = 1; messages <= 3; messages++) {
      await Promise.all(spellings.flatMap(sendAll))
      expect(await messagesTo(test.server.core, e164)).toHaveLength(messages)
      test.clock.advance(minute)
    }
  })

  it('five messages an hour and ten a day go to a number', async () => {
    let sent = 0
    for (let passed = 0; passed < 24 * 60; passed++) {
      const answer = await tokenClient(test.url).sendCode({ phone })
      if (answer.outcome === 'ok') sent += 1
      else expect(answer).toMatchObject({ outcome: 'tooManyRequests', status: 429 })
      if (passed === 59) expect(sent).toBe(5)
      test.clock.advance(minute)
    }
    expect(sent).toBe(10)
  })

  describe('of one scope are worth nothing in another', () => {
    const send = {
      register: () => phoneClient(test.url).sendRegisterCode({ phone_number: phone }),
      login: () => phoneClient(test.url).sendLoginCode({ phone_number: phone }),
      reset: () => phoneClient(test.url).sendResetCode({ phone_number: phone }),
      change: () => tokenClient(test.url).sendCode({ phone }),
    }
    const consumers: [string, keyof typeof send, (code: string) => Promise<{ outcome: string }>][] = [
      [
        'phone registerPhone',
        'register',
        (code) => phoneClient(test.url).registerPhone({ phone_number: phone, identifying_code: code }),
      ],
      [
        'token register',
        'register',
        (code) =>
          tokenClient(test.url).register({ username: `m_${people}`, password: 'right_1', phone, verify_code: code }),
      ],
      [
        'phone loginPhone',
        'login',
        (code) => phoneClient(test.url).loginPhone({ phone_number: phone, identifying_code: code }),
      ],
      [
        'phone forgetPassword',
        'reset',
        (code) =>
          phoneClient(test.url).forgetPassword({
            phone_number: phone,
            account: phone,
            identifying: code,
            new_password: 'x',
          }),
      ],
      ['token setPhone', 'change', (code) => changePhone(code)],
    ]

    /** Somebody without any address makes `phone` theirs with a code. */
    async function changePhone(new_code: string) {
      const username = `change_${people}_${(await messagesTo(test.server.core, e164)).length}`
      await createAccount(test.server.core, { username, password: 'right_1' })
      const login = await fetch(`${test.url}/card/user/login`, {
        method: 'POST',
        body: new URLSearchParams({ username, password: 'right_1' }),
      })
      const token = /acct_session=([^;]+)/.exec(login.headers.get('set-cookie') ?? '')?.[1]
      return tokenClient(test.url).setPhone({ token, new_phone: phone, new_code })
    }

    for (const scope of Object.keys(send) as (keyof typeof send)[]) {
      for (const [consumer, takes, consume] of consumers) {
        it(`${consumer} ${scope === takes ? 'takes' : 'refuses'} a ${scope} code`, async () => {
          const needsAccount = scope === 'login' || scope === 'reset'
          if (needsAccount) await createAccount(test.server.core, { phone: e164 })
          expect((await send[scope]()).outcome).toBe('ok')
          const { outcome } = await consume(await codeFor(test.server.core, e164))
          expect(outcome === 'ok').toBe(scope === takes)
        })
      }
    }
  })

  it('after twenty wrong ones for a number in thirty days, none is taken for the rest of them', async () => {
    await createAccount(test.server.core, { phone: e164 })
    const login = async (code: string) =>
      (await phoneClient(test.url).loginPhone({ phone_number: phone, identifying_code: code })).outcome
    for (let round = 0; round < 5; round++) {
      await phoneClient(test.url).sendLoginCode({ phone_number: phone })
      const code = await codeFor(test.server.core, e164)
      for (let wrong = 0; wrong < 4; wrong++) expect(await login(otherThan(code))).toBe('codeWrong')
      if (round < 4) expect(await login(code)).toBe('ok')
      else expect(await login(code)).toBe('codeWrong')
      test.clock.advance(day)
    }
    await phoneClient(test.url).sendLoginCode({ phone_number: phone })
    expect(await login(await codeFor(test.server.core, e164))).toBe('codeWrong')
    test.clock.advance(30 * day)
    await phoneClient(test.url).sendLoginCode({ phone_number: phone })
    expect(await login(await codeFor(test.server.core, e164))).toBe('ok')
  })
})

describe('limits per source', () => {
  it('sixty messages a day, sixty look-ups an hour', async () => {
    const test = await startTestServer()
    for (let sent = 1; sent <= 60; sent++) {
      const phone = `133${String(sent).padStart(8, '0')}`
      expect((await tokenClient(test.url).sendCode({ phone })).outcome).toBe('ok')
    }
    const more = await phoneClient(test.url).sendResetCode({ phone_number: '13300000061' })
    expect(more.outcome).toBe('tooManyRequests')

    for (let asked = 1; asked <= 60; asked++) {
      const phone = `132${String(asked).padStart(8, '0')}`
      for (let again = 0; again < 2; again++)
        expect((await tokenClient(test.url).checkPhone({ phone })).outcome).toBe('ok')
    }
    expect((await tokenClient(test.url).checkPhone({ phone: '13200000061' })).outcome).toBe('tooManyRequests')
    expect((await tokenClient(test.url).checkUsername({ username: 'somebody' })).outcome).toBe('tooManyRequests')
    expect((await phoneClient(test.url).sendLoginCode({ phone_number: '13200000062' })).outcome).toBe('tooManyRequests')
    expect((await tokenClient(test.url).checkPhone({ phone: '13200000001' })).outcome).toBe('ok')
    test.clock.advance(hour)
    expect((await tokenClient(test.url).checkPhone({ phone: '13200000061' })).outcome).toBe('ok')
    await test.stop()
  })
})
