import type { Core } from '../core.ts'
import { canReach, composeNotice } from '../messages/compose.ts'
import type { Session } from '../sessions/session.ts'
import { minute } from '../time.ts'

/**
 * Keeps a number (E.164) that the caller says is theirs. It is shown to them and identifies nobody: anyone can type any
 * number. The verified number, if the account has another one, is told by SMS, at most once a minute.
 */
export async function claimPhone(
  core: Core,
  { session, phone }: { session: Session; phone: string },
): Promise<{ kind: 'claimed' } | { kind: 'sessionOver' }> {
  const { profile } = core.stores
  for (;;) {
    const own = await profile.readOwn(session)
    if (own === undefined) return { kind: 'sessionOver' }
    const verified = own.phone
    const address = { kind: 'phone', e164: verified ?? phone } as const
    const isTold = address.e164 !== phone && canReach(core, address)
    const notice = isTold ? composeNotice(core, address, 'phoneClaimed') : null
    const outcome = await profile.claimPhone(session, phone, { verified, notice, quiet: minute })
    if (outcome !== 'phoneChanged') return { kind: outcome }
  }
}
