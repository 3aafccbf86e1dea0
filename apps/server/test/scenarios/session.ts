import { deleteAccount } from '@acct/core'
import { describe, expect, it } from 'vitest'
import type { Driver } from '../support/driver.ts'
import type { World } from './world.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** What holds for sessions, whichever door they were opened at. */
export function sessionScenarios({ can }: Driver, world: () => World): void {
  describe('sessions', () => {
    it('one that is not used ends after 7 days', async () => {
      const { device, person, clock } = world()
      const somebody = await person()
      const here = device()
      await here.signIn(somebody)
      clock.advance(7 * day - minute)
      expect(await here.isSignedIn()).toBe(true)
      clock.advance(7 * day - minute)
      expect(await here.isSignedIn()).toBe(true)
      clock.advance(7 * day)
      expect(await here.isSignedIn()).toBe(false)
    })

    it('one that is used every day ends after 30 days all the same', async () => {
      const { device, person, clock } = world()
      const somebody = await person()
      const here = device()
      await here.signIn(somebody)
      for (let passed = 1; passed < 30; passed++) {
        clock.advance(day)
        expect(await here.isSignedIn()).toBe(true)
      }
      clock.advance(day)
      expect(await here.isSignedIn()).toBe(false)
    })

    it('deleting the account ends them, and frees its name', async () => {
      const { device, person, core, accountId, clock } = world()
      const somebody = await person()
      const here = device()
      await here.signIn(somebody)
      await deleteAccount(core, { accountId: await accountId(somebody) })
      expect(await here.isSignedIn()).toBe(false)
      expect(await device().signIn(somebody)).toBe('refused')
      // A variant that registers with a code sends one a minute to a number.
      clock.advance(minute)
      expect(await device().register(somebody)).toBe('done')
    })

    it('only a hash of the token is kept', async () => {
      const { device, person, databaseText } = world()
      const somebody = await person()
      const here = device()
      await here.signIn(somebody)
      const token = here.sessionToken()
      expect(token).toMatch(/^acct_s_[\w-]{43}$/)
      const text = await databaseText()
      expect(text).toMatch(new RegExp(`${somebody.username}|${somebody.phone}`))
      expect(text).not.toContain(String(token).slice(7))
    })

    if (can.includes('signOut')) {
      it('each device has its own; ending one leaves the others', async () => {
        const { device, person } = world()
        const somebody = await person()
        const [here, there] = [device(), device()]
        await here.signIn(somebody)
        await there.signIn(somebody)
        expect(await here.signOut()).toBe('done')
        expect(await here.isSignedIn()).toBe(false)
        expect(await here.signOut()).toBe('refused')
        expect(await there.isSignedIn()).toBe(true)
      })
    }
  })
}
