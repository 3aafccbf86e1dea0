import type { Address } from '../../codes/address.ts'
import { requestIdentityCode } from '../../codes/requestIdentityCode.ts'
import { type TestCore, testCore } from '../core.ts'
import { codeSentTo, phone, source } from './codesSetup.ts'
import { create, type OpenStores, onCore, password } from './setup.ts'

export const byPhone = { kind: 'phone', e164: phone } as const
export const email = 'Han@example.com'
export const byEmail = { kind: 'email', email: { shown: email, key: 'han@example.com' } } as const

/** Asks for a code that proves an address, and reads it. */
export async function identityCode(core: TestCore, address: Address = byPhone): Promise<string> {
  const { kind } = await requestIdentityCode(core, { address, source })
  if (kind !== 'sent') throw new Error(`ask: ${kind}`)
  return codeSentTo(core, address.kind === 'phone' ? address.e164 : address.email.shown)
}

/** The same stores, where codes may be asked for as often as a test likes. */
export function unlimited(core: TestCore): TestCore {
  const { clock, hasher, wordLists } = core
  const settings = { codeInterval: 0, codesPerHour: 0, codesPerDay: 0, codesPerSourcePerDay: 0 }
  return testCore(core.kept, { clock, hasher, wordLists, seed: 'unlimited', settings })
}

/** Opens the scenario with an account that has verified `phone` and `email`, where codes come at once. */
export function withAccount(
  open: OpenStores,
  scenario: (core: TestCore, accountId: number) => Promise<void>,
): () => Promise<void> {
  return onCore(open, async (limited) => {
    const core = unlimited(limited)
    await scenario(core, await create(core, { username: 'li_lei', phone, email, password }))
  })
}
