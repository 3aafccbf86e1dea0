import { plainAccount } from '../accounts/plainAccount.ts'
import { underFreshId } from '../accounts/underFreshId.ts'
import { noteRefusal } from '../audit/noteRefusal.ts'
import type { Core } from '../core.ts'
import { keeping, makeAvatar, type NewAvatar } from '../pictures/avatar.ts'
import type { IdentityProvider, ProvenIdentity } from '../ports.ts'
import type { NewSession } from '../sessions/session.ts'
import type { SessionStart } from '../sessions/store.ts'
import { startSession } from '../sessions/token.ts'
import { isWellFormed } from '../text.ts'
import type { Identity, ProviderName } from './identity.ts'

const longestNickname = 64

/**
 * Signs in whoever a provider says a token is of. The first time it opens an account with the nickname, gender and picture
 * that the provider tells, or without a picture if that can not be had; accounts with the same phone, e-mail or name are
 * nobody's business here. `locked` is told only to who is proven; `notProven` is also a provider that is not set up.
 */
export async function signInWithProvider(
  core: Core,
  { provider, token, openid }: { provider: ProviderName; token: string; openid: string },
): Promise<{ kind: 'signedIn'; session: NewSession; isNew: boolean } | { kind: 'notProven' } | { kind: 'locked' }> {
  const service = core.identityProviders[provider]
  if (service === undefined || token === '' || openid === '') return { kind: 'notProven' }
  const proof = await service.prove({ token, openid })
  if (proof.kind !== 'proven') {
    noteRefusal(core, { action: 'signIn', detail: provider, refusal: proof.kind })
    return proof
  }
  const identity = { provider, appId: proof.appId, openid: proof.openid, unionId: proof.unionId }
  // In turn, so that a crowd of first logins of one person costs one picture. The step decides anyway.
  return core.inTurn(`identity:${JSON.stringify([provider, proof.appId, proof.openid])}`, async () => {
    const { start, opened } = startSession(core)
    const known = await core.stores.identities.open(identity, start)
    if (known.kind === 'locked') return known
    if (known.kind === 'opened') return { kind: 'signedIn', session: opened(known.session), isNew: false }
    const first = await openAccount(core, { identity, proof, service, start })
    if (first.kind === 'locked') return first
    return { kind: 'signedIn', session: opened(first.session), isNew: first.isNew }
  })
}

async function openAccount(
  core: Core,
  first: { identity: Identity; proof: ProvenIdentity; service: IdentityProvider; start: SessionStart },
) {
  const { identity, proof, service, start } = first
  const avatar = await avatarFrom(core, service, proof.pictureUrl)
  const account = plainAccount(core, { nickname: nicknameFrom(core, proof.nickname), gender: proof.gender })
  const insert = () =>
    underFreshId(core, (id) => core.stores.identities.insert({ identity, account: { ...account, id }, avatar, start }))
  return keeping(core, avatar, insert, (outcome) => outcome.kind === 'opened' && outcome.isNew)
}

// Whatever is wrong with a picture, or with making one now, nobody is kept out for it.
async function avatarFrom(core: Core, service: IdentityProvider, url: string | null): Promise<NewAvatar | null> {
  const file = url === null ? undefined : await service.fetchPicture(url)
  const made = file && (await makeAvatar(core, file).catch(() => undefined))
  return made?.kind === 'made' ? made.avatar : null
}

// Another service's word: it has kept its own rules, but not necessarily those of a text that can be stored and shown.
// Nobody is kept out for a name that is forbidden here: they sign in without one.
function nicknameFrom(core: Core, text: string | null): string | null {
  if (text === null || text === '' || !isWellFormed(text)) return null
  const nickname = Array.from(text).slice(0, longestNickname).join('')
  return core.wordLists.forbids(nickname) ? null : nickname
}
