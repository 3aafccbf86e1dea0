import { lockAccount, unlockAccount } from '@acct/core'
import { describe, expect, it } from 'vitest'
import type { World } from './world.ts'

const minute = 60_000

/** What holds for password logins, whichever door they come through. */
export function passwordScenarios(world: () => World): void {
  describe('passwords', () => {
    it('ten wrong ones close the door for 15 minutes, also to the right one', async () => {
      const { device, person, clock } = world()
      const { username, password } = await person()
      for (let wrong = 1; wrong <= 9; wrong++) expect(await device().signIn(username, 'wrong')).toBe('refused')
      expect(await device().signIn(username, password)).toBe('done')
      expect(await device().signIn(username, 'wrong')).toBe('refused')
      expect(await device().signIn(username, password)).toBe('refused')
      clock.advance(15 * minute - 1)
      expect(await device().signIn(username, password)).toBe('refused')
      clock.advance(1)
      expect(await device().signIn(username, password)).toBe('done')
    })

    it('what is tried while the door is closed does not keep it closed', async () => {
      const { device, person, clock } = world()
      const { username, password } = await person()
      for (let wrong = 1; wrong <= 10; wrong++) await device().signIn(username, 'wrong')
      clock.advance(14 * minute)
      for (let wrong = 1; wrong <= 5; wrong++) await device().signIn(username, 'wrong')
      clock.advance(minute)
      expect(await device().signIn(username, password)).toBe('done')
    })

    it('the tenth wrong one within any 15 minutes counts, not the tenth ever', async () => {
      const { device, person, clock } = world()
      const { username, password } = await person()
      for (let wrong = 1; wrong <= 9; wrong++) await device().signIn(username, 'wrong')
      clock.advance(15 * minute)
      for (let wrong = 1; wrong <= 9; wrong++) await device().signIn(username, 'wrong')
      expect(await device().signIn(username, password)).toBe('done')
    })

    it('a hundred wrong ones at once: at most ten are looked at', async () => {
      const { device, person, verifications } = world()
      const { username, password } = await person()
      const before = verifications()
      const verdicts = await Promise.all(Array.from({ length: 100 }, () => device().signIn(username, 'wrong')))
      expect(new Set(verdicts)).toEqual(new Set(['refused']))
      expect(verifications() - before).toBe(10)
      expect(await device().signIn(username, password)).toBe('refused')
      expect(verifications() - before).toBe(10)
    })

    it('a hundred right ones at once all get in', async () => {
      const { device, person } = world()
      const { username, password } = await person()
      const verdicts = await Promise.all(Array.from({ length: 100 }, () => device().signIn(username, password)))
      expect(new Set(verdicts)).toEqual(new Set(['done']))
    })

    it('changing it ends every other session and gives the caller a fresh one', async () => {
      const { device, person } = world()
      const { username, password } = await person()
      const [here, there] = [device(), device()]
      await here.signIn(username, password)
      await there.signIn(username, password)
      expect(await here.changePassword(password, 'brand_new')).toBe('done')
      expect(await here.isSignedIn()).toBe(true)
      expect(await there.isSignedIn()).toBe(false)
      expect(await device().signIn(username, password)).toBe('refused')
      expect(await device().signIn(username, 'brand_new')).toBe('done')
    })

    it('a wrong old one changes nothing and counts as a wrong login', async () => {
      const { device, person } = world()
      const { username, password } = await person()
      const here = device()
      await here.signIn(username, password)
      for (let wrong = 1; wrong <= 10; wrong++) expect(await here.changePassword('wrong', 'brand_new')).toBe('refused')
      expect(await here.changePassword(password, 'brand_new')).toBe('refused')
      expect(await device().signIn(username, password)).toBe('refused')
      expect(await here.isSignedIn()).toBe(true)
    })

    it('a locked account has no session and no login until it is unlocked', async () => {
      const { device, person, core, accountId } = world()
      const { username, password } = await person()
      const here = device()
      await here.signIn(username, password)
      await lockAccount(core, { accountId: await accountId(username) })
      expect(await here.isSignedIn()).toBe(false)
      expect(await device().signIn(username, password)).toBe('refused')
      await unlockAccount(core, { accountId: await accountId(username) })
      expect(await here.isSignedIn()).toBe(false)
      expect(await device().signIn(username, password)).toBe('done')
    })
  })
}
