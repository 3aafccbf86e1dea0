import { expect, test } from 'vitest'
import { listAudit } from '../../audit/listAudit.ts'
import { writeRefusals } from '../../audit/writeRefusals.ts'
import { Unavailable } from '../../errors.ts'
import { signInWithPassword } from '../../sessions/signInWithPassword.ts'
import { minute, second } from '../../time.ts'
import type { TestCore } from '../core.ts'
import { caller, recording } from './auditSetup.ts'
import { type OpenStores, onCore, register, tryWrong } from './setup.ts'

const outcomesOf = async (core: TestCore) =>
  (await listAudit(core, { limit: 1000 })).map(({ outcome, times }) => `${outcome} ${times}`)

/** Refusals that many people may cause as often as they like. */
export function auditRefusalTests(open: OpenStores): void {
  test(
    'a refusal is told at once, and how often it came again at the end of the minute',
    onCore(open, async (core) => {
      await register(core)
      await tryWrong(recording(core), 5)
      expect(await writeRefusals(core)).toBe(1)
      expect(await outcomesOf(core)).toEqual(['wrongPassword 1'])
      core.clock.advance(minute - 1)
      expect(await writeRefusals(core)).toBe(0)
      core.clock.advance(1)
      expect(await writeRefusals(core)).toBe(1)
      expect((await outcomesOf(core)).sort()).toEqual(['wrongPassword 1', 'wrongPassword 4'])
      await tryWrong(recording(core), 1)
      expect(await writeRefusals(core)).toBe(1)
    }),
  )

  test(
    'the end of the process tells the rest',
    onCore(open, async (core) => {
      await register(core)
      await tryWrong(recording(core), 3)
      expect(await writeRefusals(core, { isEnd: true })).toBe(2)
      expect((await outcomesOf(core)).sort()).toEqual(['wrongPassword 1', 'wrongPassword 2'])
    }),
  )

  test(
    'a thousand sources that try a thousand names add 300 lines a minute, and none is forgotten',
    onCore(open, async (core) => {
      for (let index = 0; index < 1000; index += 1) {
        const acting = recording(core, { ...caller, source: `2001:db8:0:${index.toString(16)}::/64` })
        await signInWithPassword(acting, { identifier: `name_${index}`, password: 'wrong' })
        core.clock.advance(second / 100)
      }
      core.clock.advance(minute)
      expect(await writeRefusals(core)).toBeLessThanOrEqual(300)
      const lines = await listAudit(core, { limit: 2000 })
      expect(lines.reduce((sum, { times }) => sum + times, 0)).toBe(1000)
      expect(lines.filter(({ source }) => source === null)).toMatchObject([{ action: 'various', outcome: 'refused' }])
    }),
  )

  test(
    'one source that tries many things gets ten lines and one for the rest',
    onCore(open, async (core) => {
      const variants = Array.from({ length: 30 }, (_, index) => `variant ${index}`)
      for (const variant of variants) {
        const acting = recording(core, { ...caller, variant })
        await signInWithPassword(acting, { identifier: 'nobody', password: 'wrong' })
      }
      expect(await writeRefusals(core, { isEnd: true })).toBe(11)
      expect((await listAudit(core, { action: 'various', limit: 5 })).map(({ times }) => times)).toEqual([20])
    }),
  )

  test(
    'what the database does not take is written later',
    onCore(open, async (core) => {
      await register(core)
      await tryWrong(recording(core), 1)
      const { audit } = core.kept
      const append = audit.append
      audit.append = () => Promise.reject(new Unavailable('full', { retryAfter: 1 }))
      await expect(writeRefusals(core)).rejects.toThrow('full')
      audit.append = append
      expect(await writeRefusals(core)).toBe(1)
    }),
  )

  test(
    'a clock that is set back neither loses nor keeps lines',
    onCore(open, async (core) => {
      await register(core)
      await tryWrong(recording(core), 2)
      core.clock.advance(-10 * minute)
      await tryWrong(recording(core), 1)
      expect(await writeRefusals(core, { isEnd: true })).toBe(3)
    }),
  )

  test(
    'what a core does for nobody leaves no line',
    onCore(open, async (core) => {
      await register(core)
      await tryWrong(core, 2)
      expect(await writeRefusals(core, { isEnd: true })).toBe(0)
      expect(await listAudit(core, { limit: 10 })).toEqual([])
    }),
  )
}
