import { createAccount } from '@acct/core'
import { describe, expect, it } from 'vitest'
import type { World } from './world.ts'

/** What holds for names and addresses, whichever door they come through. */
export function identityScenarios(world: () => World): void {
  describe('names and addresses', () => {
    it('a hundred registrations of one name in three spellings at once: one gets it', async () => {
      const { device } = world()
      const spellings = ['wang_fang', 'Wang_Fang', 'WANG_FANG']
      const verdicts = await Promise.all(
        Array.from({ length: 100 }, (_, index) =>
          device().register({ username: String(spellings[index % 3]), password: 'right_1', phoneClaim: '13900000000' }),
        ),
      )
      expect(verdicts.filter((verdict) => verdict === 'done')).toHaveLength(1)
      for (const spelling of spellings) expect(await device().signIn(spelling, 'right_1')).toBe('done')
    })

    it('a name that is taken stays with its owner', async () => {
      const { device, person } = world()
      const [one, other] = [await person(), await person()]
      const here = device()
      await here.signIn(one.username, one.password)
      expect(await here.rename(other.username.toUpperCase())).toBe('refused')
      expect(await here.rename(one.username.toUpperCase())).toBe('done')
      expect(await here.rename('new_name')).toBe('done')
      expect(await device().signIn(one.username, one.password)).toBe('refused')
      expect(await device().signIn('new_name', one.password)).toBe('done')
      expect(await device().register({ ...one, phoneClaim: '13800000000' })).toBe('done')
    })

    it('a name that reads as a phone number is nobody’s', async () => {
      const { device } = world()
      for (const username of ['13812345678', '8613812345678']) {
        expect(await device().register({ username, password: 'right_1', phoneClaim: '13812345678' })).toBe('refused')
      }
    })

    it('a claimed phone is shown to its owner, and is nobody’s way in', async () => {
      const { device, person } = world()
      const [one, other] = [await person(), await person()]
      const [here, there] = [device(), device()]
      await here.signIn(one.username, one.password)
      await there.signIn(other.username, other.password)
      expect(await here.claimPhone('13755550001')).toBe('done')
      expect(await there.claimPhone('13755550001')).toBe('done')
      expect(await here.ownPhone()).toBe('13755550001')
      expect(await there.ownPhone()).toBe('13755550001')
      expect(await device().signIn('13755550001', one.password)).toBe('refused')
    })

    it('a verified phone is a way in; others’ claims to it are dropped', async () => {
      const { device, person, core } = world()
      const one = await person()
      const here = device()
      await here.signIn(one.username, one.password)
      await here.claimPhone('13755550002')
      const made = await createAccount(core, { phone: '+8613755550002', password: 'owner_1' })
      expect(made.kind).toBe('created')
      expect(await here.ownPhone()).toBeNull()
      const owner = device()
      expect(await owner.signIn('13755550002', 'owner_1')).toBe('done')
      expect(await device().signIn('+8613755550002', 'owner_1')).toBe('done')
      expect(await owner.ownPhone()).toBe('13755550002')
    })

    it('a claim beside a verified phone is shown, but the verified one stays the way in and is told', async () => {
      const { device, core } = world()
      await createAccount(core, { phone: '+8613755550003', password: 'owner_1' })
      const owner = device()
      await owner.signIn('13755550003', 'owner_1')
      expect(await owner.claimPhone('13755550004')).toBe('done')
      expect(await owner.ownPhone()).toBe('13755550004')
      expect(await device().signIn('13755550004', 'owner_1')).toBe('refused')
      expect(await device().signIn('13755550003', 'owner_1')).toBe('done')
      const told = await core.stores.messages.list({ to: '+8613755550003', limit: 10 })
      expect(told).toMatchObject([{ channel: 'sms', code: null }])
      expect(await core.stores.messages.list({ to: '+8613755550004', limit: 10 })).toEqual([])
    })
  })
}
