import { findAccount, lockAccount } from '@acct/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CommunityWorld, communityWorld, error, minute, passwd } from './support/communityWorld.ts'
import { encodings } from './support/encodings.ts'
import { codeFor, messagesTo, otherThan } from './support/inbox.ts'

const changed = 'changed_456'

describe.each(encodings)('community, called with bodies as %s:', (encoding) => {
  let world: CommunityWorld

  beforeAll(async () => {
    world = await communityWorld(encoding)
  })
  afterAll(() => world.test.stop())

  const account = (who: string) => findAccount(world.test.server.core, { who })

  /** The ticket in the newest message to an address. */
  async function ticketTo(to: string): Promise<string> {
    const [newest] = await messagesTo(world.test.server.core, to)
    const ticket = /\/reset-password\?ticket=(acct_t_[\w-]{43})/.exec(newest?.text ?? '')?.[1]
    if (ticket === undefined) throw new Error(`no link was sent to ${to}`)
    return ticket
  }

  describe.each(['changePasswd', 'getPasswd', 'dropout'] as const)('%s', (route) => {
    it('says in the order of its table what is wrong with address and code', async () => {
      const { reachable, newPhone, codeTo } = world
      const { client, phone, email } = await reachable()
      const call = (body: object) => client[route]({ passwd: changed, ...body })
      for (const fields of [{}, { phone: '' }, { phone: '', email: '' }, { passwd: '' }]) {
        expect(await call(fields)).toMatchObject({ outcome: 'phoneMissing', ...error(3) })
      }
      expect(await call({ email: '' })).toMatchObject({ outcome: 'emailMissing', ...error(4) })
      expect(await call({ phone, email })).toMatchObject({ outcome: 'moreThanOne', ...error(5) })
      for (const address of [{ phone }, { email }, { phone, email: '' }, { phone: '', email }]) {
        for (const smscode of [undefined, '']) {
          expect(await call({ ...address, smscode, passwd: '' })).toMatchObject({ outcome: 'codeMissing', ...error(6) })
        }
        expect(await call({ ...address, smscode: '123456' })).toMatchObject({ outcome: 'codeExpired', ...error(7) })
      }
      for (const malformed of [{ phone: '1' }, { phone: `+${phone}` }, { email: 'x' }]) {
        expect(await call({ ...malformed, smscode: '123456' })).toMatchObject(error(7))
      }
      const code = await codeTo({ phone })
      expect(await call({ phone, smscode: otherThan(code) })).toMatchObject({ outcome: 'codeWrong', ...error(2) })
      const nobody = newPhone()
      const smscode = await codeTo({ phone: nobody })
      expect(await call({ phone: nobody, smscode })).toMatchObject(error(1))
      expect(await call({ phone: nobody, smscode: otherThan(smscode) })).toMatchObject(error(2))
      expect(await client.loginSignupSms({ phone: nobody, smscode })).toMatchObject(error(1))
    })
  })

  describe('changePasswd', () => {
    it('sets the password of who owns the address, and ends all sessions but the caller’s own', async () => {
      const { newcomer, reachable, somebody, codeTo, test } = world
      const { client, username, phone, email, id } = await reachable()
      const elsewhere = newcomer()
      await elsewhere.login({ username, passwd })
      const other = await somebody()
      expect(await client.changePasswd({ email, smscode: await codeTo({ email }), passwd: changed })).toMatchObject({
        outcome: 'ok',
        ...error(0),
      })
      expect(await client.getOwnInfo({})).toMatchObject({ outcome: 'ok' })
      expect(await elsewhere.getOwnInfo({})).toMatchObject({ outcome: 'notSignedIn' })
      expect(await newcomer().login({ username, passwd })).toMatchObject(error(3))
      expect(await newcomer().login({ username, passwd: changed })).toMatchObject(error(0))
      // Somebody else who knows the code sets it too, and stays who they are.
      const smscode = await codeTo({ phone })
      expect(await other.client.changePasswd({ phone, smscode, passwd })).toMatchObject(error(0))
      expect(await client.getOwnInfo({})).toMatchObject({ outcome: 'notSignedIn' })
      expect(await other.client.getOwnInfo({})).toMatchObject({ body: { userid: other.id } })
      expect(await newcomer().login({ username, passwd })).toMatchObject(error(0))
      expect(await newcomer().changePasswd({ phone, smscode, passwd })).toMatchObject(error(7))
      await lockAccount(test.server.core, { accountId: id })
      const late = await codeTo({ phone })
      expect(await newcomer().changePasswd({ phone, smscode: late, passwd: changed })).toMatchObject(error(2))
    })

    it('looks at the new password before it looks at the code', async () => {
      const { reachable, codeTo } = world
      const { client, phone, username } = await reachable()
      const code = await codeTo({ phone })
      for (const malformed of [undefined, '', '12345', 'x'.repeat(65), '密'.repeat(43)]) {
        for (const smscode of [code, otherThan(code)]) {
          expect(await client.changePasswd({ phone, smscode, passwd: malformed })).toMatchObject({
            outcome: 'passwordInvalid',
            ...error(8),
          })
        }
      }
      expect(await client.changePasswd({ phone, smscode: code, passwd: changed })).toMatchObject(error(0))
      expect(await world.newcomer().login({ username, passwd: changed })).toMatchObject(error(0))
    })
  })

  describe('getPasswd and resetPasswd', () => {
    it('a link goes to the address, and sets a password once', async () => {
      const { newcomer, reachable, codeTo, test } = world
      const { client, username, phone, email } = await reachable()
      for (const [address, to] of [
        [{ phone }, `+${phone}`],
        [{ email }, email],
      ] as const) {
        await client.login({ username, passwd })
        const asked = { ...address, smscode: await codeTo(address) }
        expect(await newcomer().getPasswd(asked)).toMatchObject({ outcome: 'ok', ...error(0) })
        expect(await newcomer().getPasswd(asked)).toMatchObject(error(7))
        expect(await newcomer().login({ username, passwd })).toMatchObject(error(0))
        const ticket = await ticketTo(to)
        const reset = (body: object) => newcomer().resetPasswd(body)
        expect(await reset({ ticket, passwd: 'short' })).toMatchObject({ outcome: 'passwordInvalid', ...error(8) })
        expect(await reset({ ticket })).toMatchObject(error(8))
        expect(await client.getOwnInfo({})).toMatchObject({ outcome: 'ok' })
        expect(await reset({ ticket, passwd: changed })).toMatchObject({ outcome: 'ok', ...error(0) })
        expect(await client.getOwnInfo({})).toMatchObject({ outcome: 'notSignedIn' })
        expect(await newcomer().login({ username, passwd })).toMatchObject(error(3))
        expect(await newcomer().login({ username, passwd: changed })).toMatchObject(error(0))
        expect(await reset({ ticket, passwd })).toMatchObject({ outcome: 'ticketOver', ...error(7) })
        await newcomer().changePasswd({ phone, smscode: await codeTo({ phone }), passwd })
        test.clock.advance(minute)
      }
    })

    it('a ticket that is none, too old or replaced sets nothing, whatever else is wrong', async () => {
      const { newcomer, reachable, codeTo, test } = world
      const { username, phone } = await reachable()
      const forged = `acct_t_${'x'.repeat(43)}`
      for (const ticket of [undefined, '', 'x', forged]) {
        for (const given of [passwd, '', undefined]) {
          expect(await newcomer().resetPasswd({ ticket, passwd: given })).toMatchObject({
            outcome: 'ticketOver',
            ...error(7),
          })
        }
      }
      await newcomer().getPasswd({ phone, smscode: await codeTo({ phone }) })
      const replaced = await ticketTo(`+${phone}`)
      await newcomer().getPasswd({ phone, smscode: await codeTo({ phone }) })
      const late = await ticketTo(`+${phone}`)
      expect(await newcomer().resetPasswd({ ticket: replaced, passwd: changed })).toMatchObject(error(7))
      test.clock.advance(15 * minute)
      expect(await newcomer().resetPasswd({ ticket: late, passwd: changed })).toMatchObject(error(7))
      expect(await newcomer().login({ username, passwd })).toMatchObject(error(0))
    })
  })

  describe('dropout', () => {
    it('deletes the account, its sessions and everything; its names are free again', async () => {
      const { newcomer, reachable, codeTo, test } = world
      const { client, username, phone, email } = await reachable()
      const elsewhere = newcomer()
      await elsewhere.login({ username, passwd })
      const smscode = await codeTo({ email })
      expect(await client.dropout({ email, smscode })).toMatchObject({ outcome: 'ok', ...error(0) })
      for (const gone of [client, elsewhere])
        expect(await gone.getOwnInfo({})).toMatchObject({ outcome: 'notSignedIn' })
      for (const who of [username, `+${phone}`, email]) expect((await account(who)).kind).toBe('none')
      expect(await messagesTo(test.server.core, email)).toEqual([])
      for (const name of [{ username }, { phone }, { email }]) {
        expect(await newcomer().login({ ...name, passwd })).toMatchObject(error(4))
        expect(await newcomer().verifyAccount(name)).toMatchObject(error(0))
      }
      expect(await newcomer().signup({ username, passwd })).toMatchObject(error(0))
      expect(await newcomer().signup({ phone, passwd, code: await codeTo({ phone }) })).toMatchObject(error(0))
    })

    it('is the owner’s alone, and leaves the code to them', async () => {
      const { newcomer, reachable, somebody, codeTo } = world
      const { client, phone, username } = await reachable()
      const { client: other } = await somebody()
      const smscode = await codeTo({ phone })
      for (const caller of [newcomer(), other]) {
        expect(await caller.dropout({ phone, smscode })).toMatchObject({ outcome: 'notOwner', ...error(1) })
      }
      expect(await account(username)).toMatchObject({ kind: 'account' })
      expect(await client.dropout({ phone, smscode })).toMatchObject(error(0))
      expect((await account(username)).kind).toBe('none')
    })
  })

  it('a code opens one of its many doors only', async () => {
    const { newcomer, reachable, codeTo, test } = world
    const { phone } = await reachable()
    const smscode = await codeTo({ phone })
    const asked = { phone, smscode }
    const answers = await Promise.all([
      newcomer().loginSignupSms(asked),
      newcomer().changePasswd({ ...asked, passwd: changed }),
      newcomer().getPasswd(asked),
      newcomer().loginSignupSms(asked),
    ])
    expect(answers.filter(({ outcome }) => outcome === 'ok')).toHaveLength(1)
    expect(smscode).toBe(await codeFor(test.server.core, `+${phone}`))
  })
})
