import type { Core } from '../core.ts'
import { visibleTo } from './privacy.ts'
import type { PublicProfile } from './profile.ts'

/** What everybody may see of an account. A locked one looks like one that does not exist. */
export async function readPublicProfile(
  core: Core,
  { accountId }: { accountId: number },
): Promise<{ kind: 'profile'; profile: PublicProfile } | { kind: 'none' }> {
  const page = await core.stores.profile.find(accountId)
  if (page === undefined) return { kind: 'none' }
  const { username, nickname, signature, picture, createdAt } = page.profile
  const shown = visibleTo('others', page.profile, page.privacy)
  return { kind: 'profile', profile: { accountId, username, nickname, signature, picture, createdAt, ...shown } }
}
