import { type Address, addressKey } from '../../codes/address.ts'
import { updateProfileWithAddress } from '../../profile/updateProfileWithAddress.ts'
import type { Session } from '../../sessions/session.ts'
import { type TestCore, testCore } from '../core.ts'
import { phone } from './codesSetup.ts'
import { identityCode } from './identitySetup.ts'
import { create, type OpenStores, onCore, password, signIn } from './setup.ts'

/** A number as an address. */
export const at = (e164: string): Address => ({ kind: 'phone', e164 })
export const thirdPhone = '+8613712345678'

/** The core, where a code may be asked for at any time. */
export function eager(core: TestCore): TestCore {
  const { clock, wordLists, blobs, pictureMaker } = core
  const settings = { codeInterval: 0, codesPerHour: 0, codesPerDay: 0, codesPerSourcePerDay: 0 }
  return testCore(core.kept, { clock, wordLists, blobs, pictureMaker, seed: 'eager', settings })
}

/** Runs a scenario with a signed-in account that has verified `phone`. */
export function owning(open: OpenStores, scenario: (core: TestCore, session: Session) => Promise<void>) {
  return onCore(open, async (plain) => {
    const core = eager(plain)
    await create(core, { username: 'li_lei', phone, password })
    await scenario(core, (await signIn(core)).session)
  })
}

export type Input = Parameters<typeof updateProfileWithAddress>[1]

/** What makes `next` the caller's, with fresh codes for it and for `original`. */
export async function inputFor(core: TestCore, session: Session, next: Address, original?: Address): Promise<Input> {
  const originalCode = original === undefined ? '' : await identityCode(core, original)
  const isSame = original !== undefined && addressKey(original) === addressKey(next)
  const code = isSame ? originalCode : await identityCode(core, next)
  return { session, changes: {}, address: { next, code, originalCode } }
}

/** What the change comes to. */
export const kindOf = async (core: TestCore, input: Input) => (await updateProfileWithAddress(core, input)).kind
