import type { Core } from '../core.ts'
import type { Session } from './session.ts'

/** Ends the caller's session. */
export async function signOut(
  core: Core,
  { session }: { session: Session },
): Promise<{ kind: 'signedOut' } | { kind: 'alreadyOver' }> {
  return (await core.stores.sessions.end(session)) ? { kind: 'signedOut' } : { kind: 'alreadyOver' }
}
