import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import type { KeptProfile } from './store.ts'

type Outcome = { kind: string }

/**
 * Runs a step that was made for the addresses that the caller has verified; again, made anew, where they changed between
 * reading them and the step.
 */
export async function withOwn<Done extends Outcome>(
  core: Core,
  session: Session,
  step: (own: KeptProfile) => Promise<Done>,
): Promise<Exclude<Done, { kind: 'addressesChanged' }> | { kind: 'sessionOver' }> {
  for (;;) {
    const own = await core.stores.profile.readOwn(session)
    if (own === undefined) return { kind: 'sessionOver' }
    const outcome = await step(own)
    if (isFinal(outcome)) return outcome
  }
}

function isFinal<Done extends Outcome>(outcome: Done): outcome is Exclude<Done, { kind: 'addressesChanged' }> {
  return outcome.kind !== 'addressesChanged'
}
