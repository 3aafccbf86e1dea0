import { registerWithPhone } from '../../accounts/registerWithPhone.ts'
import type { CodeScope } from '../../codes/code.ts'
import { requestChangeCode } from '../../codes/requestChangeCode.ts'
import { requestIdentityCode } from '../../codes/requestIdentityCode.ts'
import { requestLoginCode } from '../../codes/requestLoginCode.ts'
import { requestRegistrationCode } from '../../codes/requestRegistrationCode.ts'
import { requestResetCode } from '../../codes/requestResetCode.ts'
import { resetPasswordByPhone } from '../../credentials/resetPasswordByPhone.ts'
import { signInWithCode } from '../../sessions/signInWithCode.ts'
import type { TestCore } from '../core.ts'

export const phone = '+8613812345678'
export const otherPhone = '+8613912345678'
export const source = '192.0.2.1'

/** Asks for a code of a scope in the plainest way. */
export async function ask(
  core: TestCore,
  scope: CodeScope,
  to = phone,
): Promise<{ kind: string; retryAfter?: number }> {
  switch (scope) {
    case 'register':
      return requestRegistrationCode(core, { phone: to, source, whenTaken: 'tellOwner' })
    case 'login':
      return requestLoginCode(core, { phone: to, source })
    case 'reset':
      return requestResetCode(core, { phone: to, source })
    case 'change':
      return requestChangeCode(core, { address: { kind: 'phone', e164: to }, source })
    case 'community':
      return requestIdentityCode(core, { address: { kind: 'phone', e164: to }, source })
  }
}

/** The code in the newest message to an address. */
export async function codeSentTo(core: TestCore, to = phone): Promise<string> {
  const [newest] = await core.stores.messages.list({ to, limit: 1 })
  if (newest?.code == null) throw new Error(`no code for ${to}`)
  return newest.code
}

/** Asks for a code and reads it. */
export async function codeFor(core: TestCore, scope: CodeScope, to = phone): Promise<string> {
  const { kind } = await ask(core, scope, to)
  if (kind !== 'sent') throw new Error(`ask: ${kind}`)
  return codeSentTo(core, to)
}

/** A code that is certainly not this one. */
export function otherThan(code: string): string {
  return code === '000000' ? '000001' : '000000'
}

/** What spending a code in each way comes to. */
export const spend = {
  register: async (core: TestCore, code: string) =>
    (await registerWithPhone(core, { phone, code, source, tellTaken: 'afterCode' })).kind,
  login: async (core: TestCore, code: string) => (await signInWithCode(core, { phone, code })).kind,
  reset: async (core: TestCore, code: string) =>
    (await resetPasswordByPhone(core, { phone, code, newPassword: 'new' })).kind,
}
