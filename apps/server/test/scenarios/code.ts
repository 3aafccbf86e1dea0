import { createAccount, lockAccount, unlockAccount } from '@acct/core'
import { describe, expect, it } from 'vitest'
import type { Driver } from '../support/driver.ts'
import { codeFor, otherThan } from '../support/inbox.ts'
import type { World } from './world.ts'

const minute = 60_000

/** What holds for codes, whichever door they come through. */
export function codeScenarios({ can }: Driver, world: () => World): void {
  /** Somebody whose phone is verified. */
  async function owner() {
    const { core, newcomer } = world()
    const person = newcomer()
    const created = await createAccount(core, { phone: `+86${person.phone}`, password: person.password })
    if (created.kind !== 'created') throw new Error(created.kind)
    return { ...person, id: created.accountId, e164: `+86${person.phone}` }
  }

  if (can.includes('signInWithCode')) {
    describe('login codes', () => {
      it('open the account once, within ten minutes', async () => {
        const { device, core, clock } = world()
        const { phone, e164 } = await owner()
        await device().askForLoginCode(phone)
        const code = await codeFor(core, e164)
        clock.advance(10 * minute - 1)
        expect(await device().signInWithCode(phone, code)).toBe('done')
        expect(await device().signInWithCode(phone, code)).toBe('refused')
      })

      it('are burnt by the fifth wrong try, and replaced by the next one', async () => {
        const { device, core, clock } = world()
        const { phone, e164 } = await owner()
        await device().askForLoginCode(phone)
        const burnt = await codeFor(core, e164)
        for (let wrong = 1; wrong <= 5; wrong++) await device().signInWithCode(phone, otherThan(burnt))
        expect(await device().signInWithCode(phone, burnt)).toBe('refused')
        clock.advance(minute)
        await device().askForLoginCode(phone)
        const replaced = await codeFor(core, e164)
        clock.advance(minute)
        await device().askForLoginCode(phone)
        const code = await codeFor(core, e164)
        if (replaced !== code) expect(await device().signInWithCode(phone, replaced)).toBe('refused')
        expect(await device().signInWithCode(phone, code)).toBe('done')
      })

      it('a hundred at once with the right one: one gets in', async () => {
        const { device, core } = world()
        const { phone, e164 } = await owner()
        await device().askForLoginCode(phone)
        const code = await codeFor(core, e164)
        const verdicts = await Promise.all(Array.from({ length: 100 }, () => device().signInWithCode(phone, code)))
        expect(verdicts.filter((verdict) => verdict === 'done')).toHaveLength(1)
      })

      it('still open an account whose password login is closed, but not a locked one', async () => {
        const { device, core, clock } = world()
        const { phone, e164, id } = await owner()
        for (let wrong = 1; wrong <= 10; wrong++) await device().signInAs(phone, 'wrong')
        await device().askForLoginCode(phone)
        expect(await device().signInWithCode(phone, await codeFor(core, e164))).toBe('done')
        clock.advance(minute)
        await device().askForLoginCode(phone)
        await lockAccount(core, { accountId: id })
        expect(await device().signInWithCode(phone, await codeFor(core, e164))).toBe('refused')
        await unlockAccount(core, { accountId: id })
      })
    })
  }

  if (can.includes('resetPassword')) {
    describe('reset codes', () => {
      it('set a new password and end every session', async () => {
        const { device, core } = world()
        const { phone, e164, password } = await owner()
        const before = device()
        await before.signInAs(phone, password)
        await device().askForResetCode(phone)
        const after = device()
        expect(await after.resetPassword(phone, await codeFor(core, e164), 'brand_new')).toBe('done')
        expect(await before.isSignedIn()).toBe(false)
        expect(await after.isSignedIn()).toBe(true)
        expect(await device().signInAs(phone, password)).toBe('refused')
        expect(await device().signInAs(phone, 'brand_new')).toBe('done')
      })

      it('are worth nothing as login codes, nor the other way round', async () => {
        const { device, core, clock } = world()
        const { phone, e164 } = await owner()
        await device().askForResetCode(phone)
        expect(await device().signInWithCode(phone, await codeFor(core, e164))).toBe('refused')
        clock.advance(minute)
        await device().askForLoginCode(phone)
        expect(await device().resetPassword(phone, await codeFor(core, e164), 'brand_new')).toBe('refused')
      })
    })
  }
}
