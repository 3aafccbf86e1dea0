import { lockAccount, unlockAccount } from '@acct/core'
import { describe, expect, it } from 'vitest'
import type { Driver } from '../support/driver.ts'
import type { World } from './world.ts'

const minute = 60_000

/** What holds for password logins, whichever door they come through. */
export function passwordScenarios({ can }: Driver, world: () => World): void {
  describe('passwords', () => {
    it('ten wrong ones close the door for 15 minutes, also to the right one', async () => {
      const { device, person, clock } = world()
      const somebody = await person()
      for (let wrong = 1; wrong <= 9; wrong++) expect(await device().signIn(somebody, 'wrong')).toBe('refused')
      expect(await device().signIn(somebody)).toBe('done')
      expect(await device().signIn(somebody, 'wrong')).toBe('refused')
      expect(await device().signIn(somebody)).toBe('refused')
      clock.advance(15 * minute - 1)
      expect(await device().signIn(somebody)).toBe('refused')
      clock.advance(1)
      expect(await device().signIn(somebody)).toBe('done')
    })

    it('what is tried while the door is closed does not keep it closed', async () => {
      const { device, person, clock } = world()
      const somebody = await person()
      for (let wrong = 1; wrong <= 10; wrong++) await device().signIn(somebody, 'wrong')
      clock.advance(14 * minute)
      for (let wrong = 1; wrong <= 5; wrong++) await device().signIn(somebody, 'wrong')
      clock.advance(minute)
      expect(await device().signIn(somebody)).toBe('done')
    })

    it('the tenth wrong one within any 15 minutes counts, not the tenth ever', async () => {
      const { device, person, clock } = world()
      const somebody = await person()
      for (let wrong = 1; wrong <= 9; wrong++) await device().signIn(somebody, 'wrong')
      clock.advance(15 * minute)
      for (let wrong = 1; wrong <= 9; wrong++) await device().signIn(somebody, 'wrong')
      expect(await device().signIn(somebody)).toBe('done')
    })

    it('a hundred wrong ones at once: at most ten are looked at', async () => {
      const { device, person, verifications } = world()
      const somebody = await person()
      const before = verifications()
      const verdicts = await Promise.all(Array.from({ length: 100 }, () => device().signIn(somebody, 'wrong')))
      expect(new Set(verdicts)).toEqual(new Set(['refused']))
      expect(verifications() - before).toBe(10)
      expect(await device().signIn(somebody)).toBe('refused')
      expect(verifications() - before).toBe(10)
    })

    it('a hundred right ones at once all get in', async () => {
      const { device, person } = world()
      const somebody = await person()
      const verdicts = await Promise.all(Array.from({ length: 100 }, () => device().signIn(somebody)))
      expect(new Set(verdicts)).toEqual(new Set(['done']))
    })

    it('a locked account has no session and no login until it is unlocked', async () => {
      const { device, person, core, accountId } = world()
      const somebody = await person()
      const here = device()
      await here.signIn(somebody)
      await lockAccount(core, { accountId: await accountId(somebody) })
      expect(await here.isSignedIn()).toBe(false)
      expect(await device().signIn(somebody)).toBe('refused')
      await unlockAccount(core, { accountId: await accountId(somebody) })
      expect(await here.isSignedIn()).toBe(false)
      expect(await device().signIn(somebody)).toBe('done')
    })

    if (can.includes('changePassword')) {
      it('changing it ends every other session and gives the caller a fresh one', async () => {
        const { device, person } = world()
        const somebody = await person()
        const [here, there] = [device(), device()]
        await here.signIn(somebody)
        await there.signIn(somebody)
        expect(await here.changePassword(somebody.password, 'brand_new')).toBe('done')
        expect(await here.isSignedIn()).toBe(true)
        expect(await there.isSignedIn()).toBe(false)
        expect(await device().signIn(somebody)).toBe('refused')
        expect(await device().signIn(somebody, 'brand_new')).toBe('done')
      })

      it('a wrong old one changes nothing and counts as a wrong login', async () => {
        const { device, person } = world()
        const somebody = await person()
        const here = device()
        await here.signIn(somebody)
        for (let wrong = 1; wrong <= 10; wrong++)
          expect(await here.changePassword('wrong', 'brand_new')).toBe('refused')
        expect(await here.changePassword(somebody.password, 'brand_new')).toBe('refused')
        expect(await device().signIn(somebody)).toBe('refused')
        expect(await here.isSignedIn()).toBe(true)
      })
    }
  })
}
