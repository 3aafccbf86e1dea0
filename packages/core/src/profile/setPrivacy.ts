import type { Core } from '../core.ts'
import { settleFollows } from '../follows/settleFollows.ts'
import type { Session } from '../sessions/session.ts'
import type { PrivacyChanges } from './store.ts'

/** Sets what the caller shows to others; a flag that is left out stays as it is. What is hidden is hidden at once. */
export async function setPrivacy(
  core: Core,
  { session, privacy }: { session: Session; privacy: PrivacyChanges },
): Promise<{ kind: 'set' } | { kind: 'sessionOver' }> {
  const outcome = await core.stores.profile.setPrivacy(session, privacy)
  if (outcome.kind === 'sessionOver') return outcome
  if (outcome.unsettled) await settleFollows(core, session)
  return { kind: 'set' }
}
