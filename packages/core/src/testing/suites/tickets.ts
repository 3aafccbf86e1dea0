import { describe, expect, test } from 'vitest'
import { deleteAccount } from '../../accounts/deleteAccount.ts'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { unlockAccount } from '../../accounts/unlockAccount.ts'
import type { Address } from '../../codes/address.ts'
import { requestIdentityCode } from '../../codes/requestIdentityCode.ts'
import { changePassword } from '../../credentials/changePassword.ts'
import { changePasswordWithCode } from '../../credentials/changePasswordWithCode.ts'
import { resetPasswordByPhone } from '../../credentials/resetPasswordByPhone.ts'
import { setPassword } from '../../credentials/setPassword.ts'
import { deliverDue } from '../../messages/deliverDue.ts'
import type { Message } from '../../messages/message.ts'
import { changeAddress } from '../../profile/changeAddress.ts'
import { findSession } from '../../sessions/findSession.ts'
import { sweep } from '../../sweep.ts'
import { checkResetTicket } from '../../tickets/checkResetTicket.ts'
import { requestResetLink } from '../../tickets/requestResetLink.ts'
import { resetPasswordWithTicket } from '../../tickets/resetPasswordWithTicket.ts'
import { minute } from '../../time.ts'
import { type TestCore, testCore } from '../core.ts'
import { codeFor, otherThan, phone, source } from './codesSetup.ts'
import { byEmail, byPhone, identityCode, withAccount } from './identitySetup.ts'
import { inParallel, type OpenStores, password, signIn, tally, tryPassword } from './setup.ts'

/** The ticket in the link that went to an address last. */
async function ticketSentTo(core: TestCore, to: string): Promise<string> {
  const [newest] = await core.stores.messages.list({ to, limit: 1 })
  const ticket = newest?.link == null ? null : new URL(newest.link).searchParams.get('ticket')
  if (ticket === null) throw new Error(`no link for ${to}`)
  return ticket
}

/** Asks for a link and takes the ticket from it. */
async function ticketFor(core: TestCore, address: Address = byPhone): Promise<string> {
  const outcome = await requestResetLink(core, { address, code: await identityCode(core, address) })
  if (outcome.kind !== 'sent') throw new Error(`ask: ${outcome.kind}`)
  return ticketSentTo(core, address.kind === 'phone' ? address.e164 : address.email.shown)
}

const isGood = async (core: TestCore, ticket: string) => (await checkResetTicket(core, { ticket })).kind === 'good'
const reset = (core: TestCore, ticket: string, newPassword: string | undefined = 'new') =>
  resetPasswordWithTicket(core, { ticket, newPassword })

/** What ends a ticket, besides its use. */
const ends: Record<string, (core: TestCore, accountId: number) => Promise<unknown>> = {
  'a newer one': (core) => ticketFor(core, byEmail),
  '15 minutes': async (core) => core.clock.advance(15 * minute),
  'the old password': async (core) => {
    const { session } = await signIn(core)
    return changePassword(core, { session, oldPassword: password, newPassword: 'changed' })
  },
  'a new password by a code': async (core) => {
    const code = await identityCode(core)
    return changePasswordWithCode(core, { address: byPhone, code, newPassword: 'changed', caller: undefined })
  },
  'a reset by phone': async (core) =>
    resetPasswordByPhone(core, { phone, code: await codeFor(core, 'reset'), newPassword: 'changed' }),
  'an operator’s password': (core, accountId) => setPassword(core, { accountId, password: 'changed' }),
  'a lock': async (core, accountId) => {
    await lockAccount(core, { accountId })
    return unlockAccount(core, { accountId })
  },
  'another address': async (core) => {
    const { session } = await signIn(core)
    const next = { kind: 'phone', e164: '+8613700000000' } as const
    const original = { address: phone, code: await codeFor(core, 'change') }
    return changeAddress(core, { session, original, next, nextCode: await codeFor(core, 'change', next.e164) })
  },
  deletion: (core, accountId) => deleteAccount(core, { accountId }),
}

/** How a password is set by who has an address of the account. */
export function ticketSuite(open: OpenStores): void {
  describe('tickets', () => {
    test.each([byPhone, byEmail])('a link goes to the verified $kind, and sets a password once', (address) =>
      withAccount(open, async (core) => {
        const { token } = await signIn(core)
        const ticket = await ticketFor(core, address)
        expect(ticket).toMatch(/^acct_t_[\w-]{43}$/)
        expect(await isGood(core, ticket)).toBe(true)
        expect(await findSession(core, { token })).toMatchObject({ kind: 'found' })
        expect(await tryPassword(core, password)).toBe('signedIn')
        expect(await reset(core, ticket)).toEqual({ kind: 'reset' })
        expect(await findSession(core, { token })).toEqual({ kind: 'none' })
        expect([await tryPassword(core, password), await tryPassword(core, 'new')]).toEqual([
          'wrongPassword',
          'signedIn',
        ])
        expect(await isGood(core, ticket)).toBe(false)
        expect(await reset(core, ticket, 'newer')).toEqual({ kind: 'ticketOver' })
        expect(await tryPassword(core, 'new')).toBe('signedIn')
      })(),
    )

    test(
      'the message brings the link and no code, for 15 minutes, by whatever sends messages',
      withAccount(open, async ({ kept, clock }) => {
        const core = testCore(kept, {
          clock,
          seed: 'gateway',
          settings: { channels: { sms: 'gateway', email: 'inbox' } },
        })
        const got: Message[] = []
        const sms = {
          send: async (message: Message) => {
            got.push(message)
            return { kind: 'sent' } as const
          },
        }
        await requestIdentityCode(core, { address: byPhone, source })
        await deliverDue(core, { sms, email: 'inbox' })
        await requestResetLink(core, { address: byPhone, code: got[0]?.code ?? '' })
        await deliverDue(core, { sms, email: 'inbox' })
        const [brought, link] = [got[1], got[1]?.link ?? '']
        expect(brought).toMatchObject({ to: phone, purpose: 'resetLink', scope: null, code: null })
        expect(brought).toMatchObject({ at: clock.now(), expiresAt: clock.now() + 15 * minute })
        expect(link).toMatch(/^https:.*ticket=acct_t_/)
        expect(brought?.text.endsWith(` ${link}`)).toBe(true)
      }),
    )

    test(
      'a code brings one link, and is worth nothing where it is wrong, over or of another scope',
      withAccount(open, async (core) => {
        const ask = async (code: string) => (await requestResetLink(core, { address: byPhone, code })).kind
        expect(await ask('123456')).toBe('codeMissing')
        const code = await identityCode(core)
        for (const wrong of ['', otherThan(code)]) expect(await ask(wrong)).toBe('codeWrong')
        expect([await ask(code), await ask(code)]).toEqual(['sent', 'codeMissing'])
        const late = await identityCode(core)
        core.clock.advance(10 * minute)
        expect(await ask(late)).toBe('codeMissing')
        for (const scope of ['login', 'reset', 'change'] as const) {
          expect(await ask(await codeFor(core, scope))).toBe('codeMissing')
        }
      }),
    )

    test(
      'who has no account, or a locked one, is told so for the right code, which stays good',
      withAccount(open, async (core, accountId) => {
        const [stranger, code] = [{ kind: 'phone', e164: '+8613700000000' } as const, await identityCode(core)]
        const strange = await identityCode(core, stranger)
        for (let time = 0; time < 2; time += 1) {
          const outcome = await requestResetLink(core, { address: stranger, code: strange })
          expect(outcome).toEqual({ kind: 'unknownAccount' })
        }
        await lockAccount(core, { accountId })
        expect(await requestResetLink(core, { address: byPhone, code })).toEqual({ kind: 'locked' })
        await unlockAccount(core, { accountId })
        expect(await requestResetLink(core, { address: byPhone, code })).toEqual({ kind: 'sent' })
      }),
    )

    test(
      'a ticket is over before it is asked which password, and a refused one leaves it good and costs no hash',
      withAccount(open, async (core) => {
        core.wordLists.passwords.add('12345678')
        const { token } = await signIn(core)
        const ticket = await ticketFor(core)
        const before = core.hasher.hashed
        for (const refused of ['12345678', '', 'x'.repeat(129)]) {
          expect(await reset(core, ticket, refused)).toEqual({ kind: 'passwordRefused' })
        }
        const unfit = { ticket, newPassword: undefined }
        expect(await resetPasswordWithTicket(core, unfit)).toEqual({ kind: 'passwordRefused' })
        const none = [
          '',
          'acct_t_',
          token,
          ticket.replace('acct_t_', 'acct_s_'),
          `${ticket}A`,
          `acct_t_${'A'.repeat(43)}`,
        ]
        for (const wrong of none) {
          expect(await reset(core, wrong, '12345678')).toEqual({ kind: 'ticketOver' })
          expect(await checkResetTicket(core, { ticket: wrong })).toEqual({ kind: 'over' })
        }
        expect(core.hasher.hashed).toBe(before)
        expect(await findSession(core, { token: ticket })).toEqual({ kind: 'none' })
        expect(await reset(core, ticket)).toEqual({ kind: 'reset' })
      }),
    )

    test(
      'a ticket is good for 15 minutes, then it is swept away',
      withAccount(open, async (core) => {
        const ticket = await ticketFor(core)
        core.clock.advance(15 * minute - 1)
        expect(await isGood(core, ticket)).toBe(true)
        expect(await sweep(core)).toMatchObject({ tickets: 0 })
        core.clock.advance(1)
        expect(await isGood(core, ticket)).toBe(false)
        expect(await sweep(core)).toMatchObject({ tickets: 1 })
      }),
    )

    test.each(Object.entries(ends))('a ticket is over by %s', (_, end) =>
      withAccount(open, async (core, accountId) => {
        const ticket = await ticketFor(core)
        await end(core, accountId)
        expect(await isGood(core, ticket)).toBe(false)
        expect(await reset(core, ticket, 'stolen')).toEqual({ kind: 'ticketOver' })
        expect(await tryPassword(core, 'stolen')).not.toBe('signedIn')
      })(),
    )

    test.each(Object.entries(ends))('so it is where that comes while the new password is hashed: %s', (_, end) =>
      withAccount(open, async (core, accountId) => {
        const ticket = await ticketFor(core)
        const { hash } = core.hasher
        core.hasher.hash = async (text) => {
          core.hasher.hash = hash
          await end(core, accountId)
          return hash(text)
        }
        expect(await reset(core, ticket, 'stolen')).toEqual({ kind: 'ticketOver' })
        expect(await tryPassword(core, 'stolen')).not.toBe('signedIn')
      })(),
    )

    test(
      'of 100 who use one ticket at once one does, for one hash',
      withAccount(open, async (core) => {
        const ticket = await ticketFor(core)
        const before = core.hasher.hashed
        const outcomes = await inParallel(100, (index) => reset(core, ticket, `new ${index}`))
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ reset: 1, ticketOver: 99 })
        expect(core.hasher.hashed - before).toBe(1)
        const winner = outcomes.findIndex(({ kind }) => kind === 'reset')
        expect(await tryPassword(core, `new ${winner}`)).toBe('signedIn')
      }),
    )

    test(
      'so it is where they come to many processes',
      withAccount(open, async (core) => {
        const ticket = await ticketFor(core)
        const outcomes = await inParallel(20, (index) =>
          reset(testCore(core.kept, { clock: core.clock, seed: `process ${index}` }), ticket, `new ${index}`),
        )
        expect(tally(outcomes.map(({ kind }) => kind))).toEqual({ reset: 1, ticketOver: 19 })
      }),
    )
  })
}
