import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Core } from '../core.ts'
import type { NewSession } from '../sessions/session.ts'
import { startSession } from '../sessions/token.ts'
import { plainAccount } from './plainAccount.ts'
import { underFreshId } from './underFreshId.ts'

/**
 * Signs in with a number (E.164) and the code of the scope `community` that was sent to it. A number that no account has
 * verified gets one without a password, in the same step. `locked` is told only to who has the code, which stays good.
 */
export async function signInOrSignUpWithCode(
  core: Core,
  { phone, code }: { phone: string; code: string },
): Promise<{ kind: 'signedIn'; session: NewSession; isNew: boolean } | CodeFailure | { kind: 'locked' }> {
  const shown = consuming(core, { kind: 'phone', e164: phone }, 'community', code)
  const account = plainAccount(core, { phone })
  const { start, opened } = startSession(core)
  const outcome = await underFreshId(core, (id) =>
    core.stores.accounts.signInOrSignUp({ phone, account: { ...account, id }, consuming: shown, start }),
  )
  return outcome.kind === 'opened'
    ? { kind: 'signedIn', session: opened(outcome.session), isNew: outcome.isNew }
    : outcome
}
