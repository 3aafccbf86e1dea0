import { describe, expect, test } from 'vitest'
import type { Address } from '../../codes/address.ts'
import { changeAddress } from '../../profile/changeAddress.ts'
import { updateProfileWithAddress } from '../../profile/updateProfileWithAddress.ts'
import type { Session } from '../../sessions/session.ts'
import { sweep } from '../../sweep.ts'
import { day, second } from '../../time.ts'
import type { TestCore } from '../core.ts'
import { codeFor, otherPhone, phone } from './codesSetup.ts'
import { byEmail } from './identitySetup.ts'
import { at, eager, inputFor, owning, thirdPhone } from './ownProfileSetup.ts'
import { type OpenStores, onCore, register, signIn } from './setup.ts'

/** The same change by codes of the scope `change`. */
async function moveElsewhere(core: TestCore, session: Session, to: string, from: string) {
  const original = { address: from, code: await codeFor(core, 'change', from) }
  return changeAddress(core, { session, original, next: at(to), nextCode: await codeFor(core, 'change', to) })
}

/** How often an account may replace its number. */
export function phoneChangeSuite(open: OpenStores): void {
  describe('changes of a number', () => {
    test(
      'are three in 30 days, through whichever door; first numbers, the same one and e-mails are none',
      onCore(open, async (plain) => {
        const core = eager(plain)
        await register(core)
        const { session } = await signIn(core)
        const move = async (next: Address, original?: Address) => {
          const outcome = await updateProfileWithAddress(core, await inputFor(core, session, next, original))
          return outcome.kind === 'tooManyPhoneChanges' ? outcome : outcome.kind
        }
        const start = core.clock.now()
        expect(await move(at(phone))).toBe('updated')
        expect(await move(at(phone), at(phone))).toBe('updated')
        expect(await move(at(otherPhone), at(phone))).toBe('updated')
        core.clock.set(start + day)
        expect(await moveElsewhere(core, session, phone, otherPhone)).toEqual({ kind: 'changed' })
        expect(await move(at(otherPhone), at(phone))).toBe('updated')
        const refused = { kind: 'tooManyPhoneChanges', retryAfter: (29 * day) / second }
        expect(await move(at(phone), at(otherPhone))).toEqual(refused)
        expect(await moveElsewhere(core, session, phone, otherPhone)).toEqual(refused)
        expect(await move(at(otherPhone), at(otherPhone))).toBe('updated')
        expect(await move(byEmail, at(otherPhone))).toBe('updated')
      }),
    )

    test(
      'count for 30 days, and go with the sweep then',
      owning(open, async (core, session) => {
        const start = core.clock.now()
        const numbers = [phone, otherPhone, thirdPhone, phone, otherPhone]
        const move = async (from: Session, index: number) => {
          const [original = '', next = ''] = numbers.slice(index)
          return updateProfileWithAddress(core, await inputFor(core, from, at(next), at(original)))
        }
        for (const index of [0, 1, 2]) {
          core.clock.set(start + index * day)
          expect(await move(session, index)).toMatchObject({ kind: 'updated' })
        }
        core.clock.set(start + 30 * day - 1)
        const late = (await signIn(core)).session
        expect(await sweep(core)).toMatchObject({ phoneChanges: 0 })
        expect(await move(late, 3)).toEqual({ kind: 'tooManyPhoneChanges', retryAfter: 1 })
        core.clock.advance(1)
        expect(await move(late, 3)).toMatchObject({ kind: 'updated' })
        expect(await sweep(core)).toMatchObject({ phoneChanges: 0 })
        core.clock.advance(1)
        expect(await sweep(core)).toMatchObject({ phoneChanges: 1 })
        core.clock.set(start + 60 * day + 1)
        expect(await sweep(core)).toMatchObject({ phoneChanges: 3 })
      }),
    )
  })
}
