import type { Core } from '../core.ts'
import type { PublicProfile } from './profile.ts'

/** What everybody may see of an account. A locked one looks like one that does not exist. */
export async function readPublicProfile(
  core: Core,
  { accountId }: { accountId: number },
): Promise<{ kind: 'profile'; profile: PublicProfile } | { kind: 'none' }> {
  const profile = await core.stores.profile.readPublic(accountId)
  return profile === undefined ? { kind: 'none' } : { kind: 'profile', profile }
}
