import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'

/** Sets the caller's signature; an empty one becomes the operator's default. `signatureRefused`: it holds a forbidden word. */
export async function setStatement(
  core: Core,
  { session, statement }: { session: Session; statement: string },
): Promise<{ kind: 'set' } | { kind: 'signatureRefused' } | { kind: 'sessionOver' }> {
  if (core.wordLists.forbids(statement)) return { kind: 'signatureRefused' }
  const signature = statement === '' ? core.settings.defaultSignature : statement
  const outcome = await core.stores.profile.setSignature(session, signature)
  return { kind: outcome }
}
