import type { Core } from '../core.ts'
import type { Session } from '../sessions/session.ts'
import { type AvatarRefusal, dropAvatar, keeping, makeAvatar } from './avatar.ts'
import type { Picture } from './picture.ts'

/**
 * Makes a file the picture of the caller's account: a JPEG, PNG, WebP or GIF by its content, from 64 to 4096 pixels a
 * side, up to 5 MiB. The avatar that it replaces is gone for good.
 */
export async function setPicture(
  core: Core,
  { session, file }: { session: Session; file: Uint8Array },
): Promise<{ kind: 'set'; picture: Picture } | AvatarRefusal | { kind: 'sessionOver' }> {
  const made = await makeAvatar(core, file)
  if (made.kind !== 'made') return made
  const { avatar } = made
  const outcome = await keeping(
    core,
    avatar,
    () => core.stores.pictures.setAvatar(session, avatar),
    ({ kind }) => kind === 'set',
  )
  if (outcome.kind !== 'set') return outcome
  if (outcome.replaced !== null) await dropAvatar(core, outcome.replaced)
  return { kind: 'set', picture: { name: avatar.name, kind: 'avatar' } }
}
