import { expect, test } from 'vitest'
import { lockAccount } from '../../accounts/lockAccount.ts'
import { unlockAccount } from '../../accounts/unlockAccount.ts'
import type { Origin } from '../../audit/line.ts'
import { listAudit } from '../../audit/listAudit.ts'
import { sweep } from '../../sweep.ts'
import { day } from '../../time.ts'
import { testCore } from '../core.ts'
import { caller, recording } from './auditSetup.ts'
import { create, type OpenStores, onCore, password, register, tryPassword } from './setup.ts'

const operator: Origin = { actor: 'operator', variant: null, source: 'user ops' }

/** What an operator asks the log, and how long it answers. */
export function auditReadingTests(open: OpenStores): void {
  test(
    'a line says who, what, how it ended, where and when',
    onCore(open, async (core) => {
      const accountId = await register(core)
      await tryPassword(recording(core), password)
      expect(await listAudit(core, { limit: 10 })).toEqual([
        { at: core.clock.now(), ...caller, action: 'signIn', detail: 'password', outcome: 'done', accountId, times: 1 },
      ])
    }),
  )

  test(
    'it is asked by account, action, outcome, source and time, and answers the newest first',
    onCore(open, async (core) => {
      const [one, two] = [await create(core, { username: 'one' }), await create(core, { username: 'two' })]
      const acting = recording(core, operator)
      const start = core.clock.now()
      for (const accountId of [one, two, one]) {
        await lockAccount(acting, { accountId })
        core.clock.advance(1)
        await unlockAccount(recording(core), { accountId })
        core.clock.advance(1)
      }
      const ask = async (query: Partial<Parameters<typeof listAudit>[1]>) =>
        (await listAudit(core, { limit: 10, ...query })).map(({ action, at }) => `${action} ${at - start}`)
      expect(await ask({})).toEqual(['unlock 5', 'lock 4', 'unlock 3', 'lock 2', 'unlock 1', 'lock 0'])
      expect(await ask({ accountId: one })).toEqual(['unlock 5', 'lock 4', 'unlock 1', 'lock 0'])
      expect(await ask({ accountId: two, action: 'lock' })).toEqual(['lock 2'])
      expect(await ask({ source: 'user ops' })).toEqual(['lock 4', 'lock 2', 'lock 0'])
      expect(await ask({ since: start + 3, limit: 2 })).toEqual(['unlock 5', 'lock 4'])
      expect(await ask({ outcome: 'wrongPassword' })).toEqual([])
      expect(await ask({ outcome: 'done', action: 'unlock', since: start + 5 })).toEqual(['unlock 5'])
    }),
  )

  test(
    'lines go after 90 days, or whenever the operator says',
    onCore(open, async (core) => {
      await register(recording(core))
      core.clock.advance(90 * day)
      expect(await sweep(core)).toMatchObject({ audit: 0 })
      core.clock.advance(1)
      const forGood = testCore(core.kept, { clock: core.clock, settings: { auditDays: 0 } })
      expect(await sweep(forGood)).toMatchObject({ audit: 0 })
      expect(await sweep(core)).toMatchObject({ audit: 1 })
      expect(await listAudit(core, { limit: 10 })).toEqual([])
    }),
  )
}
