import type { Core } from '../core.ts'
import { randomText } from '../random.ts'
import { avatarFile } from './avatarFile.ts'

/** Why a file does not become an avatar. */
export type AvatarRefusal = { kind: 'notAPicture' } | { kind: 'tooLarge' } | { kind: 'tooSmall' }

/** An avatar whose files are there, for a step to give to an account. */
export interface NewAvatar {
  kind: 'newAvatar'
  name: string
  madeAt: number
}

/** Makes an avatar of a file and writes it. The step that it is for goes into `keeping`. */
export async function makeAvatar(
  core: Core,
  file: Uint8Array,
): Promise<{ kind: 'made'; avatar: NewAvatar } | AvatarRefusal> {
  const made = await core.pictureMaker.make(file)
  if (made.kind !== 'made') return made
  const name = randomText(core.random)
  try {
    await core.blobs.put(avatarFile(name, 'large'), made.large)
    await core.blobs.put(avatarFile(name, 'small'), made.small)
  } catch (error) {
    await dropAvatar(core, name)
    throw error
  }
  return { kind: 'made', avatar: { kind: 'newAvatar', name, madeAt: core.clock.now() } }
}

/** Runs the step that gives an avatar, if there is one, to an account, and removes its files unless the step did. */
export async function keeping<Outcome>(
  core: Core,
  avatar: NewAvatar | null,
  step: () => Promise<Outcome>,
  isKept: (outcome: Outcome) => boolean,
): Promise<Outcome> {
  let kept = false
  try {
    const outcome = await step()
    kept = isKept(outcome)
    return outcome
  } finally {
    if (avatar !== null && !kept) await dropAvatar(core, avatar.name)
  }
}

/**
 * Removes the files of an avatar that no account has any more. Whoever asked for that got it with the step before, so a
 * file that can not be removed now fails nothing: nobody is shown it, and `removeOrphans` takes it.
 */
export async function dropAvatar(core: Core, name: string): Promise<void> {
  for (const size of ['large', 'small'] as const) {
    await core.blobs.remove(avatarFile(name, size)).catch(() => undefined)
  }
}
