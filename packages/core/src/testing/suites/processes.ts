import { describe, expect, test } from 'vitest'
import { beginJob } from '../../jobs/beginJob.ts'
import { shareRequests } from '../../requests/shareRequests.ts'
import { sweep } from '../../sweep.ts'
import { day, hour, minute } from '../../time.ts'
import { inParallel, type OpenStores, onCore } from './setup.ts'

/** What processes on one database tell each other. */
export function processSuite(open: OpenStores): void {
  describe('several processes', () => {
    test(
      'of many that want to do a job one does, and after its span one does again',
      onCore(open, async (core) => {
        const begin = () => inParallel(10, () => beginJob(core, { job: 'sweep', span: hour }))
        for (let time = 0; time < 3; time += 1) {
          expect((await begin()).filter(Boolean)).toHaveLength(1)
          core.clock.advance(hour - 1)
          expect((await begin()).filter(Boolean)).toHaveLength(0)
          expect(await beginJob(core, { job: 'sweep', span: hour - 1 })).toBe(true)
          core.clock.advance(hour)
        }
        expect(await beginJob(core, { job: 'removeOrphans', span: hour })).toBe(true)
      }),
    )

    test(
      'a job that was begun while the clock was wrong keeps nobody from it',
      onCore(open, async (core) => {
        const right = core.clock.now()
        core.clock.set(right + day)
        expect(await beginJob(core, { job: 'sweep', span: hour })).toBe(true)
        core.clock.set(right)
        expect(await beginJob(core, { job: 'sweep', span: hour })).toBe(true)
        expect(await beginJob(core, { job: 'sweep', span: hour })).toBe(false)
      }),
    )

    test(
      'requests add up for each source and minute, whoever tells them, and go once nobody asks for them',
      onCore(open, async (core) => {
        const share = (began: number, requests: Record<string, number>) =>
          shareRequests(core, { minute: began, requests: new Map(Object.entries(requests)) })
        const now = core.clock.now() - (core.clock.now() % minute)
        expect(await share(now, { '192.0.2.1': 5, '192.0.2.2': 7 })).toEqual(
          new Map([
            ['192.0.2.1', 5],
            ['192.0.2.2', 7],
          ]),
        )
        expect(await share(now, { '192.0.2.2': 1, '192.0.2.3': 2, '192.0.2.1': 3 })).toEqual(
          new Map([
            ['192.0.2.2', 8],
            ['192.0.2.3', 2],
            ['192.0.2.1', 8],
          ]),
        )
        expect(await share(now + minute, { '192.0.2.1': 1 })).toEqual(new Map([['192.0.2.1', 1]]))
        expect(await share(now, {})).toEqual(new Map())
        await inParallel(20, () => share(now, { '192.0.2.8': 1, '192.0.2.9': 2 }))
        expect((await share(now, { '192.0.2.9': 0 })).get('192.0.2.9')).toBe(40)
        core.clock.set(now + 2 * minute)
        expect(await sweep(core)).toMatchObject({ requestCounts: 0 })
        core.clock.advance(1)
        expect(await sweep(core)).toMatchObject({ requestCounts: 5 })
        core.clock.advance(minute)
        expect(await sweep(core)).toMatchObject({ requestCounts: 1 })
      }),
    )
  })
}
