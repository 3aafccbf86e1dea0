import { describe, expect, test } from 'vitest'
import { registerWithPhone } from '../../accounts/registerWithPhone.ts'
import { requestChangeCode } from '../../codes/requestChangeCode.ts'
import { requestLoginCode } from '../../codes/requestLoginCode.ts'
import { requestRegistrationCode } from '../../codes/requestRegistrationCode.ts'
import { Unavailable } from '../../errors.ts'
import { checkPhone } from '../../lookups/checkPhone.ts'
import { checkUsername } from '../../lookups/checkUsername.ts'
import { signInWithPassword } from '../../sessions/signInWithPassword.ts'
import { day, hour, minute, second } from '../../time.ts'
import { testCore } from '../core.ts'
import { ask, codeFor, otherPhone, otherThan, phone, source, spend } from './codesSetup.ts'
import {
  create,
  inParallel,
  type OpenStores,
  onCore,
  password,
  register,
  tally,
  tryPassword,
  tryWrong,
} from './setup.ts'

const numberAt = (index: number) => `+86138${String(index).padStart(8, '0')}`

/** How often messages are sent and existence is told. */
export function limitSuite(open: OpenStores): void {
  describe('limits', () => {
    test(
      'one message a minute to a number, over all scopes, whether or not it has an account',
      onCore(open, async (core) => {
        await create(core, { phone: otherPhone, password })
        for (const to of [phone, otherPhone]) {
          expect(await ask(core, 'register', to)).toEqual({ kind: 'sent' })
          for (const scope of ['register', 'reset', 'change'] as const) {
            expect(await ask(core, scope, to)).toEqual({ kind: 'tooSoon', retryAfter: 60 })
          }
        }
        core.clock.advance(minute - 1)
        expect(await ask(core, 'reset')).toEqual({ kind: 'tooSoon', retryAfter: 1 })
        core.clock.advance(1)
        expect(await ask(core, 'reset')).toEqual({ kind: 'sent' })
        expect(await core.stores.messages.list({ to: phone, limit: 10 })).toHaveLength(2)
      }),
    )

    test(
      'what was counted while the clock was wrong closes nothing once it is right again',
      onCore(open, async (core) => {
        await create(core, { username: 'li_lei', phone: otherPhone, password })
        const signIn = (tried: string) => signInWithPassword(core, { identifier: 'li_lei', password: tried })
        const right = core.clock.now()
        core.clock.set(right + day)
        for (let time = 0; time < 10; time += 1) await signIn('wrong')
        expect(await signIn(password)).toEqual({ kind: 'closed' })
        for (let time = 0; time < 60; time += 1) await checkUsername(core, { username: `name_${time}`, source })
        expect(await checkUsername(core, { username: 'one_more', source })).toMatchObject({ kind: 'tooManyLookups' })
        expect(await ask(core, 'reset')).toEqual({ kind: 'sent' })
        core.clock.set(right)
        expect(await signIn(password)).toMatchObject({ kind: 'signedIn' })
        expect(await checkUsername(core, { username: 'one_more', source })).toMatchObject({ kind: 'free' })
        expect(await ask(core, 'reset')).toEqual({ kind: 'sent' })
        expect(await ask(core, 'reset')).toMatchObject({ kind: 'tooSoon' })
      }),
    )

    test(
      'wrong codes of a wrong clock count no more, either',
      onCore(open, async ({ kept, clock }) => {
        const settings = { codeInterval: 0, codesPerHour: 0, codesPerDay: 0, codesPerSourcePerDay: 0 }
        const core = testCore(kept, { clock, settings })
        await create(core, { phone, password })
        const right = clock.now()
        clock.set(right + day)
        for (let time = 0; time < 4; time += 1) {
          const wrong = otherThan(await codeFor(core, 'login'))
          for (let tries = 0; tries < 5; tries += 1) await spend.login(core, wrong)
        }
        expect(await spend.login(core, await codeFor(core, 'login'))).toBe('codeWrong')
        clock.set(right)
        expect(await spend.login(core, await codeFor(core, 'login'))).toBe('signedIn')
      }),
    )

    test.each([
      { ahead: minute, outcomes: ['closed', 'tooManyLookups', 'tooSoon'] },
      { ahead: minute + 1, outcomes: ['signedIn', 'free', 'sent'] },
    ])('what was counted by a clock that is $ahead ms ahead', ({ ahead, outcomes }) =>
      onCore(open, async (core) => {
        await create(core, { username: 'li_lei', phone, password })
        const now = core.clock.now()
        core.clock.set(now + ahead)
        await tryWrong(core, 10)
        for (let time = 0; time < 60; time += 1) await checkUsername(core, { username: `name_${time}`, source })
        await ask(core, 'reset')
        core.clock.set(now)
        const [lookup, sending] = [
          await checkUsername(core, { username: 'one_more', source }),
          await ask(core, 'reset'),
        ]
        expect([await tryPassword(core, password), lookup.kind, sending.kind]).toEqual(outcomes)
      })(),
    )

    test(
      'an e-mail address has its limits in any case of its letters',
      onCore(open, async (core) => {
        const spellings = ['Han@Example.com', 'han@example.COM']
        const kinds = await inParallel(spellings.length, async (index) => {
          const shown = spellings[index] ?? ''
          const address = { kind: 'email', email: { shown, key: shown.toLowerCase() } } as const
          return (await requestChangeCode(core, { address, source })).kind
        })
        expect(tally(kinds)).toEqual({ sent: 1, tooSoon: 1 })
        const [message] = await core.stores.messages.list({ to: 'HAN@example.com', limit: 10 })
        const first = spellings[kinds.indexOf('sent')]
        expect(message).toMatchObject({ channel: 'email', to: first, scope: 'change' })
      }),
    )

    test(
      'five an hour and ten a day',
      onCore(open, async (core) => {
        const start = core.clock.now()
        const at = async (span: number) => {
          core.clock.set(start + span)
          return ask(core, 'reset')
        }
        for (let index = 0; index < 5; index += 1) expect(await at(index * minute)).toEqual({ kind: 'sent' })
        expect(await at(5 * minute)).toEqual({ kind: 'tooSoon', retryAfter: 55 * 60 })
        expect(await at(hour - 1)).toEqual({ kind: 'tooSoon', retryAfter: 1 })
        for (let index = 0; index < 5; index += 1) expect(await at(hour + index * minute)).toEqual({ kind: 'sent' })
        expect(await at(3 * hour)).toEqual({ kind: 'tooSoon', retryAfter: 21 * 3600 })
        expect(await at(day - 1)).toEqual({ kind: 'tooSoon', retryAfter: 1 })
        expect(await at(day)).toEqual({ kind: 'sent' })
      }),
    )

    test(
      'a source causes 60 messages a day, and another source as many',
      onCore(open, async (core) => {
        for (let index = 0; index < 60; index += 1) {
          expect(await ask(core, 'reset', numberAt(index))).toEqual({ kind: 'sent' })
        }
        expect(await ask(core, 'reset', numberAt(60))).toEqual({ kind: 'tooSoon', retryAfter: day / second })
        const address = { kind: 'phone', e164: numberAt(60) } as const
        expect(await requestChangeCode(core, { address, source: 'another' })).toEqual({ kind: 'sent' })
        core.clock.advance(day)
        expect(await ask(core, 'reset', numberAt(61))).toEqual({ kind: 'sent' })
      }),
    )

    test(
      'of 100 parallel requests one sends; other processes and new ones know of it',
      onCore(open, async (core) => {
        const other = testCore(core.kept, { seed: 'other', clock: core.clock })
        const kinds = await inParallel(100, async (index) => (await ask(index % 2 ? core : other, 'reset')).kind)
        expect(tally(kinds)).toEqual({ sent: 1, tooSoon: 99 })
      }),
    )

    test(
      'a limit of 0 is no limit',
      onCore(open, async ({ kept }) => {
        const none = { codeInterval: 0, codesPerHour: 0, codesPerDay: 0, codesPerSourcePerDay: 0, lookupsPerHour: 0 }
        const core = testCore(kept, { settings: none })
        for (let index = 0; index < 70; index += 1) {
          expect(await ask(core, 'reset')).toEqual({ kind: 'sent' })
          expect(await checkPhone(core, { phone: numberAt(index), source })).toEqual({ kind: 'free' })
        }
      }),
    )

    test(
      'a channel that is off sends nothing and says so before anything else',
      onCore(open, async ({ kept }) => {
        const core = testCore(kept, { settings: { channels: { sms: 'off', email: 'inbox' } } })
        await create(core, { phone, password })
        for (const to of [phone, otherPhone]) {
          for (const scope of ['register', 'login', 'reset', 'change'] as const) {
            await expect(ask(core, scope, to)).rejects.toThrow(Unavailable)
          }
        }
        const email = { kind: 'email', email: { shown: 'han@example.com', key: 'han@example.com' } } as const
        expect(await requestChangeCode(core, { address: email, source })).toEqual({ kind: 'sent' })
      }),
    )

    test(
      'a source may ask about 60 identifiers an hour, over all operations that tell',
      onCore(open, async (core) => {
        await register(core)
        await create(core, { phone, password })
        const start = core.clock.now()
        expect(await checkUsername(core, { username: 'Li_Lei', source })).toEqual({ kind: 'taken' })
        for (const username of ['', '13812345678', 'a b']) {
          expect(await checkUsername(core, { username, source })).toEqual({ kind: 'refused' })
        }
        core.clock.advance(minute)
        expect(await checkPhone(core, { phone, source })).toEqual({ kind: 'taken' })
        for (let index = 2; index < 60; index += 1) {
          expect(await checkUsername(core, { username: `user_${index}`, source })).toEqual({ kind: 'free' })
        }
        const tooMany = { kind: 'tooManyLookups', retryAfter: 59 * 60 }
        const unknown = numberAt(1)
        expect(await checkPhone(core, { phone: unknown, source })).toEqual(tooMany)
        expect(await checkUsername(core, { username: 'user_60', source })).toEqual(tooMany)
        expect(await requestLoginCode(core, { phone: unknown, source })).toEqual(tooMany)
        const taken = { phone: unknown, source, whenTaken: 'refuse' } as const
        expect(await requestRegistrationCode(core, taken)).toEqual(tooMany)
        const early = { phone: unknown, code: '000000', source, tellTaken: 'beforeCode' } as const
        expect(await registerWithPhone(core, early)).toEqual(tooMany)
        // Those that it has asked about, and those who do not tell.
        expect(await checkUsername(core, { username: 'LI_LEI', source })).toEqual({ kind: 'taken' })
        expect(await requestLoginCode(core, { phone, source })).toEqual({ kind: 'sent' })
        expect(await registerWithPhone(core, { ...early, tellTaken: 'afterCode' })).toEqual({ kind: 'codeMissing' })
        expect(await checkPhone(core, { phone: unknown, source: 'another' })).toEqual({ kind: 'free' })
        core.clock.set(start + hour - 1)
        expect(await checkPhone(core, { phone: unknown, source })).toEqual({ ...tooMany, retryAfter: 1 })
        core.clock.advance(1)
        expect(await checkPhone(core, { phone: unknown, source })).toEqual({ kind: 'free' })
      }),
    )

    test(
      'who is signed in to the number’s account needs no code for it',
      onCore(open, async (core) => {
        const accountId = await create(core, { phone, password })
        const session = { id: 1, accountId }
        expect(await requestLoginCode(core, { phone, source, session })).toEqual({ kind: 'alreadySignedIn', accountId })
        expect(await core.stores.messages.list({ limit: 10 })).toEqual([])
        const stranger = { id: 1, accountId: accountId + 1 }
        expect(await requestLoginCode(core, { phone, source, session: stranger })).toEqual({ kind: 'sent' })
      }),
    )

    test(
      'what a code was sent for stands in the message, with the service’s name and the ten minutes',
      onCore(open, async ({ kept }) => {
        const core = testCore(kept, { settings: { serviceName: '小站', codeInterval: 0 } })
        const code = await codeFor(core, 'register')
        const [chinese] = await core.stores.messages.list({ to: phone, limit: 1 })
        expect(chinese?.text).toBe(`【小站】验证码 ${code}，用于注册账号，10 分钟内有效。请勿告诉任何人。`)
        await ask(core, 'reset', '+447911123456')
        await ask(core, 'change', '+447911123456')
        const [english, none] = await core.stores.messages.list({ to: '+447911123456', limit: 2 })
        expect(english?.text).toMatch(/^小站: \d{6} is your code to change .* ten minutes/)
        expect(none?.text).toMatch(/^小站: Somebody asked to reset .* no account/)
        const address = { kind: 'email', email: { shown: 'Han@example.com', key: 'han@example.com' } } as const
        await requestChangeCode(core, { address, source })
        const [both] = await core.stores.messages.list({ to: 'han@example.com', limit: 1 })
        expect(both?.text).toMatch(/【小站】验证码 \d{6}.*\n\n小站: \d{6} is your code/)
      }),
    )
  })
}
