import type { Core } from '../core.ts'
import { randomText } from '../random.ts'
import type { Session } from '../sessions/session.ts'

/** Gives the caller's account an unguessable name for its QR code. Made once; the same name ever after. */
export async function createProfileCode(
  core: Core,
  { session }: { session: Session },
): Promise<{ kind: 'created'; name: string } | { kind: 'sessionOver' }> {
  const name = await core.stores.pictures.keepProfileCode(session, randomText(core.random), core.clock.now())
  return name === undefined ? { kind: 'sessionOver' } : { kind: 'created', name }
}
