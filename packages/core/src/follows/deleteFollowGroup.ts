import { setImmediate } from 'node:timers/promises'
import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import { edgeBatch, isFixedGroup } from './group.ts'

/**
 * Deletes a group of the caller's and stops following everybody in it. A large one goes in steps that let others in
 * between; a session that ends meanwhile leaves what is left of it. `special` and `default` stay: `groupFixed`.
 */
export async function deleteFollowGroup(
  core: Core,
  { session, name }: { session: Session; name: string },
): Promise<{ kind: 'deleted'; name: string } | { kind: 'unknownGroup' | 'groupFixed' | 'sessionOver' }> {
  if (isFixedGroup(name)) return { kind: 'groupFixed' }
  for (;;) {
    const kind = await core.stores.follows.removeGroup(session, { name, limit: edgeBatch })
    if (kind === 'removed') return { kind: 'deleted', name }
    if (kind !== 'more') return { kind }
    await setImmediate()
  }
}
