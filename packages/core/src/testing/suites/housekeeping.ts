import { describe, expect, test } from 'vitest'
import { claimPhone } from '../../profile/claimPhone.ts'
import { findSession } from '../../sessions/findSession.ts'
import { signInWithPassword } from '../../sessions/signInWithPassword.ts'
import { sweep } from '../../sweep.ts'
import { day, hour, minute } from '../../time.ts'
import { codeFor, otherThan, phone, spend } from './codesSetup.ts'
import { create, type OpenStores, onCore, password, register, signIn, tryPassword, tryWrong } from './setup.ts'

/** What is removed when it serves nothing any more, and what is kept. */
export function housekeepingSuite(open: OpenStores): void {
  describe('housekeeping', () => {
    test(
      'sessions go once they have ended',
      onCore(open, async (core) => {
        await register(core)
        await signIn(core)
        core.clock.advance(6 * day)
        const { token } = await signIn(core)
        expect(await sweep(core)).toMatchObject({ sessions: 0 })
        core.clock.advance(day)
        expect(await sweep(core)).toMatchObject({ sessions: 1 })
        expect(await findSession(core, { token })).toMatchObject({ kind: 'found' })
      }),
    )

    test(
      'password tries go after 30 minutes, and what they closed stays closed as long as it should',
      onCore(open, async (core) => {
        await register(core)
        await tryWrong(core, 10)
        core.clock.advance(15 * minute - 1)
        expect(await sweep(core)).toMatchObject({ tries: 0 })
        expect(await tryPassword(core, password)).toBe('closed')
        core.clock.advance(15 * minute + 1)
        expect(await sweep(core)).toMatchObject({ tries: 0 })
        core.clock.advance(1)
        expect(await sweep(core)).toMatchObject({ tries: 10 })
      }),
    )

    test(
      'messages go after a week',
      onCore(open, async (core) => {
        const phone = '+8613812345678'
        await create(core, { phone, password })
        const { session } = await signIn(core, phone)
        await claimPhone(core, { session, phone: '+8613912345678' })
        core.clock.advance(7 * day)
        expect(await sweep(core)).toMatchObject({ messages: 0 })
        core.clock.advance(1)
        expect(await sweep(core)).toMatchObject({ messages: 1 })
      }),
    )

    test(
      'codes, tokens, sendings, look-ups and wrong codes go once they count no more',
      onCore(open, async (core) => {
        await create(core, { phone, password })
        await signInWithPassword(core, { identifier: phone, password, withTokens: true })
        const code = await codeFor(core, 'login')
        expect(await spend.login(core, otherThan(code))).toBe('codeWrong')
        const none = { sessions: 0, tokens: 0, codes: 0, wrongCodes: 0, sendings: 0, lookups: 0 }
        const start = core.clock.now()
        const steps = [
          [10 * minute, { codes: 1 }],
          [15 * minute, { tokens: 1 }],
          [hour, { lookups: 1 }],
          [day, { sendings: 1 }],
          [7 * day, { sessions: 1 }],
          [30 * day, { wrongCodes: 1 }],
        ] as const
        for (const [span, gone] of steps) {
          core.clock.set(start + span - 1)
          expect(await sweep(core)).toMatchObject(none)
          core.clock.advance(1)
          expect(await sweep(core)).toMatchObject({ ...none, ...gone })
        }
      }),
    )

    test(
      'more than a batch goes in one sweep',
      onCore(open, async (core) => {
        const at = core.clock.now()
        for (let index = 0; index < 501; index += 1) {
          await core.stores.credentials.countTry({ subject: `unknown:${index}`, at, limit: 10, span: minute })
        }
        core.clock.advance(day)
        expect(await sweep(core)).toMatchObject({ sessions: 0, tries: 501, messages: 0 })
      }),
    )
  })
}
