import { createAccount } from '@acct/core'
import { describe, expect, it } from 'vitest'
import type { Driver } from '../support/driver.ts'
import { messagesTo } from '../support/inbox.ts'
import type { World } from './world.ts'

/** What holds for names and addresses, whichever door they come through. */
export function identityScenarios({ can, hasUsernames }: Driver, world: () => World): void {
  describe('names and addresses', () => {
    it('a verified phone is a way in', async () => {
      const { device, core, newcomer } = world()
      const { phone, password } = newcomer()
      expect((await createAccount(core, { phone: `+86${phone}`, password })).kind).toBe('created')
      expect(await device().signInAs(phone, password)).toBe('done')
      expect(await device().signInAs(`+86${phone}`, password)).toBe('done')
    })

    if (hasUsernames) {
      it('a hundred registrations of one name in three spellings at once: one gets it', async () => {
        const { device, newcomer } = world()
        const crowd = Array.from({ length: 100 }, newcomer).map((person, index) => ({
          ...person,
          username: ['wang_fang', 'Wang_Fang', 'WANG_FANG'][index % 3] ?? '',
        }))
        const verdicts = await Promise.all(crowd.map((person) => device().register(person)))
        expect(verdicts.filter((verdict) => verdict === 'done')).toHaveLength(1)
        const winner = crowd[verdicts.indexOf('done')]
        expect(winner && (await device().signIn(winner))).toBe('done')
      })

      it('a name that reads as a phone number is nobody’s', async () => {
        const { device, newcomer } = world()
        for (const username of ['13812345678', '8613812345678']) {
          expect(await device().register({ ...newcomer(), username })).toBe('refused')
        }
      })
    }

    if (can.includes('rename')) {
      it('a name that is taken stays with its owner', async () => {
        const { device, person } = world()
        const [one, other] = [await person(), await person()]
        const here = device()
        await here.signIn(one)
        expect(await here.rename(other.username.toUpperCase())).toBe('refused')
        expect(await here.rename(one.username.toUpperCase())).toBe('done')
        expect(await here.rename('new_name')).toBe('done')
        expect(await device().signIn(one)).toBe('refused')
        expect(await device().signInAs('new_name', one.password)).toBe('done')
        expect(await device().register(one)).toBe('done')
      })
    }

    if (can.includes('claimPhone')) {
      it('a claimed phone is shown to its owner, and is nobody’s way in', async () => {
        const { device, person } = world()
        const [one, other] = [await person(), await person()]
        const [here, there] = [device(), device()]
        await here.signIn(one)
        await there.signIn(other)
        expect(await here.claimPhone('13755550001')).toBe('done')
        expect(await there.claimPhone('13755550001')).toBe('done')
        expect(await here.ownPhone()).toBe('13755550001')
        expect(await there.ownPhone()).toBe('13755550001')
        expect(await device().signInAs('13755550001', one.password)).toBe('refused')
      })

      it('others’ claims to a phone are dropped when somebody verifies it', async () => {
        const { device, person, core } = world()
        const here = device()
        await here.signIn(await person())
        await here.claimPhone('13755550002')
        await createAccount(core, { phone: '+8613755550002', password: 'owner_1' })
        expect(await here.ownPhone()).not.toBe('13755550002')
        const owner = device()
        await owner.signInAs('13755550002', 'owner_1')
        expect(await owner.ownPhone()).toBe('13755550002')
      })

      it('a claim beside a verified phone is shown, but the verified one stays the way in and is told', async () => {
        const { device, core } = world()
        await createAccount(core, { phone: '+8613755550003', password: 'owner_1' })
        const owner = device()
        await owner.signInAs('13755550003', 'owner_1')
        expect(await owner.claimPhone('13755550004')).toBe('done')
        expect(await owner.ownPhone()).toBe('13755550004')
        expect(await device().signInAs('13755550004', 'owner_1')).toBe('refused')
        expect(await device().signInAs('13755550003', 'owner_1')).toBe('done')
        expect(await messagesTo(core, '+8613755550003')).toMatchObject([{ channel: 'sms', code: null }])
        expect(await messagesTo(core, '+8613755550004')).toEqual([])
      })
    }
  })
}
