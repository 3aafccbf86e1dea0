import { type CodeFailure, consuming } from '../codes/code.ts'
import type { Core } from '../core.ts'
import type { NewSession } from './session.ts'
import { startSession } from './token.ts'

/**
 * Signs in with a number (E.164) and the code of the scope `login` that was sent to it. `locked` is told only to who has
 * the code. Where the number's account has gone meanwhile, the code has gone with it: `codeMissing`.
 */
export async function signInWithCode(
  core: Core,
  { phone, code }: { phone: string; code: string },
): Promise<{ kind: 'signedIn'; session: NewSession } | CodeFailure | { kind: 'locked' }> {
  const { start, opened } = startSession(core)
  const shown = consuming(core, { kind: 'phone', e164: phone }, 'login', code)
  const outcome = await core.stores.sessions.openWithCode({ phone, consuming: shown, start })
  return outcome.kind === 'opened' ? { kind: 'signedIn', session: opened(outcome.session) } : outcome
}
