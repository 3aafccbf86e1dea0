import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import { isFixedGroup, isGroupName, numberedNames, ownGroupLimit } from './group.ts'

/**
 * Adds a group of the caller's, at most 50. Its name: 1 to 20 code points on one line, not all of them invisible, without
 * a forbidden word; without one it gets the lowest free of 分组1, 分组2, … A taken name is told before too many.
 */
export async function addFollowGroup(
  core: Core,
  { session, name }: { session: Session; name?: string | undefined },
): Promise<{ kind: 'added'; name: string } | { kind: 'groupTaken' | 'nameRefused' | 'tooManyGroups' | 'sessionOver' }> {
  if (name !== undefined && isFixedGroup(name)) return { kind: 'groupTaken' }
  if (name !== undefined && !(isGroupName(name) && !core.wordLists.forbids(name))) return { kind: 'nameRefused' }
  const names = name === undefined ? numberedNames : [name]
  return core.stores.follows.addGroup(session, { names, limit: ownGroupLimit })
}
